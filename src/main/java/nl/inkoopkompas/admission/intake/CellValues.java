package nl.inkoopkompas.admission.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.Cell.Kind;
import nl.inkoopkompas.sheets.CellNumbers;
import nl.inkoopkompas.sheets.Parsed;
import nl.inkoopkompas.sheets.PlainValues;
import nl.inkoopkompas.sheets.Quoted;
import nl.inkoopkompas.sheets.Spelling;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a cell as the value of a field, in the ways that Dutch spreadsheets write it. */
final class CellValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern FIXED_DIGITS = Pattern.compile("\\^(?:\\[0-9]|\\\\d)\\{(\\d+)}(?:\\$|\\\\z)");

    private final Map<Field, Map<String, String>> options = new IdentityHashMap<>();

    CellValues(Layout layout) {
        layout.sheets().stream()
                .flatMap(sheet -> sheet.columns().stream())
                .map(Layout.Column::field)
                .filter(Objects::nonNull)
                .map(field ->
                        field.type() == Type.LIST ? field.requireItem().fields().get(0) : field)
                .forEach(field -> options.put(field, optionNames(field)));
    }

    /** Reads a cell that is not blank. */
    Parsed parse(Field field, Cell cell) {
        Bilingual unfit = PlainValues.unfit(cell);
        if (unfit != null) {
            return new Parsed(null, unfit);
        }
        return switch (field.type()) {
            case TEXT -> text(field, cell);
            case WHOLE -> CellNumbers.whole(cell);
            case DECIMAL -> CellNumbers.decimal(cell);
            case TRUTH -> truth(cell);
            case DATE -> PlainValues.date(cell);
            case OBJECT, LIST -> throw new IllegalArgumentException(field.name() + " is no value");
        };
    }

    /** Reads a list in one cell: items with semicolons between them, or {@code geen}. */
    Parsed parseItems(Field list, Cell cell) {
        ArrayNode items = JSON.arrayNode();
        if (isNone(cell)) {
            return Parsed.of(items);
        }
        Bilingual unfit = PlainValues.unfit(cell);
        if (unfit != null) {
            return new Parsed(null, unfit);
        }
        Field item = list.requireItem().fields().get(0);
        for (String text : split(cell.text())) {
            Cell part = cell.kind() == Kind.TEXT ? Cell.text(text) : cell;
            if (!part.isBlank()) {
                Parsed parsed = parse(item, part);
                if (parsed.value() == null) {
                    return parsed;
                }
                items.add(parsed.value());
            }
        }
        return Parsed.of(items);
    }

    static boolean isNone(Cell cell) {
        return cell.kind() == Kind.TEXT && cell.text().equalsIgnoreCase(Layout.NONE);
    }

    /** The text of an application number; null where it cannot be one. */
    static Parsed number(Cell cell) {
        Bilingual unfit = PlainValues.unfit(cell);
        if (unfit != null) {
            return new Parsed(null, unfit);
        }
        return PlainValues.text(cell, false);
    }

    private Parsed text(Field field, Cell cell) {
        if (!field.limits().options().isEmpty()) {
            return option(field, cell);
        }
        int digits = fixedDigits(field);
        if (digits > 0 && (cell.kind() == Kind.NUMBER || cell.kind() == Kind.TEXT)) {
            return PlainValues.digits(cell, digits);
        }
        return PlainValues.text(cell, field.notes().bsnExempt());
    }

    private Parsed option(Field field, Cell cell) {
        Map<String, String> known = options.getOrDefault(field, Map.of());
        String code = known.get(Spelling.normal(cell.text()));
        if (code != null) {
            return Parsed.of(JSON.stringNode(code));
        }
        String nl = names(field, Bilingual::nl);
        String en = names(field, Bilingual::en);
        return Parsed.wrong(
                Quoted.of(cell.text()) + " kan hier niet. Kies: " + nl + ".",
                Quoted.of(cell.text()) + " cannot stand here. Choose: " + en + ".");
    }

    private static Map<String, String> optionNames(Field field) {
        Map<String, String> names = new HashMap<>();
        field.notes().optionLabels().forEach((code, label) -> {
            names.put(Spelling.normal(label.nl()), code);
            names.put(Spelling.normal(label.en()), code);
        });
        field.limits().options().forEach(code -> names.put(Spelling.normal(code), code));
        return names;
    }

    private static String names(Field field, Function<Bilingual, String> language) {
        List<String> names = field.limits().options().stream()
                .map(code -> {
                    Bilingual label = field.notes().optionLabels().get(code);
                    return label == null ? code : language.apply(label);
                })
                .toList();
        return String.join("; ", names);
    }

    private static Parsed truth(Cell cell) {
        Boolean truth = cell.kind() == Kind.DATE
                ? null
                : switch (cell.text().toLowerCase(Locale.ROOT)) {
                    case "ja", "j", "yes", "y", "true", "waar", "1" -> Boolean.TRUE;
                    case "nee", "n", "no", "false", "onwaar", "0" -> Boolean.FALSE;
                    default -> null;
                };
        if (truth == null) {
            return Parsed.wrong(
                    "Hier hoort ja of nee, maar er staat " + PlainValues.shown(cell) + ".",
                    "This must be yes or no (ja or nee), but it says " + PlainValues.shown(cell) + ".");
        }
        return Parsed.of(JSON.booleanNode(truth));
    }

    /** How many digits a field asks for that takes nothing else; 0 for other fields. */
    static int fixedDigits(Field field) {
        Pattern pattern = field.limits().pattern();
        Matcher fixed = FIXED_DIGITS.matcher(pattern == null ? "" : pattern.pattern());
        return fixed.matches() ? Integer.parseInt(fixed.group(1)) : 0;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ';') {
                part.append(';');
                i++;
            } else if (c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}

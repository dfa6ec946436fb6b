package nl.inkoopkompas.admission.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
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
import nl.inkoopkompas.admission.intake.Cell.Kind;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a cell as the value of a field, in the ways that Dutch spreadsheets write it. */
final class CellValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern DUTCH_DATE = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern FIXED_DIGITS = Pattern.compile("\\^(?:\\[0-9]|\\\\d)\\{(\\d+)}(?:\\$|\\\\z)");
    private static final int ZEROS_LOST = 2;

    private static final Bilingual CITIZEN_NUMBER = new Bilingual(
            "Hier staat een burgerservicenummer (BSN), of een RSIN van dezelfde vorm. Haal het weg.",
            "This holds a citizen's number (BSN), or an RSIN of the same form. Remove it.");

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

    /** Either a value or what is wrong. */
    record Parsed(@Nullable JsonNode value, @Nullable Bilingual error) {

        static Parsed of(JsonNode value) {
            return new Parsed(value, null);
        }

        static Parsed wrong(String nl, String en) {
            return new Parsed(null, new Bilingual(nl, en));
        }
    }

    /** Reads a cell that is not blank. */
    Parsed parse(Field field, Cell cell) {
        Bilingual unfit = unfit(cell);
        if (unfit != null) {
            return new Parsed(null, unfit);
        }
        return switch (field.type()) {
            case TEXT -> text(field, cell);
            case WHOLE -> CellNumbers.whole(cell);
            case DECIMAL -> CellNumbers.decimal(cell);
            case TRUTH -> truth(cell);
            case DATE -> date(cell);
            case OBJECT, LIST -> throw new IllegalArgumentException(field.name() + " is no value");
        };
    }

    /** Reads a list in one cell: items with semicolons between them, or {@code geen}. */
    Parsed parseItems(Field list, Cell cell) {
        ArrayNode items = JSON.arrayNode();
        if (isNone(cell)) {
            return Parsed.of(items);
        }
        Bilingual unfit = unfit(cell);
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

    /** What is wrong with a cell whatever it should hold. */
    static @Nullable Bilingual unfit(Cell cell) {
        return switch (cell.kind()) {
            case FORMULA ->
                new Bilingual(
                        "Hier staat een formule. Vervang haar door de waarde (plakken als waarde).",
                        "This is a formula. Replace it by its value (paste as value).");
            case ERROR ->
                new Bilingual(
                        "Hier staat een fout van het rekenblad. Vul een waarde in, of laat de cel leeg.",
                        "This is an error of the spreadsheet. Fill in a value, or leave the cell blank.");
            default -> null;
        };
    }

    static boolean isNone(Cell cell) {
        return cell.kind() == Kind.TEXT && cell.text().equalsIgnoreCase(Layout.NONE);
    }

    /** The text of an application number; null where it cannot be one. */
    static Parsed number(Cell cell) {
        Bilingual unfit = unfit(cell);
        if (unfit != null) {
            return new Parsed(null, unfit);
        }
        return plain(cell, false);
    }

    private Parsed text(Field field, Cell cell) {
        if (!field.limits().options().isEmpty()) {
            return option(field, cell);
        }
        int digits = fixedDigits(field);
        if (digits > 0 && (cell.kind() == Kind.NUMBER || cell.kind() == Kind.TEXT)) {
            String bare = cell.kind() == Kind.NUMBER ? cell.text() : bare(cell.text());
            int lost = digits - bare.length();
            boolean pad = lost > 0 && (cell.kind() == Kind.NUMBER || lost <= ZEROS_LOST);
            if (DIGITS.matcher(bare).matches() && (lost == 0 || pad)) {
                return Parsed.of(JSON.stringNode(pad ? "0".repeat(lost) + bare : bare));
            }
            return lost > 0 && DIGITS.matcher(bare).matches()
                    ? Parsed.wrong(
                            "Hier horen " + digits + " cijfers, maar er staan er " + bare.length()
                                    + ". Ontbreken er nullen vooraan?",
                            "This must have " + digits + " digits, but it has " + bare.length()
                                    + ". Are zeros missing in front?")
                    : Parsed.wrong(
                            "Hier horen precies " + digits + " cijfers en niets anders.",
                            "This must have exactly " + digits + " digits and nothing else.");
        }
        return plain(cell, field.notes().bsnExempt());
    }

    private static Parsed plain(Cell cell, boolean bsnExempt) {
        if (cell.kind() == Kind.DATE) {
            return Parsed.wrong(
                    "Hier hoort tekst, maar het rekenblad maakte er een datum van. Maak de cel op als tekst.",
                    "This must be text, but the spreadsheet made it a date. Format the cell as text.");
        }
        if (cell.kind() == Kind.TRUTH) {
            return Parsed.wrong(
                    "Hier hoort tekst, maar er staat waar of onwaar.", "This must be text, but it says true or false.");
        }
        if (!bsnExempt && CitizenNumber.occursIn(cell.text())) {
            return new Parsed(null, CITIZEN_NUMBER);
        }
        return Parsed.of(JSON.stringNode(cell.text()));
    }

    private Parsed option(Field field, Cell cell) {
        Map<String, String> known = options.getOrDefault(field, Map.of());
        String code = known.get(Layout.normal(cell.text()));
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
            names.put(Layout.normal(label.nl()), code);
            names.put(Layout.normal(label.en()), code);
        });
        field.limits().options().forEach(code -> names.put(Layout.normal(code), code));
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
                    "Hier hoort ja of nee, maar er staat " + shown(cell) + ".",
                    "This must be yes or no (ja or nee), but it says " + shown(cell) + ".");
        }
        return Parsed.of(JSON.booleanNode(truth));
    }

    private static Parsed date(Cell cell) {
        if (cell.kind() == Kind.DATE && cell.text().length() == 10) {
            return Parsed.of(JSON.stringNode(cell.text()));
        }
        Matcher dutch = DUTCH_DATE.matcher(cell.text());
        Matcher iso = ISO_DATE.matcher(cell.text());
        try {
            if (cell.kind() == Kind.TEXT && dutch.matches()) {
                return date(dutch.group(3), dutch.group(2), dutch.group(1));
            }
            if (cell.kind() == Kind.TEXT && iso.matches()) {
                return date(iso.group(1), iso.group(2), iso.group(3));
            }
        } catch (DateTimeException e) {
            return Parsed.wrong(
                    "De datum " + Quoted.of(cell.text()) + " bestaat niet.",
                    "The date " + Quoted.of(cell.text()) + " does not exist.");
        }
        return Parsed.wrong(
                "Hier hoort een datum, zoals 31-12-2024, maar er staat " + shown(cell) + ".",
                "This must be a date, such as 31-12-2024, but it says " + shown(cell) + ".");
    }

    private static Parsed date(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return Parsed.of(JSON.stringNode(date.toString()));
    }

    /** How many digits a field asks for that takes nothing else; 0 for other fields. */
    static int fixedDigits(Field field) {
        Pattern pattern = field.limits().pattern();
        Matcher fixed = FIXED_DIGITS.matcher(pattern == null ? "" : pattern.pattern());
        return fixed.matches() ? Integer.parseInt(fixed.group(1)) : 0;
    }

    static String shown(Cell cell) {
        return Quoted.of(cell.text());
    }

    /** Without the spaces and dots that people put between digits. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && !Cell.isSpace(c)) {
                bare.append(c);
            }
        }
        return bare.toString();
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

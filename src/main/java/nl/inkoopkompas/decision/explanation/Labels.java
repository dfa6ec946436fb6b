package nl.inkoopkompas.decision.explanation;

import java.util.Locale;
import java.util.Objects;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Texts;
import org.jspecify.annotations.Nullable;

/** What fields and norms are called. */
public final class Labels {

    private static final String CONTEXT = "/context/";

    private final RuleBook book;
    private final Shape schema;
    private final @Nullable Shape context;
    private final Language language;

    public Labels(RuleBook book, Policy policy, Language language) {
        this.book = book;
        this.schema = policy.schema();
        this.context = policy.context();
        this.language = language;
    }

    /**
     * The field at a pointer, with the place in the list that it stands in: {@code afgegeven op (verzekering 2)}, or
     * {@code afgegeven op (nieuwe regel)} where that is yet to be added.
     */
    public String field(String pointer) {
        Shape shape = shape(pointer);
        String label = "";
        String place = "";
        for (String part : parts(pointer)) {
            if (part.equals("-")) {
                place = language == Language.EN ? "new line" : "nieuwe regel";
                continue;
            }
            if (part.matches("\\d+")) {
                place = label + " " + (Integer.parseInt(part) + 1);
                label = place;
                continue;
            }
            Field field = shape.field(part);
            if (field == null) {
                return pointer;
            }
            label = named(field, part);
            shape = field.item() == null ? shape : field.requireItem();
        }
        if (pointer.endsWith("/-")) {
            return (language == Language.EN ? "one more in " : "nog een regel in ") + quoted(label);
        }
        String lower = label.isEmpty() ? pointer : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        return place.isEmpty() || place.equals(label) ? lower : lower + " (" + place + ")";
    }

    private Shape shape(String pointer) {
        return context != null && pointer.startsWith(CONTEXT) ? context : schema;
    }

    private String[] parts(String pointer) {
        int start = shape(pointer) == context ? CONTEXT.length() : Math.min(1, pointer.length());
        return pointer.substring(start).split("/");
    }

    private static String quoted(String label) {
        return "“" + label + "”";
    }

    private String named(Field field, String name) {
        String label = field.notes().label().in(language);
        return label.isEmpty() ? name : label;
    }

    /** The field definition at a pointer, whatever the indices in it; null where there is none. */
    public @Nullable Field definition(String pointer) {
        Shape shape = shape(pointer);
        Field found = null;
        for (String part : parts(pointer)) {
            if (part.equals("-") || part.matches("\\d+")) {
                found = shape.isValue() ? shape.field("") : found;
                continue;
            }
            found = shape.field(part);
            if (found == null) {
                return null;
            }
            shape = found.item() == null ? shape : found.requireItem();
        }
        return found;
    }

    /** A criterion, of whatever decision. */
    String criterion(String id) {
        return book.policies().values().stream()
                .map(policy -> policy.texts(language).criteria().get(id))
                .filter(Objects::nonNull)
                .map(Texts.CriterionTexts::name)
                .findFirst()
                .orElse(id);
    }

    /** A parameter, a row of a table or a table. */
    public String norm(String key) {
        Parameter parameter = book.parameter(key).orElse(null);
        if (parameter != null) {
            return lower(parameter.label().in(language));
        }
        String[] parts = key.split("#");
        Table table = book.table(parts[0]);
        if (table == null) {
            return key;
        }
        String label = lower(table.label().in(language));
        return parts.length == 1 ? label : label + ", " + (language == Language.EN ? "row " : "rij ") + parts[1];
    }

    private static String lower(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || abbreviation
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}

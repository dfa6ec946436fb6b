package nl.inkoopkompas.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One object of an input schema, compiled into slots: the place of each field among the values of an element. */
public final class Shape {

    /** What a field holds. */
    public enum Type {
        TEXT("text"),
        WHOLE("a whole number"),
        DECIMAL("a number"),
        TRUTH("true or false"),
        DATE("a date as 2024-04-01"),
        OBJECT("an object"),
        LIST("a list");

        private final String expected;

        Type(String expected) {
            this.expected = expected;
        }

        public String expected() {
            return expected;
        }
    }

    /**
     * A field of the object.
     *
     * @param item the shape of the object, or of a list's elements
     */
    public record Field(
            String name, int slot, Type type, @Nullable Shape item, Limits limits, Notes notes) {

        /** The shape of the object or of a list's elements; refuses a scalar with an {@link IllegalStateException}. */
        public Shape requireItem() {
            if (item == null) {
                throw new IllegalStateException(name + " has no fields of its own");
            }
            return item;
        }
    }

    /**
     * What a value may be.
     *
     * @param options allowed texts, of an object those that may stand in its place; empty where any text may stand
     * @param ordered whether the order of the options means something
     * @param uniqueBy the field that no two elements of the list share
     * @param from the table column that holds the allowed values
     */
    public record Limits(
            boolean required,
            List<String> options,
            boolean ordered,
            @Nullable Long minimum,
            @Nullable Long maximum,
            int minItems,
            int maxItems,
            int minLength,
            int maxLength,
            @Nullable Pattern pattern,
            @Nullable String uniqueBy,
            @Nullable TableOptions from) {}

    /** Allowed values that a table lists, in rows where the given columns hold what stands at the given pointers. */
    public record TableOptions(String table, String column, Map<String, String> where) {}

    /**
     * What people and programs that use the schema want to know.
     *
     * @param actionable whether the applicant can still change it, as evidence or staff; never history
     * @param column the name of the column in a spreadsheet
     * @param sheet the name of the sheet that holds the list
     * @param bound length up to which the list is analysed exactly
     * @param form what the pattern asks for, in words
     * @param bsnExempt whether nine digits here are no citizen's number by nature
     * @param standsFor the field of the request that what was read besides it stands in for, where that is absent
     */
    public record Notes(
            Bilingual label,
            @Nullable String unit,
            boolean actionable,
            @Nullable String column,
            @Nullable String sheet,
            int bound,
            @Nullable Bilingual form,
            boolean bsnExempt,
            @Nullable String standsFor,
            Map<String, Bilingual> optionLabels) {}

    /** Fields that may not be missing when another field has a certain value; their limits are those of that case. */
    public record Condition(Field when, String is, List<Field> required) {}

    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> byName = new HashMap<>();
    private final List<Condition> conditions = new ArrayList<>();

    public Shape(String name) {
        this.name = name;
    }

    void add(Field field) {
        fields.add(field);
        byName.put(field.name(), field);
    }

    void add(Condition condition) {
        conditions.add(condition);
    }

    /** The name of the field that holds it; empty for the whole request. */
    public String name() {
        return name;
    }

    public List<Field> fields() {
        return fields;
    }

    public List<Condition> conditions() {
        return conditions;
    }

    public @Nullable Field field(String name) {
        return byName.get(name);
    }

    /** A field that must be there; refuses another name with an {@link IllegalArgumentException}. */
    public Field require(String name) {
        Field field = byName.get(name);
        if (field == null) {
            throw new IllegalArgumentException("\"" + name + "\" is not in " + describe());
        }
        return field;
    }

    /** Whether it is a bare value in a list: one field without a name. */
    public boolean isValue() {
        return fields.size() == 1 && fields.get(0).name().isEmpty();
    }

    /** Its name and its fields, for an error. */
    public String describe() {
        return (name.isEmpty() ? "the request" : name) + ", which has "
                + byName.keySet().stream().sorted().toList();
    }
}

package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of which each states a condition in cells: a field, a comparison and a value. A cell never
 * becomes code: it names a place in the schema, one of a few words, and a value that has to suit the place.
 */
public final class StatedRows {

    private static final String FIELD = "field";
    private static final String COMPARISON = "comparison";
    private static final String VALUE = "value";

    /**
     * A row and what it states.
     *
     * @param condition null where the row states none
     * @param pointer the field that it is about; empty where the row states none
     */
    public record Stated(Table.Row row, @Nullable Condition condition, String pointer) {}

    /**
     * What a row says of a case.
     *
     * @param why null where the row states no condition
     */
    public record Said(Stated stated, @Nullable Why why) {

        public Truth truth() {
            return why == null ? Truth.TRUE : why.truth();
        }
    }

    private final Table table;
    private final List<Stated> rows;

    private StatedRows(Table table, List<Stated> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** Whether the rows of a table state conditions. */
    public static boolean are(Table table) {
        return Set.of(FIELD, COMPARISON, VALUE).stream().allMatch(column -> table.indexOf(column) >= 0);
    }

    /** Binds what the rows of a table state to a book; what does not fit is added to the problems. */
    public static StatedRows of(RuleBook book, Policy policy, Table table, List<Problem> problems) {
        List<Stated> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Object field = table.cell(row, FIELD);
            Object comparison = table.cell(row, COMPARISON);
            if (field == null && comparison == null) {
                rows.add(new Stated(row, null, ""));
                continue;
            }
            String file = "decision-tables/" + table.id() + ".csv";
            Binding binding = new Binding(
                    book, policy, table.id(), "", Map.of(), file, "row " + row.id(), problems, new HashMap<>());
            Condition condition = condition(
                    table,
                    row,
                    String.valueOf(field),
                    String.valueOf(comparison),
                    String.valueOf(table.cell(row, VALUE)),
                    binding);
            if (condition != null) {
                condition.bind(binding);
                rows.add(new Stated(row, condition, String.valueOf(field)));
            }
        }
        return new StatedRows(table, List.copyOf(rows));
    }

    private static @Nullable Condition condition(
            Table table, Table.Row row, String field, String comparison, String value, Binding binding) {
        Path path = Path.of(field);
        path.bind(binding);
        if (!path.isBound()) {
            return null;
        }
        Shape.Type type = path.field().type();
        return switch (comparison) {
            case "IS" ->
                switch (type) {
                    case TRUTH -> truth(path, value, binding);
                    case TEXT, OBJECT -> new OptionTest(path, List.of(value));
                    default -> unsuited(field, comparison, type, binding);
                };
            case "HOLDS" ->
                type == Shape.Type.LIST
                        ? new Elements(true, path).has(new OptionTest(Path.of("."), List.of(value)))
                        : unsuited(field, comparison, type, binding);
            case "STATED" -> new StatedTest(path);
            case "AT_LEAST", "AT_MOST" -> {
                if (type != Shape.Type.WHOLE || !value.matches("\\d{1,12}")) {
                    yield unsuited(field, comparison + " " + value, type, binding);
                }
                NormReference bound = new Written(table, row, BigDecimal.valueOf(Long.parseLong(value)));
                yield comparison.equals("AT_LEAST")
                        ? new BoundTest(path, null, bound, BoundTest.Kind.AT_LEAST)
                        : new BoundTest(path, null, bound, BoundTest.Kind.AT_MOST);
            }
            default -> unsuited(field, comparison, type, binding);
        };
    }

    private static @Nullable Condition truth(Path path, String value, Binding binding) {
        if (value.equals("true") || value.equals("false")) {
            return new TruthTest(path, Boolean.parseBoolean(value));
        }
        return unsuited(path.text(), "IS " + value, Shape.Type.TRUTH, binding);
    }

    private static @Nullable Condition unsuited(String field, String comparison, Shape.Type type, Binding binding) {
        binding.problem("\"" + field + "\" is " + type.expected() + ", of which nobody says " + comparison);
        return null;
    }

    /** What each row says of a case, in order. */
    public List<Said> in(CaseFile file) {
        Scope scope = file.scopeOf(file.request());
        List<Said> said = new ArrayList<>(rows.size());
        for (Stated stated : rows) {
            Condition condition = stated.condition();
            said.add(new Said(stated, condition == null ? null : condition.why(scope)));
        }
        return said;
    }

    /** What the row says of a case. */
    public static Said in(CaseFile file, Stated stated) {
        Condition condition = stated.condition();
        return new Said(stated, condition == null ? null : condition.why(file.scopeOf(file.request())));
    }

    public Table table() {
        return table;
    }

    public List<Stated> rows() {
        return rows;
    }

    /** Values on each side of what the rows ask of the field at a pointer. */
    public List<Object> boundaries(String pointer) {
        List<Object> values = new ArrayList<>();
        for (Stated stated : rows) {
            Object value = table.cell(stated.row(), VALUE);
            if (stated.pointer().equals(pointer)
                    && value != null
                    && value.toString().matches("\\d{1,12}")) {
                long bound = Long.parseLong(value.toString());
                values.add(bound);
                values.add(bound + 1);
                if (bound > 0) {
                    values.add(bound - 1);
                }
            }
        }
        return values;
    }

    /** A bound that stands in a cell of the row itself. */
    private static final class Written extends NormReference {

        private final Norm norm;
        private final Object value;

        Written(Table table, Table.Row row, Object value) {
            this.value = value;
            this.norm = new Norm(
                    table.id() + "#" + row.id(),
                    VALUE,
                    value,
                    false,
                    table.validFrom(),
                    row.source(),
                    null,
                    row.example());
        }

        @Override
        Norm norm(Scope scope) {
            return norm;
        }

        @Override
        @Nullable
        Leaf pickedBy(Scope scope) {
            return null;
        }

        @Override
        void bind(Binding binding) {}

        @Override
        List<Object> values() {
            return List.of(value);
        }

        @Override
        void survey(Survey survey) {}

        @Override
        boolean isFixed() {
            return true;
        }
    }
}

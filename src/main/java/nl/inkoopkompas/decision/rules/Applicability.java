package nl.inkoopkompas.decision.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.rules.Criteria.Standing;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where a criterion applies, as the table {@code <decision>/criteria} says: one row for all cases, or one for each
 * value of a field of the request that the table has a key column for. A row for all leaves out the values that only
 * another decision asks with.
 */
final class Applicability {

    /** What the table says for a case. */
    record Row(boolean applies, boolean remediable, String effect, Norm norm) {
        Standing standing() {
            return new Standing(applies, remediable, effect);
        }
    }

    private final Shape.@Nullable Field field;
    private final @Nullable Row everywhere;
    private final Map<Object, Row> byValue;
    private final List<String> also;

    private Applicability(
            Shape.@Nullable Field field, @Nullable Row everywhere, Map<Object, Row> byValue, List<String> also) {
        this.field = field;
        this.everywhere = everywhere;
        this.byValue = byValue;
        this.also = also;
    }

    /** The ids of the criteria of a decision, in the order in which they are answered. */
    static List<String> order(RuleBook book, Policy policy) {
        Table table = book.requireTable(policy.decision() + "/criteria");
        return table.rows().stream()
                .filter(row -> !isDrawn(table, row))
                .map(row -> String.valueOf(table.cell(row, "criterion")))
                .distinct()
                .toList();
    }

    /** The ids of the criteria that no rule speaks for: they are drawn from the others. */
    static List<String> drawn(RuleBook book, Policy policy) {
        Table table = book.requireTable(policy.decision() + "/criteria");
        return table.rows().stream()
                .filter(row -> isDrawn(table, row))
                .map(row -> String.valueOf(table.cell(row, "criterion")))
                .toList();
    }

    private static boolean isDrawn(Table table, Table.Row row) {
        return table.indexOf("drawn") >= 0 && Boolean.TRUE.equals(table.cell(row, "drawn"));
    }

    static Applicability of(RuleBook book, Policy policy, String criterion, List<Problem> problems) {
        Table table = book.requireTable(policy.decision() + "/criteria");
        String column = table.key().stream()
                .filter(key -> !key.equals("criterion"))
                .findFirst()
                .orElse("");
        Row everywhere = null;
        Map<Object, Row> byValue = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            if (!criterion.equals(table.cell(row, "criterion"))) {
                continue;
            }
            Object value = column.isEmpty() ? Table.ANY : table.cell(row, column);
            if (Table.ANY.equals(value)) {
                everywhere = row(table, row);
            } else if (value != null) {
                byValue.put(value, row(table, row));
            }
        }
        Shape.Field field = column.isEmpty() ? null : policy.schema().field(column);
        if (everywhere == null) {
            List<String> missing =
                    new ArrayList<>(field == null ? List.of() : field.limits().options());
            missing.removeAll(byValue.keySet());
            if (!missing.isEmpty() || field == null) {
                problems.add(new Problem(
                        "decision-tables/" + table.id() + ".csv",
                        "criterion " + criterion,
                        "has no row for " + missing));
            }
        }
        List<String> also = table.column(column).map(Table.Column::also).orElse(List.of());
        return new Applicability(field, everywhere, byValue, also);
    }

    private static Row row(Table table, Table.Row row) {
        Object applies = table.cell(row, "applies");
        Norm norm = new Norm(
                table.id() + "#" + row.id(),
                "applies",
                applies,
                false,
                table.validFrom(),
                row.source(),
                null,
                row.example());
        return new Row(
                Boolean.TRUE.equals(applies),
                Boolean.TRUE.equals(table.cell(row, "remediable")),
                String.valueOf(table.cell(row, "effect")),
                norm);
    }

    /** Tells what picks the row. */
    void survey(Survey survey) {
        if (everywhere == null && field != null) {
            survey.picks("/" + field.name(), field, standings().keySet());
        }
    }

    Map<Object, Standing> standings() {
        Map<Object, Standing> standings = new LinkedHashMap<>();
        byValue.forEach((value, row) -> {
            if (everywhere == null && !also.contains(value.toString())) {
                standings.put(value, row.standing());
            }
        });
        if (everywhere != null) {
            standings.put(Table.ANY, everywhere.standing());
        }
        return standings;
    }

    /** What the table says for all cases. */
    Row everywhere() {
        if (everywhere == null) {
            throw new IllegalStateException("The criteria table has no row for all cases");
        }
        return everywhere;
    }

    Row in(Element request) {
        Row own = field == null || byValue.isEmpty() ? null : byValue.get(request.get(field));
        if (own == null && everywhere != null) {
            return everywhere;
        }
        Row row = own;
        if (row == null) {
            throw new IllegalStateException("The criteria table has no row for this case");
        }
        return row;
    }

    /** The fact that picks the row; null where one row holds for all. */
    @Nullable
    Leaf pickedBy(Element request) {
        if (field == null || (everywhere != null && in(request) == everywhere)) {
            return null;
        }
        return new Leaf(request, field.slot());
    }
}

package nl.inkoopkompas.lab.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.Row;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A value that policy sets: of a parameter from a day on, or of a cell. A table of keys alone has one for each row.
 *
 * @param subject the parameter, or the table with the column: what findings are gathered by
 * @param key by what it is known: the parameter with its day, or the row with the column
 * @param names every name by which a clause can mean it
 */
record NormValue(
        String subject,
        String key,
        Set<String> names,
        Bilingual label,
        ValueType type,
        @Nullable Object value,
        SourceReference source,
        @Nullable String row) {

    /** Columns that tell where a row comes from, not what it asks. */
    private static final Set<String> TELLING = Set.of("id", "source", "example");

    static List<NormValue> of(RuleBook book) {
        List<NormValue> norms = new ArrayList<>();
        for (Policy policy : book.policies().values()) {
            policy.parameters().values().forEach(parameter -> add(norms, parameter));
        }
        book.tables().values().forEach(table -> add(norms, table));
        return norms;
    }

    private static void add(List<NormValue> norms, Parameter parameter) {
        for (Parameter.DatedValue value : parameter.values()) {
            norms.add(new NormValue(
                    parameter.key(),
                    parameter.key() + "@" + value.from(),
                    Set.of(parameter.key()),
                    parameter.label(),
                    parameter.type(),
                    value.value(),
                    value.source(),
                    null));
        }
    }

    private static void add(List<NormValue> norms, Table table) {
        List<Column> columns =
                table.columns().stream().filter(column -> isNorm(table, column)).toList();
        for (Row row : table.rows()) {
            String there = table.id() + "#" + row.id();
            if (columns.isEmpty()) {
                norms.add(new NormValue(
                        table.id(),
                        there,
                        Set.of(table.id(), there),
                        table.label(),
                        ValueType.ID,
                        row.id(),
                        row.source(),
                        row.id()));
            }
            for (Column column : columns) {
                norms.add(new NormValue(
                        table.id() + "." + column.id(),
                        there + "." + column.id(),
                        Set.of(table.id(), there, table.id() + "." + column.id(), there + "." + column.id()),
                        new Bilingual(
                                table.label().nl() + ", " + column.label().nl(),
                                table.label().en() + ", " + column.label().en()),
                        column.type(),
                        table.cell(row, column.id()),
                        row.source(),
                        row.id()));
            }
        }
    }

    /** What a table answers, apart from names and remarks; the bounds of a range are norms too. */
    static boolean isNorm(Table table, Column column) {
        boolean text = column.type() == ValueType.TEXT || column.type() == ValueType.REFERENCE;
        return !TELLING.contains(column.id()) && !table.key().contains(column.id()) && !text;
    }
}

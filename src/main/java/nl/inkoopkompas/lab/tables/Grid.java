package nl.inkoopkompas.lab.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.Row;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A table as blocks: what it is looked up by, the block of each row, and what cannot occur, such as a product under a
 * contract that does not have it.
 */
record Grid(Table table, List<Dimension> dimensions, Map<Row, Box> rows, List<Box> impossible) {

    static Grid of(RuleBook book, Table table) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String id : table.key()) {
            Column column = table.column(id).orElseThrow();
            dimensions.add(Dimension.of(column, table, domain(book, table, column)));
        }
        table.ranges().forEach(range -> dimensions.add(Dimension.of(range, table)));
        Map<Row, Box> rows = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            int[] low = new int[dimensions.size()];
            int[] high = new int[dimensions.size()];
            for (int i = 0; i < low.length; i++) {
                int[] parts = dimensions.get(i).of(table, row);
                low[i] = parts[0];
                high[i] = parts[1];
            }
            rows.put(row, new Box(low, high));
        }
        Grid grid = new Grid(table, List.copyOf(dimensions), rows, new ArrayList<>());
        grid.ruleOut(book);
        return grid;
    }

    /** The values that a column can have; null where nobody says which. */
    private static @Nullable Collection<?> domain(RuleBook book, Table table, Column column) {
        String to = column.to();
        if (Table.CRITERIA.equals(to)) {
            Policy policy = book.policies().get(table.decision());
            return policy == null ? null : policy.texts(Language.NL).criteria().keySet();
        }
        Table target = to == null ? null : book.table(to);
        if (target != null) {
            return referred(target).keySet();
        }
        return switch (column.type()) {
            case OPTION -> column.options();
            case BOOLEAN -> List.of(true, false);
            default -> null;
        };
    }

    /** The rows of a table by what refers to them: what their one key column holds, or else their id. */
    static Map<Object, Row> referred(Table target) {
        Map<Object, Row> rows = new LinkedHashMap<>();
        boolean byKey = target.key().size() == 1 && target.ranges().isEmpty();
        for (Row row : target.rows()) {
            Object value = byKey ? target.cell(row, target.key().get(0)) : row.id();
            rows.put(value == null ? row.id() : value, row);
        }
        return rows;
    }

    /** Where a column refers to a row which says itself what another column holds, no other value can occur there. */
    private void ruleOut(RuleBook book) {
        for (int i = 0; i < dimensions.size(); i++) {
            Column column = dimensions.get(i).column();
            Table target = column.type() == ValueType.REFERENCE && column.to() != null ? book.table(column.to()) : null;
            for (int j = 0; target != null && j < dimensions.size(); j++) {
                Column other = dimensions.get(j).column();
                boolean told = other.to() != null
                        && other.to()
                                .equals(target.column(other.id())
                                        .map(Column::to)
                                        .orElse(null));
                if (i != j && told) {
                    ruleOut(i, j, target, other.id());
                }
            }
        }
    }

    private void ruleOut(int referring, int told, Table target, String column) {
        for (Map.Entry<Object, Row> row : referred(target).entrySet()) {
            int value = dimensions.get(referring).part(row.getKey());
            Object says = target.cell(row.getValue(), column);
            int only = says == null ? -1 : dimensions.get(told).part(says);
            if (value < 0 || only < 0) {
                continue;
            }
            Box all = all().with(referring, value, value + 1);
            List<Box> others = List.of(
                    all.with(told, 0, only),
                    all.with(told, only + 1, dimensions.get(told).parts()));
            others.stream().filter(box -> !box.isEmpty()).forEach(impossible::add);
        }
    }

    /** What rows answer for, and what needs no answer. */
    List<Box> covers() {
        List<Box> covers = new ArrayList<>(impossible);
        rows.values().stream().filter(box -> !box.isEmpty()).forEach(covers::add);
        return covers;
    }

    private Box all() {
        return box(0, false);
    }

    /** What can occur. */
    Box domain() {
        return box(1, false);
    }

    /** What can occur, as far as it has a name. */
    Box named() {
        return box(1, true);
    }

    private Box box(int bounded, boolean named) {
        int[] low = new int[dimensions.size()];
        int[] high = new int[dimensions.size()];
        for (int i = 0; i < low.length; i++) {
            Dimension dimension = dimensions.get(i);
            low[i] = bounded == 0 ? 0 : dimension.first();
            high[i] = bounded == 0 ? dimension.parts() : named ? dimension.lastNamed() : dimension.last();
        }
        return new Box(low, high);
    }

    /** Values of a column that name nothing that exists. */
    boolean isDangling(Row row, Dimension dimension) {
        Object cell = table.cell(row, dimension.id());
        return dimension.range() == null && cell != null && !cell.equals(Table.ANY) && dimension.part(cell) < 0;
    }

    /** The columns that rows are looked up by. */
    LinkedHashSet<String> columns() {
        LinkedHashSet<String> columns = new LinkedHashSet<>(table.key());
        table.ranges().forEach(range -> columns.addAll(List.of(range.from(), range.end())));
        return columns;
    }
}

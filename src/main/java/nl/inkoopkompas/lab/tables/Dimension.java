package nl.inkoopkompas.lab.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.Range;
import nl.inkoopkompas.rulebook.Table.Row;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a table is looked up by, cut in parts that every row either takes whole or leaves out. An ordered
 * dimension is cut at the bounds that its rows name; any other has a part for each value, and an open one a last part
 * for all other values.
 */
final class Dimension {

    private final Column column;
    private final @Nullable Range range;
    private final boolean ordered;
    private final boolean open;
    /** Of an ordered dimension: where each part begins, but for the first, which has no beginning. */
    private final List<Object> bounds;

    private final List<Object> values;
    private final Map<Object, Integer> places = new HashMap<>();
    private final int first;
    private final int last;

    private Dimension(Column column, @Nullable Range range, boolean open, List<Object> bounds, List<Object> values) {
        this.column = column;
        this.range = range;
        this.ordered = range != null || isDiscrete(column.type());
        this.open = open;
        this.bounds = bounds;
        this.values = values;
        List<Object> placed = ordered ? bounds : values;
        for (int i = 0; i < placed.size(); i++) {
            places.put(placed.get(i), i);
        }
        this.first = ordered && least(column, range) != null ? 1 : 0;
        this.last = ordered && below(column, range) != null ? bounds.size() : parts();
    }

    /** A dimension of values; the rows name them, and the domain tells which there are; null where that is open. */
    static Dimension of(Column column, Table table, @Nullable Collection<?> domain) {
        int at = table.indexOf(column.id());
        if (isDiscrete(column.type())) {
            TreeSet<Object> bounds = new TreeSet<>();
            for (Row row : table.rows()) {
                Object cell = row.cell(at);
                if (cell != null && !cell.equals(Table.ANY)) {
                    bounds.add(cell);
                    bounds.add(next(cell));
                }
            }
            return new Dimension(column, null, false, bounded(bounds, column, null), List.of());
        }
        if (domain != null) {
            List<Object> values = new ArrayList<>(domain);
            values.addAll(column.also());
            return new Dimension(column, null, false, List.of(), values);
        }
        List<Object> named = new ArrayList<>();
        for (Row row : table.rows()) {
            Object cell = row.cell(at) instanceof BigDecimal number ? number.stripTrailingZeros() : row.cell(at);
            if (cell != null && !cell.equals(Table.ANY) && !named.contains(cell)) {
                named.add(cell);
            }
        }
        return new Dimension(column, null, true, List.of(), named);
    }

    /** A dimension of values that lie between two columns. */
    static Dimension of(Range range, Table table) {
        Column column = table.column(range.from()).orElseThrow();
        TreeSet<Object> bounds = new TreeSet<>();
        for (Row row : table.rows()) {
            Object from = table.cell(row, range.from());
            Object end = table.cell(row, range.end());
            if (from != null) {
                bounds.add(plain(from));
            }
            if (end != null) {
                bounds.add(end(range, end));
            }
        }
        return new Dimension(column, range, false, bounded(bounds, column, range), List.of());
    }

    private static List<Object> bounded(TreeSet<Object> bounds, Column column, @Nullable Range range) {
        Object least = least(column, range);
        Object below = below(column, range);
        if (least != null) {
            bounds.removeIf(bound -> compare(bound, least) < 0);
            bounds.add(least);
        }
        if (below != null) {
            bounds.removeIf(bound -> compare(bound, below) > 0);
            bounds.add(below);
        }
        return List.copyOf(bounds);
    }

    private static @Nullable Object least(Column column, @Nullable Range range) {
        Object least = range == null || range.least() == null ? null : plain(range.least());
        return least == null && column.type() == ValueType.MONTH ? (Object) 1L : least;
    }

    private static @Nullable Object below(Column column, @Nullable Range range) {
        Object below = range == null || range.below() == null ? null : plain(range.below());
        return below == null && column.type() == ValueType.MONTH ? (Object) 13L : below;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static boolean isDiscrete(ValueType type) {
        return type == ValueType.INTEGER || type == ValueType.MONTH || type == ValueType.DATE;
    }

    /** The first value that no longer belongs to a range. */
    private static Object end(Range range, Object end) {
        return range.through() && !(end instanceof BigDecimal) ? next(end) : plain(end);
    }

    private static Object next(Object value) {
        return value instanceof LocalDate date ? date.plusDays(1) : (Object) ((Long) value + 1);
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** The id of the column, the one with the lower bound where there are two. */
    String id() {
        return column.id();
    }

    Column column() {
        return column;
    }

    @Nullable
    Range range() {
        return range;
    }

    Bilingual label() {
        return range == null ? column.label() : range.label();
    }

    boolean isOrdered() {
        return ordered;
    }

    /** Whether nobody says which values there are. */
    boolean isOpen() {
        return open;
    }

    int parts() {
        return ordered ? bounds.size() + 1 : values.size() + (open ? 1 : 0);
    }

    /** The first part that can occur. */
    int first() {
        return first;
    }

    /** The part after the last that can occur. */
    int last() {
        return last;
    }

    /** The part after the last in which a gap is looked for: values that nobody named are none, if any is named. */
    int lastNamed() {
        return open && !values.isEmpty() ? values.size() : last;
    }

    /** The parts that a row takes: two numbers, the second not included; equal for a row that takes none. */
    int[] of(Table table, Row row) {
        if (range != null) {
            Object from = table.cell(row, range.from());
            Object end = table.cell(row, range.end());
            return new int[] {from == null ? 0 : after(plain(from)), end == null ? parts() : after(end(range, end))};
        }
        Object cell = table.cell(row, column.id());
        if (Table.ANY.equals(cell)) {
            return new int[] {
                0, ordered || open ? parts() : parts() - column.also().size()
            };
        }
        Integer place = cell == null ? null : places.get(plain(cell));
        if (place == null) {
            return new int[] {0, 0};
        }
        return ordered ? new int[] {place + 1, place + 2} : new int[] {place, place + 1};
    }

    /** The part that begins with a bound; bounds outside the domain lie at its edge. */
    private int after(Object bound) {
        Integer place = places.get(bound);
        if (place != null) {
            return place + 1;
        }
        return first > 0 && compare(bound, bounds.get(0)) < 0 ? 0 : parts();
    }

    /** The part of a value; -1 for none. */
    int part(Object value) {
        return places.getOrDefault(value, -1);
    }

    /** Where a part begins; null for no beginning. */
    @Nullable
    Object from(int part) {
        return part == 0 ? null : bounds.get(part - 1);
    }

    /** Where a part ends, not included; null for no end. */
    @Nullable
    Object until(int part) {
        return part >= bounds.size() ? null : bounds.get(part);
    }

    /** The value of a part; null for the part of all other values. */
    @Nullable
    Object value(int part) {
        return part < values.size() ? values.get(part) : null;
    }

    /** A value in a part. */
    Object example(int part) {
        if (!ordered) {
            Object value = value(part);
            return value == null ? "…" : value;
        }
        Object from = from(part);
        if (from != null) {
            return from;
        }
        Object until = until(part);
        if (until instanceof LocalDate date) {
            return date.minusDays(1);
        }
        if (until instanceof BigDecimal number) {
            return number.subtract(BigDecimal.ONE);
        }
        return until instanceof Long number ? (Object) (number - 1) : any();
    }

    private Object any() {
        return switch (column.type()) {
            case DATE -> LocalDate.EPOCH;
            case DECIMAL -> BigDecimal.ZERO;
            default -> 0L;
        };
    }
}

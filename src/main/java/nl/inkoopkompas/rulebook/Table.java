package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision table: typed rows with stable ids.
 *
 * @param id {@code <decision>/<table>}
 * @param key the columns that have to hold the value that a row is looked up by
 * @param ranges the pairs of columns that it has to lie between
 * @param gapsMeant whether "no row" is an answer too
 */
public record Table(
        String id,
        Bilingual label,
        HitPolicy hitPolicy,
        List<String> key,
        List<Range> ranges,
        boolean gapsMeant,
        LocalDate validFrom,
        List<Column> columns,
        List<Row> rows) {

    /** What a column of criteria refers to instead of a table. */
    public static final String CRITERIA = "criteria";

    /** The cell that stands for every value. */
    public static final String ANY = "*";

    /** How many rows may match one key. */
    public enum HitPolicy {
        /** At most one; checked when the book is read. */
        UNIQUE,
        /** Any number; all of them count. */
        COLLECT
    }

    /**
     * A column.
     *
     * @param to the table that a reference refers to
     * @param ordered whether the order of the options means something
     * @param any whether a cell may be {@link #ANY}
     * @param also what a cell may hold besides; {@link #ANY} does not stand for it
     * @param words what people read instead of a code
     */
    public record Column(
            String id,
            ValueType type,
            Bilingual label,
            @Nullable String unit,
            List<String> options,
            boolean ordered,
            @Nullable String to,
            boolean any,
            List<String> also,
            boolean required,
            Map<String, Bilingual> words) {

        /**
         * Reads a cell as it is written; null where nothing is set. Refuses with an {@link IllegalArgumentException}
         * what may not stand in this column. Whether a reference refers to anything is for the whole book to say.
         */
        public @Nullable Object read(String text) {
            if (text.isEmpty()) {
                if (required || type == ValueType.ID) {
                    throw new IllegalArgumentException("is empty; expected " + type.expected());
                }
                return null;
            }
            if (text.equals(ANY)) {
                if (!any) {
                    throw new IllegalArgumentException("\"*\" may not stand here; expected " + type.expected());
                }
                return ANY;
            }
            if (type == ValueType.OPTION && !options.contains(text)) {
                throw new IllegalArgumentException("\"" + text + "\" is not one of " + options);
            }
            return type.parse(text);
        }
    }

    /**
     * Two columns that hold the bounds of one value; a bound that is not set is none.
     *
     * @param from the column with the lower bound, which belongs to the range
     * @param end the column with the upper bound
     * @param through whether the upper bound belongs to the range too
     * @param label what lies in the range
     * @param least the least value that there is; null for no least
     * @param below what every value lies below; null for no such bound
     */
    public record Range(
            String from,
            String end,
            boolean through,
            Bilingual label,
            @Nullable Object least,
            @Nullable Object below) {

        /** Whether two rows have a value in common; the cells are those of {@link #from} and {@link #end}. */
        boolean meet(@Nullable Object from1, @Nullable Object end1, @Nullable Object from2, @Nullable Object end2) {
            for (Object lower : new Object[] {from1, from2}) {
                for (Object upper : new Object[] {end1, end2}) {
                    if (lower != null && upper != null && isEmpty(lower, upper)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Whether nothing lies between two bounds of the type of this range. */
        @SuppressWarnings("unchecked")
        public boolean isEmpty(Object lower, Object upper) {
            int order = ((Comparable<Object>) lower).compareTo(upper);
            return through ? order > 0 : order >= 0;
        }
    }

    /** A row; a cell that is not set is null. */
    public record Row(String id, List<@Nullable Object> cells, SourceReference source, boolean example) {

        public @Nullable Object cell(int column) {
            return cells.get(column);
        }
    }

    /** The place of a column, or -1. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    public Optional<Column> column(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    public Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The part of the id that names the decision, or {@code reference}. */
    public String decision() {
        return id.substring(0, Math.max(0, id.indexOf('/')));
    }

    /** Whether a cell stands for a value of its column: it is that value, or it is any. */
    public boolean covers(int column, @Nullable Object cell, @Nullable Object value) {
        return cell != null
                && (cell.equals(value)
                        || (cell.equals(ANY) && !columns.get(column).also().contains(String.valueOf(value))));
    }

    /** Whether a cell of another table can refer to this value: the id of a row, or what a key column holds. */
    public boolean holds(Object value) {
        return row(value.toString()).isPresent()
                || rows.stream().filter(row -> !row.cells().isEmpty()).anyMatch(row -> key.stream()
                        .anyMatch(column -> value.equals(cell(row, column))));
    }

    /** The cell of a column that the table has. */
    public @Nullable Object cell(Row row, String column) {
        return row.cell(indexOf(column));
    }
}

package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision table: typed rows with stable ids.
 *
 * @param id {@code <decision>/<table>}
 * @param key the columns by which a row is looked up
 */
public record Table(
        String id,
        Bilingual label,
        HitPolicy hitPolicy,
        List<String> key,
        LocalDate validFrom,
        List<Column> columns,
        List<Row> rows) {

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
            boolean required) {

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

    /** The cell of a column that the table has. */
    public @Nullable Object cell(Row row, String column) {
        return row.cell(indexOf(column));
    }
}

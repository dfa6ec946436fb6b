package nl.inkoopkompas.lab.tables;

import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a table can be looked up by.
 *
 * @param columns what it takes of each dimension
 * @param example a value of each dimension, by the id of its column, that lies in it
 */
public record Region(List<Extent> columns, Bilingual words, Map<String, Object> example) {

    /**
     * What a region takes of one dimension.
     *
     * @param column the column, the one with the lower bound where two columns bound a value
     * @param end the column with the upper bound; null for a column by itself
     * @param from the first value; null for no first, and where there is no order
     * @param until the first value that no longer belongs to it; null likewise
     * @param values the values; null where there is an order
     * @param whole whether it takes all that can occur
     */
    public record Extent(
            String column,
            @Nullable String end,
            Bilingual label,
            @Nullable Object from,
            @Nullable Object until,
            @Nullable List<Object> values,
            boolean whole,
            Bilingual words) {}
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;

/**
 * A value that policy sets, as it holds on a day.
 *
 * @param key parameter key, or {@code <decision>/<table>#<row id>}
 * @param column the column of the row; null for a parameter, or where the row as a whole counts
 * @param value null when nobody has set it; of a whole row its cells by column
 * @param optional whether "not set" means "no limit"
 */
public record Norm(
        String key,
        @Nullable String column,
        @Nullable Object value,
        boolean optional,
        LocalDate from,
        SourceReference source,
        @Nullable String unit,
        boolean example) {

    boolean isNoLimit() {
        return value == null && optional;
    }

    boolean isUnset() {
        return value == null && !optional;
    }
}

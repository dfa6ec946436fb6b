package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of one list come to in one place of a rule. Two contents of a list with the same tallies everywhere
 * give the same verdict.
 *
 * @param truth null where no element counts
 * @param least what a sum has to reach; null for what is no sum, and where nobody has set it
 */
public record Tally(
        Kind kind, @Nullable Truth truth, @Nullable BigDecimal least) {

    /** How one more element counts. */
    public enum Kind {
        /** The truest of the elements decides. */
        ANY,
        /** The least true of the elements decides. */
        EVERY,
        /** Elements add up. */
        SUM,
        /** Whether there is none. */
        EMPTY
    }
}

package nl.inkoopkompas.procedure;

import java.math.BigDecimal;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.algebra.Citations;
import nl.inkoopkompas.decision.algebra.Norm;
import org.jspecify.annotations.Nullable;

/**
 * The parameters on which a choice is made.
 *
 * @param margin null where nobody has set it
 * @param sway the share by which every weight may move under a robust advice; null where nobody has set it
 */
record Terms(@Nullable Long margin, @Nullable BigDecimal sway, long lightest, long heaviest) {

    static final String MARGIN = "procedure.choice.margin";

    static Terms of(Case asked) {
        return new Terms(
                whole(asked, MARGIN),
                asked.norm("procedure.choice.sway", new Citations()).value() instanceof BigDecimal share ? share : null,
                or(whole(asked, "procedure.choice.lightest"), 1),
                or(whole(asked, "procedure.choice.heaviest"), 0));
    }

    private static @Nullable Long whole(Case asked, String key) {
        Norm norm = asked.norm(key, new Citations());
        return norm.value() instanceof Long set ? set : null;
    }

    private static long or(@Nullable Long value, long none) {
        return value == null ? none : value;
    }
}

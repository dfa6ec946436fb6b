package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A sum of which some terms, or their size, are unknown: what is certain and what may come on top. */
final class ReferenceSum {

    private BigDecimal certain = BigDecimal.ZERO;
    private BigDecimal possible = BigDecimal.ZERO;
    private boolean unbounded;

    /** Adds a term that counts or may count; an unknown size of zero or more has no upper bound. */
    void add(ReferenceTruth counts, @Nullable BigDecimal size) {
        if (counts == ReferenceTruth.NO) {
            return;
        }
        if (size == null) {
            unbounded = true;
        } else if (counts == ReferenceTruth.YES) {
            certain = certain.add(size);
        } else {
            possible = possible.add(size);
        }
    }

    /** The list itself is unknown: anything may come on top. */
    void addUnbounded() {
        unbounded = true;
    }

    ReferenceTruth atLeast(BigDecimal minimum) {
        if (certain.compareTo(minimum) >= 0) {
            return ReferenceTruth.YES;
        }
        return unbounded || certain.add(possible).compareTo(minimum) >= 0 ? ReferenceTruth.UNKNOWN : ReferenceTruth.NO;
    }
}

package nl.inkoopkompas.admission;

import org.jspecify.annotations.Nullable;

/** No, unknown or yes, in that order, with Kleene's connectives. */
enum ReferenceTruth {
    NO,
    UNKNOWN,
    YES;

    static ReferenceTruth of(boolean value) {
        return value ? YES : NO;
    }

    /** Null is unknown. */
    static ReferenceTruth ofNullable(@Nullable Boolean value) {
        return value == null ? UNKNOWN : of(value);
    }

    ReferenceTruth and(ReferenceTruth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    ReferenceTruth or(ReferenceTruth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    ReferenceTruth not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }
}

package nl.inkoopkompas.exceptioncontract;

import org.jspecify.annotations.Nullable;

/** How a case ended; it stays after the case is closed. */
public enum CaseResult {
    APPROVED,
    REJECTED,
    WITHDRAWN;

    /** Whether people decided on it. */
    public boolean isDecided() {
        return this != WITHDRAWN;
    }

    /** The result that reaching a status gives; the one before where it gives none. */
    static @Nullable CaseResult reaching(CaseStatus status, @Nullable CaseResult before) {
        return switch (status) {
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
            case WITHDRAWN -> WITHDRAWN;
            case SUBMITTED, UNDER_REVIEW, TARIFF_TALKS, ADVISED, CONTRACTED, CLOSED -> before;
        };
    }
}

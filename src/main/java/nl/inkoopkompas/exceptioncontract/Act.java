package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a case.
 *
 * @param turn its number; 0 for the request itself
 * @param action null for the request itself
 * @param rule the row of the flow that allowed it; null for the request itself
 * @param decision the decision that was made with it; null where none was
 */
public record Act(
        int turn,
        @Nullable CaseAction action,
        Instant at,
        String by,
        String role,
        @Nullable String rule,
        @Nullable CaseStatus from,
        CaseStatus to,
        Said said,
        @Nullable UUID decision) {

    /** What somebody said with it. */
    public record Said(
            @Nullable String motivation,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Advice advice,
            @Nullable Tariff tariff) {

        static final Said NOTHING = new Said(null, null, null, null, null);
    }

    /** What an adviser advises. */
    public enum Advice {
        APPROVE,
        REJECT;

        CaseResult proposed() {
            return this == APPROVE ? CaseResult.APPROVED : CaseResult.REJECTED;
        }
    }

    /** A tariff that was agreed on. */
    public record Tariff(BigDecimal amount, String unit) {}

    boolean is(CaseAction other) {
        return action == other;
    }
}

package nl.inkoopkompas.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a recorded decision.
 *
 * @param attempt 1, or more where a second reader disagreed with an earlier one
 * @param products what was decided on each; where a decision knows no products, one without a code
 * @param secondReader whether it holds only when another person agrees
 * @param reading what the second reader said; null while nobody has
 */
public record Determination(
        UUID id,
        UUID decision,
        int attempt,
        List<OfProduct> products,
        @Nullable String motivation,
        Instant determinedAt,
        String determinedBy,
        boolean secondReader,
        @Nullable Reading reading) {

    /** What was proposed for a product, and what the person made of it. */
    public record OfProduct(String code, String proposed, String outcome) {

        public boolean differs() {
            return !proposed.equals(outcome);
        }
    }

    /** What a second reader said. */
    public record Reading(boolean agreed, @Nullable String motivation, Instant readAt, String readBy) {}

    /** Whether it binds: nobody has to read it, or the reader agreed. */
    public boolean holds() {
        return !secondReader || (reading != null && reading.agreed());
    }

    /** Whether a second reader still has to say something. */
    public boolean waits() {
        return secondReader && reading == null;
    }

    /** What was decided on a product; null where it was not decided on. */
    public @Nullable String outcome(String code) {
        return products.stream()
                .filter(product -> product.code().equals(code))
                .map(OfProduct::outcome)
                .findFirst()
                .orElse(null);
    }
}

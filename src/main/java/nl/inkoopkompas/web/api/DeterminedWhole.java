package nl.inkoopkompas.web.api;

import java.time.Instant;
import java.util.UUID;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.WholeDeterminations.Whole;
import org.jspecify.annotations.Nullable;

/** What a person decided on a decision without products. */
record DeterminedWhole(
        UUID id,
        UUID decision,
        String proposed,
        String outcome,
        @Nullable String motivation,
        Instant determinedAt,
        String determinedBy) {

    static DeterminedWhole of(Whole whole) {
        Determination made = whole.determination();
        return new DeterminedWhole(
                made.id(),
                made.decision(),
                whole.proposed(),
                whole.outcome(),
                made.motivation(),
                made.determinedAt(),
                made.determinedBy());
    }
}

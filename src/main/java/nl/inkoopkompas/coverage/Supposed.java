package nl.inkoopkompas.coverage;

import java.util.List;
import java.util.UUID;

/**
 * Which decisions on admission are counted as if they were determined as proposed.
 *
 * @param allProposals every proposal that nobody has determined
 * @param decisions these; a later round counts for the dossier of each
 */
public record Supposed(boolean allProposals, List<UUID> decisions) {

    public static Supposed nothing() {
        return new Supposed(false, List.of());
    }

    public static Supposed proposals() {
        return new Supposed(true, List.of());
    }

    public static Supposed these(List<UUID> decisions) {
        return new Supposed(false, List.copyOf(decisions));
    }

    public boolean isNothing() {
        return !allProposals && decisions.isEmpty();
    }
}

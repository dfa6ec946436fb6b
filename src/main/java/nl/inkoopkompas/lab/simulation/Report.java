package nl.inkoopkompas.lab.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * How far a simulation is, and what it found so far.
 *
 * @param turn which version of the draft was simulated
 * @param from the first reference date that a case was judged on
 * @param done how many of the cases were judged
 */
public record Report(
        UUID id,
        UUID draft,
        int turn,
        Status status,
        String type,
        String population,
        LocalDate from,
        Instant startedAt,
        String startedBy,
        int done,
        int total,
        Figures figures) {

    /** Where a simulation stands. */
    public enum Status {
        /** Another one goes first. */
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        public boolean isUnderWay() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /** A page of flipped cases, in the order of their numbers. */
    public record CasePage(List<FlippedCase> items, int page, int size, int total) {}

    /**
     * A case that gets another outcome.
     *
     * @param decision the recorded decision that it comes from; null where it was made up
     * @param edits the numbers of the changes that it is counted under
     */
    public record FlippedCase(
            int number,
            @Nullable UUID decision,
            String applicant,
            String contract,
            List<String> products,
            String from,
            String to,
            List<PartChange> changes,
            List<Integer> edits,
            List<String> criteria,
            boolean favourable) {}

    /** A part that gets another outcome. */
    public record PartChange(String product, String from, String to) {}

    /** A case as both books decide it, explained. */
    public record Opened(FlippedCase of, Decision base, Decision draft) {}
}

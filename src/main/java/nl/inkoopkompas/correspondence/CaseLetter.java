package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter on a request for an exception contract.
 *
 * @param turn the act that asked for it
 * @param orderedAt when that act was recorded
 * @param letter where it is archived; null as long as it is not written
 */
public record CaseLetter(
        UUID id,
        UUID caseId,
        int turn,
        CaseLetterKind kind,
        Instant orderedAt,
        String orderedBy,
        @Nullable UUID letter) {

    /** The date on it. */
    public LocalDate sentOn() {
        return CaseWords.dayOf(orderedAt);
    }

    /** What the file is called where it is downloaded or attached. */
    public String fileName() {
        return "uitzondering-" + kind.word() + "-" + sentOn() + ".pdf";
    }
}

package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that was sent.
 *
 * @param id of its entry in the journal
 * @param dossier the first decision of the application
 * @param decision the round that it rests on
 * @param sentOn the date on the letter
 * @param dueOn the last day of the term that it gives; null for none
 * @param sha256 of the PDF
 */
public record Letter(
        UUID id,
        UUID dossier,
        LetterKind kind,
        UUID decision,
        String recipientName,
        String recipientAddress,
        LocalDate sentOn,
        @Nullable LocalDate dueOn,
        String extra,
        String sha256,
        String templateVersion,
        Instant recordedAt,
        String recordedBy) {

    /** What the file is called where it is downloaded or attached. */
    public String fileName() {
        return "brief-" + kind.word() + "-" + sentOn + ".pdf";
    }
}

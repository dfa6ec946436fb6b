package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it would be sent.
 *
 * @param determination what it tells; null where it tells none
 * @param text the whole document
 * @param article the text alone, as a piece of a page
 * @param dueOn the last day of the term that it gives; null for none
 * @param unprintable what was written but cannot be printed, and is replaced by a mark
 */
public record LetterDraft(
        LetterRequest request,
        UUID dossier,
        UUID decision,
        @Nullable UUID determination,
        String text,
        String article,
        @Nullable LocalDate dueOn,
        String templateVersion,
        List<String> unprintable) {}

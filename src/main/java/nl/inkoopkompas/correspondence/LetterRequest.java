package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer fills in on a letter.
 *
 * @param id names this request, so that a second press on the button sends nothing
 * @param recipientAddress e-mail address, preferably one of a function
 * @param sentOn the date on the letter
 * @param dueOn the last day for an answer; null for the term that the rule book gives
 * @param extra a paragraph of the officer's own; empty for none
 */
public record LetterRequest(
        UUID id,
        LetterKind kind,
        String recipientName,
        String recipientAddress,
        LocalDate sentOn,
        @Nullable LocalDate dueOn,
        String extra) {}

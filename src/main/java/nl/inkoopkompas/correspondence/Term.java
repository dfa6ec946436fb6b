package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A term that a letter gave. When it has passed, nothing happens by itself: a person records what follows.
 *
 * @param dueOn the last day of it
 */
public record Term(LetterKind kind, UUID letter, LocalDate sentOn, LocalDate dueOn) {

    public boolean hasPassed(LocalDate today) {
        return today.isAfter(dueOn);
    }
}

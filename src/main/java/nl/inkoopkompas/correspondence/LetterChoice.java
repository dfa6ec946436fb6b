package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Whether a letter can be sent now.
 *
 * @param obstacle why it cannot; null where it can
 * @param lastSentOn the date on the last letter of this kind on the same round; null where there is none
 */
public record LetterChoice(
        LetterKind kind,
        @Nullable Bilingual obstacle,
        @Nullable LocalDate lastSentOn) {

    public boolean isPossible() {
        return obstacle == null;
    }
}

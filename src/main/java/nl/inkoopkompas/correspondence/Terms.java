package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The terms that letters gave. */
@Component
public class Terms {

    private final LetterArchive archive;

    Terms(LetterArchive archive) {
        this.archive = archive;
    }

    /**
     * A term in a dossier that nobody has decided on.
     *
     * @param decision that the letter was on
     */
    public record Running(UUID dossier, UUID decision, String recipient, Term term) {}

    /** The terms that the last letters gave in dossiers that nobody has decided on, the first to end first. */
    public List<Running> running(int most) {
        List<Running> running = new ArrayList<>();
        for (Letter letter : archive.lastOfOpenDossiers(most)) {
            LocalDate dueOn = letter.dueOn();
            if (dueOn != null) {
                running.add(new Running(
                        letter.dossier(),
                        letter.decision(),
                        letter.recipientName(),
                        new Term(letter.kind(), letter.id(), letter.sentOn(), dueOn)));
            }
        }
        running.sort(Comparator.comparing(one -> one.term().dueOn()));
        return running;
    }

    /** Every term in a dossier, oldest letter first. */
    public List<Term> of(UUID dossier) {
        List<Term> terms = new ArrayList<>();
        for (Letter letter : archive.of(dossier)) {
            LocalDate dueOn = letter.dueOn();
            if (dueOn != null) {
                terms.add(new Term(letter.kind(), letter.id(), letter.sentOn(), dueOn));
            }
        }
        return terms;
    }
}

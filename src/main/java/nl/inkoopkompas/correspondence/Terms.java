package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
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

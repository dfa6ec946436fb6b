package nl.inkoopkompas.correspondence;

import nl.inkoopkompas.rulebook.Bilingual;

/** A letter that the dossier does not allow now. */
public final class LetterNotPossible extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual why;

    LetterNotPossible(Bilingual why) {
        super(why.en());
        this.why = why;
    }

    public Bilingual why() {
        return why;
    }
}

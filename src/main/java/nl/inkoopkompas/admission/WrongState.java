package nl.inkoopkompas.admission;

import nl.inkoopkompas.rulebook.Bilingual;

/** The right person asks for something that the dossier does not allow as it stands; the sentence says why. */
public final class WrongState extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual why;

    WrongState(String dutch, String english) {
        super(english);
        this.why = new Bilingual(dutch, english);
    }

    public Bilingual why() {
        return why;
    }
}

package nl.inkoopkompas.decision;

import nl.inkoopkompas.rulebook.Bilingual;

/** The right person asks for something that does not go as things stand; the sentence says why. */
public final class WrongState extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual why;

    public WrongState(String dutch, String english) {
        super(english);
        this.why = new Bilingual(dutch, english);
    }

    public Bilingual why() {
        return why;
    }
}

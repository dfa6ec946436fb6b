package nl.inkoopkompas.decision;

import nl.inkoopkompas.rulebook.Bilingual;

/** What another person has to do: four eyes. The sentence says why. */
public final class NotByYou extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual why;

    public NotByYou(String dutch, String english) {
        super(english);
        this.why = new Bilingual(dutch, english);
    }

    public Bilingual why() {
        return why;
    }
}

package nl.inkoopkompas.rulebook.amendment;

import nl.inkoopkompas.rulebook.Bilingual;

/** A change that does not suit the rule book: what of it is wrong, and what was expected. */
public final class AmendmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String part;
    private final transient Bilingual why;

    /** @param part which part of the change is wrong: {@code table}, {@code row}, {@code column}, {@code value} … */
    public AmendmentRefused(String part, String dutch, String english) {
        super(english);
        this.part = part;
        this.why = new Bilingual(dutch, english);
    }

    public String part() {
        return part;
    }

    public Bilingual why() {
        return why;
    }
}

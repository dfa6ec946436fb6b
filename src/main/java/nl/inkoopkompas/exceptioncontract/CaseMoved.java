package nl.inkoopkompas.exceptioncontract;

import nl.inkoopkompas.rulebook.Bilingual;

/** The right person asks for what is not possible as the case now stands. */
public final class CaseMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual why;
    private final transient ExceptionCase now;

    CaseMoved(Bilingual why, ExceptionCase now) {
        super(why.en());
        this.why = why;
        this.now = now;
    }

    public Bilingual why() {
        return why;
    }

    /** The case as it stands now. */
    public ExceptionCase now() {
        return now;
    }
}

package nl.inkoopkompas.exceptioncontract;

import java.util.UUID;
import nl.inkoopkompas.rulebook.Bilingual;

/** The right person asks for what is not possible as the case now stands. */
public final class CaseMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual why;
    private final UUID id;

    CaseMoved(Bilingual why, UUID id) {
        super(why.en());
        this.why = why;
        this.id = id;
    }

    public Bilingual why() {
        return why;
    }

    /** The case, to be read anew: by now it may stand elsewhere. */
    public UUID id() {
        return id;
    }
}

package nl.inkoopkompas.exceptioncontract;

import java.util.UUID;
import nl.inkoopkompas.rulebook.Bilingual;

/** The right person asks for what is not possible as the case now stands. */
public final class CaseMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Bilingual why;
    private final transient Bilingual because;
    private final UUID id;

    CaseMoved(Bilingual why, UUID id) {
        this(why, why, id);
    }

    CaseMoved(Flow.Permit permit, UUID id) {
        this(permit.why(), permit.because(), id);
    }

    private CaseMoved(Bilingual why, Bilingual because, UUID id) {
        super(because.en());
        this.why = why;
        this.because = because;
        this.id = id;
    }

    public Bilingual why() {
        return why;
    }

    /** Why, with the rules that say so. */
    public Bilingual because() {
        return because;
    }

    /** The case, to be read anew: by now it may stand elsewhere. */
    public UUID id() {
        return id;
    }
}

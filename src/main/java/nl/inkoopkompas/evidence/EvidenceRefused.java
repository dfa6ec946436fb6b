package nl.inkoopkompas.evidence;

import nl.inkoopkompas.rulebook.Bilingual;

/** A document, or what is said of it, that cannot be taken; nothing of it has been stored. */
public final class EvidenceRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of refusal it is. */
    public enum Kind {
        WRONG,
        TOO_LARGE,
        TOO_LATE,
        /** The virus scanner gives no answer. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient Bilingual sentence;

    EvidenceRefused(Kind kind, String nl, String en) {
        super(en);
        this.kind = kind;
        this.sentence = new Bilingual(nl, en);
    }

    static EvidenceRefused wrong(String nl, String en) {
        return new EvidenceRefused(Kind.WRONG, nl, en);
    }

    public Kind kind() {
        return kind;
    }

    public Bilingual sentence() {
        return sentence;
    }
}

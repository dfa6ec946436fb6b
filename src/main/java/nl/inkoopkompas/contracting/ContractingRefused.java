package nl.inkoopkompas.contracting;

import nl.inkoopkompas.rulebook.Bilingual;

/** A contracting, or a change of one, that cannot be; nothing has been stored. */
public final class ContractingRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean conflict;
    private final transient Bilingual sentence;

    private ContractingRefused(boolean conflict, String nl, String en) {
        super(en);
        this.conflict = conflict;
        this.sentence = new Bilingual(nl, en);
    }

    /** What was asked for is wrong in itself. */
    static ContractingRefused wrong(String nl, String en) {
        return new ContractingRefused(false, nl, en);
    }

    /** It does not go together with what the register holds by now. */
    static ContractingRefused conflict(String nl, String en) {
        return new ContractingRefused(true, nl, en);
    }

    static ContractingRefused changedMeanwhile() {
        return conflict(
                "Iemand anders heeft deze contractering intussen gewijzigd. Er is niets opgeslagen."
                        + " Bekijk de nieuwe versie en probeer het opnieuw.",
                "Somebody else has changed this contracting in the meantime. Nothing was stored."
                        + " Look at the new version and try again.");
    }

    public boolean isConflict() {
        return conflict;
    }

    public Bilingual sentence() {
        return sentence;
    }
}

package nl.inkoopkompas.decision;

/** What one criterion says of one subject. */
public enum Verdict {
    MET,
    NOT_MET,
    /** A fact is missing or a norm is not set, and it could still matter. */
    UNDETERMINED,
    /** The rule asks a person. */
    JUDGEMENT,
    NOT_APPLICABLE,
    /** Not met, but a hearing accepted the measures. */
    REMEDIED;

    /** Whether nothing has to be done about it, so that it has no remedy. */
    public boolean isSettled() {
        return this == MET || this == NOT_APPLICABLE || this == REMEDIED;
    }
}

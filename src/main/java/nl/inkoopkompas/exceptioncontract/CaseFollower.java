package nl.inkoopkompas.exceptioncontract;

/** Hears of everything that happens to cases, as part of the transaction that records it. */
public interface CaseFollower {

    /**
     * Something happened.
     *
     * @param after the case as it stands with it
     * @param act what was done; the last of the case
     */
    void happened(ExceptionCase after, Act act);
}

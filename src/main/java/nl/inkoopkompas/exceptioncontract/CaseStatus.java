package nl.inkoopkompas.exceptioncontract;

/** Where a case stands. */
public enum CaseStatus {
    SUBMITTED,
    UNDER_REVIEW,
    TARIFF_TALKS,
    ADVISED,
    APPROVED,
    CONTRACTED,
    REJECTED,
    WITHDRAWN,
    CLOSED
}

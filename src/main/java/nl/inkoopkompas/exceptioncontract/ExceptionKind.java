package nl.inkoopkompas.exceptioncontract;

/** What an exception takes: nothing, an addendum for a provider with another contract, or a contract of its own. */
public enum ExceptionKind {
    NOT_NEEDED,
    CSA,
    URC
}

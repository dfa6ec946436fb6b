package nl.inkoopkompas.correspondence;

/** What letters rest on where they say that a decision is one of civil law. */
final class CivilLaw {

    /** A decision on a contract or an admission is one of civil law. */
    static final String RULING = "ECLI:NL:RBAMS:2020:7132";

    private CivilLaw() {}

    static String source(CaseWords words) {
        return words.source("rechtspraak", RULING);
    }
}

package nl.inkoopkompas.lab.simulation;

/**
 * A case of which the draft asks what it does not hold.
 *
 * @param why a criterion that lacks a fact, or {@link #UNREADABLE}
 */
record Undecided(int number, int applicant, String why) {

    /** The request does not suit the schema of one of the books, or is no longer there. */
    static final String UNREADABLE = "unreadable";
}

package nl.inkoopkompas.lab.simulation;

import java.util.List;
import java.util.Map;

/**
 * What came of a run of cases.
 *
 * @param cases how many there were
 * @param findingsOnly how many had another verdict somewhere and the same outcome
 * @param counted for a made-up population: providers before and after, by product and place
 * @param presences for the register: who can be called on for what
 */
record Chunk(
        int cases,
        List<Flip> flips,
        List<Undecided> undecided,
        int findingsOnly,
        Map<String, int[]> counted,
        List<Presence> presences) {

    /** What is counted by product and place: all, the small and the local, each before and after. */
    static final int COUNTS = 6;

    /** That an applicant can be called on for a product, before or after. */
    record Presence(int number, int applicant, String part, boolean before, boolean after, boolean small) {}

    static String key(String part, String place) {
        return part + "|" + place;
    }
}

package nl.inkoopkompas.lab.simulation;

import java.util.List;

/**
 * A case that gets another outcome.
 *
 * @param number of the case in its population
 * @param edits the numbers of the changes that it is counted under: one, or several where none alone does it
 * @param favour above zero where every part that changes gets better for the applicant, below where every part gets
 *     worse, zero for some of both
 * @param criteria those of which the verdict differs
 * @param parts the parts of which the outcome differs
 * @param all the ids of all parts
 */
record Flip(
        int number,
        int applicant,
        String from,
        String to,
        List<Integer> edits,
        int favour,
        String contract,
        String size,
        List<String> criteria,
        List<PartFlip> parts,
        List<String> all,
        List<String> places) {

    /** A part, such as a product, that gets another outcome. */
    record PartFlip(String id, String from, String to) {}
}

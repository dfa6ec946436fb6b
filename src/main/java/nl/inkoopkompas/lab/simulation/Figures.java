package nl.inkoopkompas.lab.simulation;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a simulation comes to.
 *
 * @param flipped cases with another outcome; {@code favourable}, {@code unfavourable} and {@code mixed} add up to it
 * @param findingsOnly cases with another finding and the same outcome
 * @param notDecidable cases of which the draft asks what they do not hold; none of them is counted as flipped
 */
public record Figures(
        int cases,
        int flipped,
        int favourable,
        int unfavourable,
        int mixed,
        int findingsOnly,
        int notDecidable,
        List<Move> flips,
        List<Share> byCriterion,
        List<EditShare> byEdit,
        List<Share> byContract,
        List<Share> byProduct,
        List<Share> byProviderSize,
        List<Share> byMunicipality,
        List<Share> notDecidableBecause,
        Coverage coverage) {

    private static final JsonMapper JSON = new JsonMapper();

    /** How many cases went from one outcome to another. */
    public record Move(String from, String to, int count) {}

    /** How many flipped cases have something in common. */
    public record Share(String id, int flips, int favourable, int unfavourable) {}

    /**
     * How many flipped cases are counted under a change, or under a combination that does it only together.
     *
     * @param edits numbers of changes
     */
    public record EditShare(List<Integer> edits, int flips, int favourable, int unfavourable) {}

    /**
     * Who can be called on.
     *
     * @param fewBefore products in a municipality for which there was somebody, but fewer than two
     * @param rows those where the number changes, or where fewer than two remain
     * @param named small and local providers that come or go; of a made-up population none
     */
    public record Coverage(int fewBefore, int fewAfter, List<CoverageRow> rows, List<Named> named) {

        /** With fewer there is too little to choose from. */
        static final int ENOUGH = 2;
    }

    /** How many providers there are for a product in a municipality, before and after. */
    public record CoverageRow(
            String product,
            String municipality,
            int before,
            int after,
            int smallBefore,
            int smallAfter,
            int localBefore,
            int localAfter) {

        /** Whether fewer than two remain. */
        public boolean isFew() {
            return after < Coverage.ENOUGH;
        }
    }

    /** A provider that can no longer, or from now on, be called on for a product; {@code number} is its case. */
    public record Named(int number, String product, boolean gone, boolean small, boolean local) {}

    String written() {
        return JSON.writeValueAsString(this);
    }

    static Figures read(String text) {
        return JSON.readValue(text, Figures.class);
    }

    /** Nothing was judged yet. */
    static Figures none() {
        return new Figures(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Coverage(0, 0, List.of(), List.of()));
    }
}

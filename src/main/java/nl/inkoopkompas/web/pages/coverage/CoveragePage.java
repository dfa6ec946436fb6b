package nl.inkoopkompas.web.pages.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on coverage.
 *
 * @param day the day that counts, as people write it
 * @param on the same as a field of a form has it
 * @param shortNow areas with too few providers as contracted
 * @param shortAfter the same with what is supposed
 * @param narrow areas with just enough
 * @param contract the chosen contract; null for all
 * @param gaps products with too few somewhere, the first of them
 * @param moreGaps how many more there are
 */
record CoveragePage(
        String day,
        String on,
        int areas,
        int shortNow,
        int shortAfter,
        int narrow,
        boolean supposing,
        boolean proposals,
        List<Option> contracts,
        List<Candidate> candidates,
        List<ContractRow> overview,
        @Nullable Grid contract,
        List<Shortage> gaps,
        int moreGaps,
        List<Said> established,
        String exportHref,
        String nowHref) {

    /** One value to choose. */
    record Option(String value, String label, boolean chosen) {}

    /** A proposal that can be counted as if it were determined. */
    record Candidate(String id, String applicant, String products, boolean chosen) {}

    /** @param covered share of the areas with enough, in hundredths, after what is supposed */
    record ContractRow(
            String href, String name, String procedure, int areas, int shortNow, int shortAfter, int covered) {}

    /** The products of one contract against its municipalities and its places. */
    record Grid(String name, List<String> heads, List<GridRow> rows, List<Gap> places, List<Picture> pictures) {}

    record GridRow(String product, String code, List<Cell> cells) {}

    /** @param href the contracted providers that were counted */
    record Cell(String head, int providers, int after, int stopped, boolean isShort, String href) {}

    /**
     * An area with what may follow.
     *
     * @param least null where the rule book does not say
     * @param establishHref null for who may not establish
     */
    record Gap(
            String product,
            String contract,
            String where,
            int providers,
            int after,
            int stopped,
            boolean isShort,
            @Nullable Long least,
            String norm,
            List<Follow> steps,
            @Nullable String establishHref) {}

    /** A product with all areas where there are too few providers. */
    record Shortage(List<Gap> areas) {

        public Gap first() {
            return areas.get(0);
        }
    }

    /** @param interpretation id of the interpretation; null for none */
    record Follow(String step, String source, @Nullable String interpretation) {}

    /** The bars of one municipality. */
    record Picture(String name, String described, int shorts, int height, int axis, int norm, List<Bar> bars) {}

    record Bar(String label, int y, int width, int wider, int number, boolean isShort) {}

    /** What was established. */
    record Said(
            String product,
            String where,
            String step,
            int providers,
            long least,
            String on,
            String by,
            String byOn,
            String motivation,
            String recordedBy,
            String recordedOn) {}
}

package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The page with everything about one application.
 *
 * @param jsonHref address of the same decision for machines
 * @param summary how many criteria have which verdict, by the heaviest of each criterion
 */
record Dossier(
        String applicant,
        String kvkNumber,
        String contract,
        String outcome,
        String asOf,
        String jsonHref,
        List<Product> products,
        Map<Verdict, Integer> summary,
        List<MatrixRow> rows,
        OpenFinding open,
        List<Step> steps,
        Explanation explanation,
        History history,
        Receipt receipt) {

    /** A column of the matrix. */
    record Product(String code, String name, String outcome) {}

    /** @param cells one that spans all products where these do not differ, or one for each */
    record MatrixRow(int number, String criterion, String href, boolean open, boolean wide, List<Cell> cells) {}

    /**
     * @param verdict null where there is no finding
     * @param product whose it is, empty in a wide cell
     * @param brief the values that the verdict rests on
     */
    record Cell(@Nullable Verdict verdict, String product, String brief, boolean example, String href, boolean open) {}

    /** @param because names of the criteria that ask for it */
    record Step(
            String actor,
            String action,
            String because,
            @Nullable String dueOn) {}

    record Explanation(String language, String summary, List<String> paragraphs) {}

    /** @param origin the imported file, null when there was none */
    record History(
            int round,
            String recordedOn,
            String recordedAt,
            String recordedIso,
            String recordedBy,
            @Nullable String origin,
            @Nullable String originHref) {}

    record Receipt(
            String ruleBookVersion,
            String ruleBookValidFrom,
            String ruleBookHash,
            String inputHash,
            String engineVersion,
            String engineBuild) {}

    /**
     * The finding that is opened beside the matrix.
     *
     * @param product whose finding it is, empty when it is about the applicant
     * @param siblings the findings of the same criterion on the other products and on this one
     * @param previous address of the criterion before, null at the first
     * @param remedy null where the verdict is settled
     */
    record OpenFinding(
            int number,
            int count,
            String criterion,
            String product,
            Verdict verdict,
            String reason,
            List<Sibling> siblings,
            List<Fact> facts,
            List<Norm> norms,
            List<String> sources,
            List<Words.Reading> readings,
            @Nullable Remedy remedy,
            @Nullable String previous,
            @Nullable String next) {}

    record Sibling(String product, Verdict verdict, String href, boolean open) {}

    /** @param value null where it is unknown, empty where there is none */
    record Fact(String label, @Nullable String value, String pointer) {}

    /** @param values empty where the norm is not set */
    record Norm(
            String label, String key, List<Words.Labelled> values, String validFrom, String source, boolean example) {}

    /** @param metFrom null where time alone does not help */
    record Remedy(
            String text,
            List<Fact> missing,
            List<String> missingNorms,
            List<Change> changes,
            @Nullable String metFrom,
            @Nullable Timeline timeline) {}

    /** @param from null where nothing was known, or where something is added */
    record Change(
            String label,
            boolean added,
            @Nullable String from,
            @Nullable String to) {}
}

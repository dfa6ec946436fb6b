package nl.inkoopkompas.web.api.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Change;
import nl.inkoopkompas.lab.simulation.Figures;
import nl.inkoopkompas.lab.simulation.Figures.Coverage;
import nl.inkoopkompas.lab.simulation.Figures.CoverageRow;
import nl.inkoopkompas.lab.simulation.Figures.EditShare;
import nl.inkoopkompas.lab.simulation.Figures.Move;
import nl.inkoopkompas.lab.simulation.Figures.Share;
import nl.inkoopkompas.lab.simulation.Report;
import nl.inkoopkompas.lab.simulation.Report.FlippedCase;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as JSON.
 *
 * @param judgedFrom the first reference date that a case was judged on
 * @param byEdit every flipped case once: under one edit or group, or under several that do it only together
 * @param cases the first of the flipped cases; the rest by page at {@code …/cases}
 */
record SimulationView(
        UUID id,
        UUID draft,
        String status,
        String type,
        String population,
        LocalDate judgedFrom,
        Instant startedAt,
        String startedBy,
        int done,
        int total,
        int flipped,
        int favourable,
        int unfavourable,
        int mixed,
        int findingsOnly,
        List<Move> flips,
        List<CriterionShare> byCriterion,
        List<EditView> byEdit,
        List<Map<String, Object>> byContract,
        List<Map<String, Object>> byProduct,
        List<Map<String, Object>> byProviderSize,
        List<Map<String, Object>> byMunicipality,
        int notDecidable,
        List<Lacking> notDecidableBecause,
        CoverageView coverage,
        List<CaseView> cases) {

    /** How many flipped cases have another finding on a criterion. */
    record CriterionShare(String criterion, int flips, int favourable, int unfavourable) {}

    /**
     * How many flipped cases are counted under edits.
     *
     * @param together whether none of the changes does it alone
     */
    record EditView(List<Integer> edits, boolean together, int flips, int favourable, int unfavourable) {}

    /** How many cases lack what the draft asks. */
    record Lacking(String criterion, int cases) {}

    /**
     * Who can be called on.
     *
     * @param fewerThanTwo products in municipalities where fewer than two remain
     */
    record CoverageView(
            int fewerThanTwoBefore,
            int fewerThanTwoAfter,
            List<CoverageRow> changed,
            List<CoverageRow> fewerThanTwo,
            List<ProviderView> providers) {}

    /** A small or local provider that goes or comes. */
    record ProviderView(String name, String product, boolean gone, boolean small, boolean local) {}

    /** A flipped case. */
    record CaseView(
            int number,
            @Nullable UUID decision,
            String applicant,
            String contract,
            List<String> products,
            String from,
            String to,
            List<Report.PartChange> changes,
            List<Integer> edits,
            List<String> criteria) {}

    /** A page of flipped cases. */
    record CaseViews(List<CaseView> items, int page, int size, int total) {}

    /** @param names of the providers that the coverage names, in its order */
    static SimulationView of(Report report, Draft draft, List<FlippedCase> cases, List<String> names) {
        Figures found = report.figures();
        return new SimulationView(
                report.id(),
                report.draft(),
                report.status().name(),
                report.type(),
                report.population(),
                report.from(),
                report.startedAt(),
                report.startedBy(),
                report.done(),
                report.total(),
                found.flipped(),
                found.favourable(),
                found.unfavourable(),
                found.mixed(),
                found.findingsOnly(),
                found.flips(),
                found.byCriterion().stream()
                        .map(share ->
                                new CriterionShare(share.id(), share.flips(), share.favourable(), share.unfavourable()))
                        .toList(),
                found.byEdit().stream().map(share -> edits(share, draft)).toList(),
                shares("contract", found.byContract()),
                shares("product", found.byProduct()),
                shares("providerSize", found.byProviderSize()),
                shares("municipality", found.byMunicipality()),
                found.notDecidable(),
                found.notDecidableBecause().stream()
                        .map(share -> new Lacking(share.id(), share.flips()))
                        .toList(),
                coverage(found.coverage(), names),
                cases.stream().map(one -> view(one, draft)).toList());
    }

    private static EditView edits(EditShare share, Draft draft) {
        return new EditView(
                edits(share.edits(), draft),
                share.edits().size() > 1,
                share.flips(),
                share.favourable(),
                share.unfavourable());
    }

    /** The numbers of the edits of changes. */
    private static List<Integer> edits(List<Integer> changes, Draft draft) {
        return draft.changes().stream()
                .filter(change -> changes.contains(change.number()))
                .map(Change::numbers)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Map<String, Object>> shares(String name, List<Share> shares) {
        return shares.stream()
                .map(share -> Map.<String, Object>of(
                        name,
                        share.id(),
                        "flips",
                        share.flips(),
                        "favourable",
                        share.favourable(),
                        "unfavourable",
                        share.unfavourable()))
                .toList();
    }

    private static CoverageView coverage(Coverage coverage, List<String> names) {
        List<ProviderView> providers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            var one = coverage.named().get(i);
            providers.add(new ProviderView(names.get(i), one.product(), one.gone(), one.small(), one.local()));
        }
        return new CoverageView(
                coverage.fewBefore(),
                coverage.fewAfter(),
                coverage.rows().stream()
                        .filter(row -> row.before() != row.after())
                        .toList(),
                coverage.rows().stream().filter(CoverageRow::isFew).toList(),
                providers);
    }

    static CaseView view(FlippedCase one, Draft draft) {
        return new CaseView(
                one.number(),
                one.decision(),
                one.applicant(),
                one.contract(),
                one.products(),
                one.from(),
                one.to(),
                one.changes(),
                edits(one.edits(), draft),
                one.criteria());
    }
}

package nl.inkoopkompas.web.pages.transition;

import java.util.List;
import nl.inkoopkompas.web.pages.Pager;
import org.jspecify.annotations.Nullable;

/**
 * The page on one plan.
 *
 * @param cap the last day on old terms; null where there is no limit
 * @param open the group of which the scenarios are shown; null where there are no groups
 */
record PlanPage(
        String id,
        String outcome,
        String asOf,
        String switchOn,
        @Nullable String cap,
        Figures figures,
        List<GroupRow> groups,
        @Nullable OpenGroup open,
        List<Chart> charts,
        List<List<String>> loads,
        List<String> months,
        int exceeding,
        Lines lines,
        List<Task> tasks,
        List<Unplanned> unplanned,
        List<Spent> spent,
        String exportHref) {

    /** Key figures, as people write them. */
    record Figures(
            String indications,
            String notRunning,
            String continuing,
            String share,
            String reindications,
            int months,
            String providerChanges,
            String viaExceptionContract,
            String exceptionValue,
            String exceeding,
            boolean anyExceeding) {}

    record GroupRow(
            String product,
            int situation,
            String indications,
            String chosen,
            @Nullable String score,
            boolean byHand,
            boolean blocked,
            boolean current,
            String href) {}

    /** A group with every scenario. */
    record OpenGroup(
            String product,
            int situation,
            int indications,
            List<String> interests,
            List<ScenarioColumn> scenarios,
            @Nullable String chosen,
            @Nullable String proposed,
            @Nullable String resident) {}

    /**
     * A scenario of the open group.
     *
     * @param cells by interest, in their order; empty where it does not belong to the situation
     * @param blockedBy the names of the criteria that it fails on
     */
    record ScenarioColumn(
            String id,
            boolean possible,
            boolean chosen,
            @Nullable String score,
            List<Cell> cells,
            List<String> blockedBy) {}

    /** How a scenario serves an interest; empty where nobody has said. */
    record Cell(String score, int bar) {}

    /** The workload of a municipality as a picture. */
    record Chart(
            String name,
            String sentence,
            int exceeding,
            List<Bar> bars,
            int capY,
            List<Tick> ticks,
            List<Tick> scale) {}

    record Bar(int x, String y, String height, boolean over) {}

    record Tick(int at, String label) {}

    /** Lines of the plan, narrowed. */
    record Lines(
            List<LineRow> rows,
            Pager pager,
            List<Option> municipalities,
            List<Option> scenarios,
            List<Option> products,
            boolean narrowed,
            String group) {}

    record Option(String value, String label, boolean chosen) {}

    record LineRow(
            String id,
            String municipality,
            String provider,
            String product,
            @Nullable String newProduct,
            @Nullable String scenario,
            @Nullable String until,
            @Nullable String reindicateBy,
            @Nullable String changeReason,
            boolean providerChanges,
            boolean viaExceptionContract,
            @Nullable String resident) {}

    record Task(String actor, String action, @Nullable String dueOn) {}

    record Unplanned(String id, String municipality, String provider, String product) {}

    /** What runs through exception contracts under one contract. */
    record Spent(String contract, int indications, String value, int withoutValue) {}

    /** A plan in a list. */
    record Item(String id, String label, String outcome, String recordedOn, String recordedBy, boolean chosen) {}

    /** A figure of two plans. */
    record Compared(String figure, String one, String other, boolean differs) {}
}

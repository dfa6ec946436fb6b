package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Scenario;
import nl.inkoopkompas.rulebook.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Every rule, and every row of a table that a criterion reads, has a golden case that rests on it. */
class ScenarioCoverageTests {

    /** Tables whose rows no finding rests on, and why. */
    private static final Map<String, String> NOT_CITED = new TreeMap<>(Map.of(
            "admission/population", "makes invented applications; no criterion reads it",
            "admission/obligations", "says what follows admission; no criterion reads it",
            "reference/municipalities", "names the municipalities; no criterion reads it",
            "exceptioncontract/flow", "says who may do what; its own tests walk through it",
            "exceptioncontract/task-split", "says who does what; people read it",
            "procedure/profiles", "what the plan says of contracts; it is read into the context",
            "procedure/variants", "shapes an outcome; no criterion reads it",
            "procedure/models", "read by people",
            "procedure/funding-forms", "read by people",
            "procedure/open-house-watch", "watches what runs; no criterion reads it"));

    static {
        NOT_CITED.put("transition/tests", "says which findings test which scenario; no criterion reads it");
        NOT_CITED.put("transition/interests", "weighs scenarios; no criterion reads it");
        NOT_CITED.put("transition/scores", "weighs scenarios; no criterion reads it");
        NOT_CITED.put("transition/tasks", "says what follows a plan; no criterion reads it");
        NOT_CITED.put("transition/population", "makes invented plans; no criterion reads it");
    }

    /** Rows that no finding can rest on, or not yet, and why. */
    private static final Map<String, String> ROWS_NOT_CITED = Map.of(
            "exceptioncontract/criteria#.*", "hold for every request, so no finding names them",
            "exceptioncontract/mandates#(?!exception-director).*", "of other decisions, or a gap in the plan",
            "exceptioncontract/tariffs#.*", "examples, all alike: some are cited",
            "reference/coverage-steps#.*", "says what may follow on the coverage; coverage reads it",
            "reference/thresholds#(sas-2022.*|services.*|works.*)", "of before the first book, or of procedures");

    /** Rules that speak for what no request can bring about, so that there is a rule for everything. */
    private static final Set<String> UNREACHABLE = Set.of(
            "procedure.extension UNDETERMINED",
            "transition.other-provider UNDETERMINED",
            "transition.situation-scenario UNDETERMINED",
            "transition.time UNDETERMINED",
            "exception.kind UNDETERMINED", // who is contracted is always known
            "exception.like-cases UNDETERMINED", // how cases ended is always known
            "exception.mandate NOT_MET", // the mandate is from before the first book
            "exception.mandate UNDETERMINED");

    private static final String WITHOUT_WINDOW = "admission.entry-window UNDETERMINED";
    private static final Set<String> RULES = new TreeSet<>();
    private static final Set<String> ROWS = new TreeSet<>();
    private static final Map<String, Set<String>> UNNAMED = new TreeMap<>();

    @BeforeAll
    static void judgeEveryScenario() {
        ProjectRuleBook.BOOK.policies().values().forEach(policy -> policy.scenarios()
                .forEach(ScenarioCoverageTests::judge));
    }

    private static void judge(Scenario scenario) {
        DecisionType type = ProjectTypes.of(scenario);
        RuleBook book =
                scenario.set().isEmpty() ? ProjectRuleBook.BOOK : ProjectRuleBook.with(type.id(), scenario.set());
        ObjectNode asked = (ObjectNode) scenario.request();
        ObjectNode context = scenario.context().isEmpty() ? type.context(book, asked) : (ObjectNode) scenario.context();
        Element request = ProjectRuleBook.ENGINE.read(book, type.id(), new Input(asked, context));
        for (Judged finding : ProjectRuleBook.ENGINE.assess(type, book, request).findings()) {
            if (!finding.because().isEmpty()) {
                RULES.add(finding.criterion() + " " + finding.verdict());
            }
            finding.citations().norms().stream().map(Norm::key).forEach(ROWS::add);
            if (isStated(scenario, finding)) {
                finding.citations().norms().stream()
                        .map(Norm::key)
                        .filter(key -> !key.startsWith("procedure/trade-offs#"))
                        .filter(key -> !scenario.norms().contains(key)
                                && !scenario.norms().contains(key.split("#")[0])
                                && !scenario.set().containsKey(key))
                        .forEach(key -> UNNAMED.computeIfAbsent(scenario.id(), id -> new TreeSet<>())
                                .add(key));
            }
        }
    }

    private static boolean isStated(Scenario scenario, Judged finding) {
        return scenario.expect().verdicts().keySet().stream()
                .anyMatch(key -> key.equals(finding.criterion())
                        || key.equals(finding.criterion() + " " + finding.subjectPointer()));
    }

    /**
     * Else an edit of such a norm counts as a failure of the case, and cannot be published. With the trade-offs that is
     * meant: an advice that the plan took has to follow from whatever they weigh.
     */
    @Test
    void namesTheNormsThatStatedVerdictsRestOn() {
        assertThat(UNNAMED).isEmpty();
    }

    @Test
    void firesEveryRule() {
        Set<String> all = new TreeSet<>();
        for (DecisionType type : ProjectTypes.ALL) {
            Criteria criteria = ProjectRuleBook.ENGINE.criteria(ProjectRuleBook.BOOK, type.id());
            criteria.ids().forEach(id -> criteria.verdicts(id).forEach(verdict -> all.add(id + " " + verdict)));
        }
        System.out.println("Rules fired by scenarios: " + RULES.size() + " of " + all.size());
        all.removeAll(RULES);
        all.removeAll(UNREACHABLE);
        assertThat(all).isEqualTo(everyContractHasAWindow() ? Set.of(WITHOUT_WINDOW) : Set.of());
    }

    /** Then no request can get the answer that nobody has set a window yet. */
    private static boolean everyContractHasAWindow() {
        Table contracts = ProjectRuleBook.BOOK.requireTable("reference/contracts");
        Table windows = ProjectRuleBook.BOOK.requireTable("admission/entry-windows");
        return contracts.rows().stream()
                .filter(row -> "WINDOW".equals(contracts.cell(row, "entry")))
                .allMatch(row ->
                        windows.rows().stream().anyMatch(window -> row.id().equals(windows.cell(window, "contract"))));
    }

    @Test
    void restsOnEveryRow() {
        Set<String> missing = new TreeSet<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (Table table : ProjectRuleBook.BOOK.tables().values()) {
            if (table.id().equals("reference/thresholds")) {
                continue; // facts of several years and kinds, of which a decision needs one
            }
            if (NOT_CITED.containsKey(table.id())) {
                assertThat(ROWS).noneMatch(key -> key.startsWith(table.id() + "#"));
                continue;
            }
            // a row of criteria that holds for every contract is no choice, so no finding names it
            table.rows().stream()
                    .filter(row -> !table.id().endsWith("/criteria") || isChoice(table, row))
                    .map(row -> table.id() + "#" + row.id())
                    .forEach(key -> {
                        rows.merge(table.id(), 1, Integer::sum);
                        if (!ROWS.contains(key)
                                && ROWS_NOT_CITED.keySet().stream().noneMatch(key::matches)) {
                            missing.add(key);
                        }
                    });
        }
        System.out.println("Rows that scenarios can rest on: " + rows);
        assertThat(missing).isEmpty();
    }

    private static boolean isChoice(Table table, Table.Row row) {
        return table.indexOf("contract") >= 0 && !Table.ANY.equals(table.cell(row, "contract"));
    }
}

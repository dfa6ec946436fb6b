package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Scenario;
import nl.inkoopkompas.rulebook.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every rule, and every row of a table that a criterion reads, has a golden case that rests on it. */
class ScenarioCoverageTests {

    /** Tables whose rows no finding rests on, and why. */
    private static final Map<String, String> NOT_CITED = Map.of(
            "admission/population", "makes invented applications; no criterion reads it",
            "admission/obligations", "says what follows admission; no criterion reads it",
            "reference/municipalities", "names the municipalities; no criterion of admission reads it",
            "reference/thresholds", "the thresholds of procedures; no criterion of admission reads it",
            "reference/coverage", "says how many providers there are at least; coverage reads it",
            "reference/coverage-steps", "says what may follow on the coverage; coverage reads it");

    private static final String WITHOUT_WINDOW = "admission.entry-window UNDETERMINED";
    private static final Set<String> RULES = new TreeSet<>();
    private static final Set<String> ROWS = new TreeSet<>();

    @BeforeAll
    static void judgeEveryScenario() {
        for (Scenario scenario : ProjectRuleBook.BOOK.policy("admission").scenarios()) {
            RuleBook book = scenario.set().isEmpty() ? ProjectRuleBook.BOOK : ProjectRuleBook.with(scenario.set());
            Criteria criteria = ProjectRuleBook.ENGINE.criteria(book, "admission");
            Element request = ProjectRuleBook.ENGINE.read(book, "admission", scenario.request());
            for (Judged finding : criteria.judge(request)) {
                if (!finding.because().isEmpty()) {
                    RULES.add(finding.criterion() + " " + finding.verdict());
                }
                finding.citations().norms().stream().map(Norm::key).forEach(ROWS::add);
            }
        }
    }

    @Test
    void firesEveryRule() {
        Criteria criteria = ProjectRuleBook.ENGINE.criteria(ProjectRuleBook.BOOK, "admission");
        Set<String> all = new TreeSet<>();
        criteria.ids().forEach(id -> criteria.verdicts(id).forEach(verdict -> all.add(id + " " + verdict)));
        System.out.println("Rules fired by scenarios: " + RULES.size() + " of " + all.size());
        all.removeAll(RULES);
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
            if (!Set.of("admission", "reference").contains(table.decision())) {
                continue;
            }
            if (NOT_CITED.containsKey(table.id())) {
                assertThat(ROWS).noneMatch(key -> key.startsWith(table.id() + "#"));
                continue;
            }
            // a row of criteria that holds for every contract is no choice, so no finding names it
            table.rows().stream()
                    .filter(row ->
                            !table.id().equals("admission/criteria") || !Table.ANY.equals(table.cell(row, "contract")))
                    .map(row -> table.id() + "#" + row.id())
                    .forEach(key -> {
                        rows.merge(table.id(), 1, Integer::sum);
                        if (!ROWS.contains(key)) {
                            missing.add(key);
                        }
                    });
        }
        System.out.println("Rows that scenarios can rest on: " + rows);
        assertThat(missing).isEmpty();
    }
}

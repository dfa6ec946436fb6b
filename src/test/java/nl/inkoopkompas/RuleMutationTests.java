package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.Scenario;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A slip of the pen in the rules or their data is refused when it is read, or some golden case fails. */
class RuleMutationTests {

    private static final double LEAST = 0.95;
    private static final List<Scenario> SCENARIOS =
            ProjectRuleBook.BOOK.policy("admission").scenarios();

    /** Another decision asks these criteria too. */
    private static final List<Scenario> ALL_SCENARIOS = ProjectRuleBook.BOOK.policies().values().stream()
            .flatMap(policy -> policy.scenarios().stream())
            .toList();

    /** What became of the mutants. */
    private static final class Score {
        private int refused;
        private int killed;
        private final List<String> survivors = new ArrayList<>();

        void add(String name, Supplier<RuleBook> mutant, List<Scenario> scenarios, DecisionEngine engine) {
            try {
                if (isKilled(mutant.get(), scenarios, engine)) {
                    killed++;
                } else {
                    survivors.add(name);
                }
            } catch (RuleBookRefused e) {
                refused++;
            }
        }

        void hold(String what) {
            double score = (double) killed / (killed + survivors.size());
            System.out.printf(
                    "Mutants of %s: %d refused, %d killed, %d survive, score %.3f%n",
                    what, refused, killed, survivors.size(), score);
            survivors.forEach(survivor -> System.out.println("  survives: " + survivor));
            assertThat(score).as(survivors.toString()).isGreaterThanOrEqualTo(LEAST);
        }
    }

    @Test
    void killsSlipsInRuleFiles() {
        Score score = new Score();
        for (String criterion : ProjectRuleBook.ENGINE
                .criteria(ProjectRuleBook.BOOK, "admission")
                .ids()) {
            RuleBook alone = RuleBookReader.read(SingleCriterionBook.of(criterion));
            Policy policy = alone.policy("admission");
            String path = SingleCriterionBook.ruleFile(criterion);
            List<Scenario> about = SCENARIOS.stream()
                    .filter(scenario -> scenario.expect().verdicts().keySet().stream()
                            .anyMatch(key -> key.equals(criterion) || key.startsWith(criterion + " ")))
                    .map(scenario -> onlyOn(scenario, criterion))
                    .toList();
            String text = alone.files().text(path);
            for (String mutant : RuleMutants.ofRules(text)) {
                Map<String, String> rules = new TreeMap<>(policy.rules());
                rules.put(path, mutant);
                Policy changed = new Policy(
                        policy.decision(),
                        policy.schema(),
                        policy.context(),
                        policy.parameters(),
                        rules,
                        policy.texts(),
                        policy.scenarios(),
                        List.of());
                score.add(
                        difference(criterion, text, mutant),
                        () -> ProjectRuleBook.with(alone, changed, mutant),
                        about,
                        new DecisionEngine(new EngineReceipt("test", "mutant")));
            }
        }
        score.hold("rule files");
    }

    @Test
    void killsSlipsInNorms() {
        Score score = new Score();
        RuleBookFiles files = ProjectRuleBook.FILES;
        String parameters = "rules/admission/parameters.yaml";
        for (String mutant : RuleMutants.ofParameters(files.text(parameters))) {
            score.add(
                    difference("parameters", files.text(parameters), mutant),
                    () -> RuleBookReader.read(files.with(parameters, mutant)),
                    SCENARIOS,
                    ProjectRuleBook.ENGINE);
        }
        Map<String, int[]> tables = new TreeMap<>(Map.of(
                "entry-windows", new int[] {5, 6},
                "insurance", new int[] {2, 3},
                "products", new int[] {4, 5, 6, 7},
                "criteria", new int[] {3},
                "quality-schemes", new int[] {1},
                "associations", new int[] {1}));
        tables.forEach((table, columns) -> {
            String path = "decision-tables/admission/" + table + ".csv";
            for (int column : columns) {
                for (String mutant : RuleMutants.ofTable(files.text(path), column)) {
                    score.add(
                            difference(table, files.text(path), mutant),
                            () -> RuleBookReader.read(files.with(path, mutant)),
                            ALL_SCENARIOS,
                            ProjectRuleBook.ENGINE);
                }
            }
        });
        score.hold("norms");
    }

    private static String difference(String name, String text, String mutant) {
        int from = 0;
        while (text.charAt(from) == mutant.charAt(from)) {
            from++;
        }
        int line = text.substring(0, from).split("\n", -1).length;
        String before = text.split("\n", -1)[line - 1].strip();
        String[] after = mutant.split("\n", -1);
        return name + " line " + line + ": " + before + " -> " + after[Math.min(line, after.length) - 1].strip();
    }

    private static Scenario onlyOn(Scenario scenario, String criterion) {
        Scenario.Expectation all = scenario.expect();
        return new Scenario(
                scenario.file(),
                scenario.id(),
                scenario.name(),
                scenario.source(),
                scenario.norms(),
                scenario.request(),
                scenario.context(),
                scenario.set(),
                new Scenario.Expectation(
                        null,
                        only(all.verdicts(), criterion),
                        only(all.missing(), criterion),
                        only(all.missingNorms(), criterion),
                        only(all.metFrom(), criterion),
                        only(all.change(), criterion)));
    }

    private static <T> Map<String, T> only(Map<String, T> all, String criterion) {
        Map<String, T> only = new TreeMap<>(all);
        only.keySet().removeIf(key -> !key.equals(criterion) && !key.startsWith(criterion + " "));
        return only;
    }

    /** Scenarios under the book itself first: they need no other reading of it. */
    private static boolean isKilled(RuleBook mutant, List<Scenario> scenarios, DecisionEngine engine) {
        engine.prepare(mutant);
        Map<String, RuleBook> books = new TreeMap<>();
        for (boolean set : new boolean[] {false, true}) {
            for (Scenario scenario : scenarios) {
                if (scenario.set().isEmpty() == set) {
                    continue;
                }
                RuleBook book = scenario.set().isEmpty()
                        ? mutant
                        : books.computeIfAbsent(
                                scenario.set().toString(),
                                key -> ProjectRuleBook.with(
                                        mutant, ProjectTypes.of(scenario).id(), scenario.set()));
                if (fails(scenario, book, engine)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fails(Scenario scenario, RuleBook book, DecisionEngine engine) {
        try {
            Decision decision = engine.decide(
                    new AdmissionType(),
                    new Input((ObjectNode) scenario.request(), (ObjectNode) scenario.context()),
                    book,
                    Language.NL);
            return !ScenarioTests.differences(
                            scenario, decision, scenario.expect().outcome())
                    .isEmpty();
        } catch (IllegalStateException | RequestRefused e) {
            return true;
        }
    }
}

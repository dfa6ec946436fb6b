package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden cases beside the rules: they state policy, and the rules follow them. */
class ScenarioTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Integer> COUNTS = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> decidesEveryScenarioAsItStates() {
        return ProjectRuleBook.BOOK.policies().values().stream()
                .flatMap(policy -> policy.scenarios().stream())
                .map(scenario ->
                        DynamicTest.dynamicTest(scenario.id() + ": " + scenario.name(), () -> check(scenario)));
    }

    @AfterAll
    static void tellsHowManyThereWere() {
        int total = COUNTS.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Scenarios: " + total + " " + COUNTS);
    }

    private static void check(Scenario scenario) {
        COUNTS.merge(ProjectTypes.of(scenario).id(), 1, Integer::sum);
        assertThat(differences(scenario, decide(scenario), scenario.expect().outcome()))
                .as(scenario.file() + " " + scenario.id())
                .isEmpty();
    }

    /** Where a decision differs from what the scenario expects. */
    static List<String> differences(Scenario scenario, Decision decision, @Nullable String outcome) {
        List<String> differences = new ArrayList<>();
        Scenario.Expectation expect = scenario.expect();
        if (outcome != null && !outcome.equals(decision.outcome())) {
            differences.add("outcome is " + decision.outcome() + ", expected " + outcome);
        }
        expect.verdicts()
                .forEach((key, verdict) -> each(decision, key, differences, finding -> {
                    if (!finding.verdict().name().equals(verdict)) {
                        differences.add(
                                key + " is " + finding.verdict() + ", expected " + verdict + ": " + finding.reason());
                    }
                }));
        expect.missing()
                .forEach((key, pointers) -> each(
                        decision,
                        key,
                        differences,
                        finding -> compare(key + " missing", remedy(finding).missing(), pointers, differences)));
        expect.missingNorms()
                .forEach((key, norms) -> each(
                        decision,
                        key,
                        differences,
                        finding ->
                                compare(key + " missing norms", remedy(finding).missingNorms(), norms, differences)));
        expect.metFrom()
                .forEach((key, day) -> each(decision, key, differences, finding -> {
                    LocalDate metFrom = remedy(finding).metFrom();
                    if (!day.equals(metFrom)) {
                        differences.add(key + " is met from " + metFrom + ", expected " + day);
                    }
                }));
        expect.change()
                .forEach((key, changes) -> each(
                        decision, key, differences, finding -> changes(key, remedy(finding), changes, differences)));
        return differences;
    }

    /** The decision under the book, with the parameters that the scenario sets. */
    static Decision decide(Scenario scenario) {
        RuleBook book = ProjectRuleBook.BOOK;
        DecisionEngine engine = ProjectRuleBook.ENGINE;
        if (!scenario.set().isEmpty()) {
            book = ProjectRuleBook.with(ProjectTypes.of(scenario).id(), scenario.set());
        }
        DecisionType type = ProjectTypes.of(scenario);
        ObjectNode request = (ObjectNode) scenario.request();
        ObjectNode context =
                scenario.context().isEmpty() ? type.context(book, request) : (ObjectNode) scenario.context();
        return engine.decide(type, new Input(request, context), book, Language.NL);
    }

    private static void each(Decision decision, String key, List<String> differences, Consumer<Finding> check) {
        String[] parts = key.split(" ");
        List<Finding> found = decision.findings().stream()
                .filter(finding -> finding.criterion().equals(parts[0]))
                .filter(finding -> parts.length == 1 || finding.subject().equals(parts[1]))
                .toList();
        if (found.isEmpty()) {
            differences.add("there is no finding " + key);
        }
        found.forEach(check);
    }

    private static Remedy remedy(Finding finding) {
        return Objects.requireNonNullElse(finding.remedy(), new Remedy("", List.of(), List.of(), List.of(), null));
    }

    private static void compare(String what, List<String> got, List<String> expected, List<String> differences) {
        if (!List.copyOf(new TreeSet<>(got)).equals(List.copyOf(new TreeSet<>(expected)))) {
            differences.add(what + ": " + got + ", expected " + expected);
        }
    }

    private static void changes(String key, Remedy remedy, Map<String, JsonNode> expected, List<String> differences) {
        Map<String, JsonNode> got = new TreeMap<>();
        remedy.change().forEach(change -> got.put(change.pointer(), JSON.valueToTree(change.to())));
        if (!got.keySet().equals(new TreeMap<>(expected).keySet())) {
            differences.add(key + " change: " + got + ", expected " + expected);
            return;
        }
        expected.forEach((pointer, to) -> {
            JsonNode value = got.get(pointer);
            boolean same = to.isObject()
                    ? to.properties().stream().allMatch(part -> same(part.getValue(), value.path(part.getKey())))
                    : same(to, value);
            if (!same) {
                differences.add(key + " change " + pointer + ": " + value + ", expected " + to);
            }
        });
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.asString().equals(other.asString());
    }
}

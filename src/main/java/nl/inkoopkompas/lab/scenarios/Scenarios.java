package nl.inkoopkompas.lab.scenarios;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionEngine.Assessed;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.lab.scenarios.ScenarioReport.Answer;
import nl.inkoopkompas.lab.scenarios.ScenarioReport.Differing;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Scenario;
import nl.inkoopkompas.rulebook.Scenario.Expectation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs the golden cases of a draft and tells apart what an edit explains from what it broke. */
public final class Scenarios {

    private static final JsonMapper JSON = new JsonMapper();

    private final DecisionEngine engine;

    public Scenarios(DecisionEngine engine) {
        this.engine = engine;
    }

    /**
     * Runs the golden cases of these types that the draft holds.
     *
     * <p>A case that came out otherwise is explained by an edit where it names a norm that was changed. A case that
     * states an outcome presupposes, by that, whatever the other criteria rest on: where its own verdicts are as it
     * states, the base still gives the outcome, and the findings that differ cite a norm that was changed, that
     * explains it too.
     */
    public ScenarioReport run(Collection<? extends DecisionType> types, RuleBook base, RuleBook draft) {
        Set<String> changed = ChangedNorms.between(base, draft);
        Map<Map<String, JsonNode>, RuleBook> books = new HashMap<>();
        int passed = 0;
        List<Differing> changedByEdit = new ArrayList<>();
        List<Differing> failed = new ArrayList<>();
        for (DecisionType type : types) {
            List<Scenario> scenarios = draft.policies().containsKey(type.id())
                    ? draft.policy(type.id()).scenarios()
                    : List.of();
            for (Scenario scenario : scenarios) {
                books.computeIfAbsent(scenario.set(), set -> set.isEmpty() ? draft : with(draft, type.id(), set));
            }
            List<Differing> differing = scenarios.parallelStream()
                    .map(scenario ->
                            run(type, scenario, base, Objects.requireNonNull(books.get(scenario.set())), changed))
                    .filter(Objects::nonNull)
                    .toList();
            passed += scenarios.size() - differing.size();
            differing.forEach(each -> (each.norms().isEmpty() ? failed : changedByEdit).add(each));
        }
        books.values().stream().filter(book -> book != draft).forEach(book -> engine.forget(book.hash()));
        return new ScenarioReport(passed, changedByEdit, failed);
    }

    /** The book with other values of parameters, as a scenario tries another reading. */
    private static RuleBook with(RuleBook book, String decision, Map<String, JsonNode> values) {
        Map<String, Parameter> parameters = new TreeMap<>(book.policy(decision).parameters());
        values.forEach((key, value) -> parameters.computeIfPresent(key, (same, parameter) -> with(parameter, value)));
        return book.with(book.policy(decision).with(parameters), new TreeMap<>(values).toString());
    }

    private static Parameter with(Parameter parameter, JsonNode value) {
        DatedValue first = parameter.values().get(0);
        Object changed = value.isNull() ? null : parameter.type().parse(value.asString());
        return parameter.with(List.of(new DatedValue(first.from(), changed, first.source(), first.example())));
    }

    private @Nullable Differing run(
            DecisionType type, Scenario scenario, RuleBook base, RuleBook book, Set<String> changed) {
        Expectation expect = scenario.expect();
        Answer expected = new Answer(expect.outcome(), expect.verdicts(), null);
        List<String> besides = new ArrayList<>();
        Answer got;
        try {
            got = got(type, scenario, book, besides);
        } catch (RequestRefused e) {
            RequestRefused.Refusal first = e.refusals().get(0);
            got = new Answer(
                    null, Map.of(), first.pointer() + ": " + first.detail().nl());
        }
        if (expected.equals(got) && besides.isEmpty()) {
            return null;
        }
        List<String> norms = changed.stream()
                .filter(norm -> isNamed(norm, scenario) && !scenario.set().containsKey(norm))
                .toList();
        boolean outcomeAlone = besides.isEmpty()
                && got.refused() == null
                && expected.verdicts().equals(got.verdicts());
        if (norms.isEmpty() && outcomeAlone && scenario.set().isEmpty()) {
            norms = elsewhere(type, scenario, base, book, changed);
        }
        return new Differing(type.id(), scenario.id(), scenario.name(), expected, got, norms, besides);
    }

    /** By itself, or with the whole table that it is a row of. */
    private static boolean isNamed(String norm, Scenario scenario) {
        return scenario.norms().contains(norm) || scenario.norms().contains(norm.split("#")[0]);
    }

    /** The changed norms that findings of other criteria rest on, where those alone make another outcome. */
    private List<String> elsewhere(
            DecisionType type, Scenario scenario, RuleBook base, RuleBook draft, Set<String> changed) {
        Set<String> norms = new TreeSet<>();
        try {
            Assessed before = engine.assess(type, base, engine.read(base, type.id(), input(type, scenario, base)));
            if (!before.outcome().overall().equals(scenario.expect().outcome())) {
                return List.of();
            }
            List<Judged> after = engine.assess(type, draft, engine.read(draft, type.id(), input(type, scenario, draft)))
                    .findings();
            Map<String, Judged> judged = new HashMap<>();
            before.findings().forEach(finding -> judged.put(finding.criterion() + finding.subjectPointer(), finding));
            for (Judged finding : after) {
                Judged other = judged.get(finding.criterion() + finding.subjectPointer());
                if (other == null || other.verdict() != finding.verdict() || other.isFinal() != finding.isFinal()) {
                    finding.citations().norms().forEach(norm -> norms.add(norm.key()));
                }
            }
        } catch (RequestRefused e) {
            return List.of();
        }
        norms.retainAll(changed);
        return List.copyOf(norms);
    }

    private Answer got(DecisionType type, Scenario scenario, RuleBook book, List<String> besides) {
        Expectation expect = scenario.expect();
        Assessed assessed = engine.assess(type, book, engine.read(book, type.id(), input(type, scenario, book)));
        List<Judged> judged = assessed.findings();
        String outcome = expect.outcome() == null ? null : assessed.outcome().overall();
        Map<String, String> verdicts = new LinkedHashMap<>();
        expect.verdicts().forEach((key, verdict) -> {
            TreeSet<String> found = new TreeSet<>();
            of(judged, key).forEach(finding -> found.add(finding.verdict().name()));
            verdicts.put(key, String.join(" + ", found));
        });
        expect.missing().forEach((key, pointers) -> of(judged, key)
                .forEach(finding -> differ(key, pointers, finding.missing().facts(), besides)));
        expect.missingNorms().forEach((key, norms) -> of(judged, key)
                .forEach(finding -> differ(key, norms, finding.missing().norms(), besides)));
        if (!expect.metFrom().isEmpty() || !expect.change().isEmpty()) {
            remedies(type, scenario, book, besides);
        }
        return new Answer(outcome, verdicts, null);
    }

    private static Input input(DecisionType type, Scenario scenario, RuleBook book) {
        ObjectNode request = (ObjectNode) scenario.request();
        return new Input(
                request, scenario.context().isEmpty() ? type.context(book, request) : (ObjectNode) scenario.context());
    }

    private static List<Judged> of(List<Judged> judged, String key) {
        String[] parts = key.split(" ");
        return judged.stream()
                .filter(finding -> finding.criterion().equals(parts[0])
                        && (parts.length == 1 || finding.subjectPointer().equals(parts[1])))
                .toList();
    }

    private void remedies(DecisionType type, Scenario scenario, RuleBook book, List<String> besides) {
        Decision decision = engine.decide(type, input(type, scenario, book), book, Language.NL);
        for (Finding finding : decision.findings()) {
            Finding.Remedy remedy = finding.remedy();
            for (String key : List.of(finding.criterion(), finding.criterion() + " " + finding.subject())) {
                LocalDate metFrom = scenario.expect().metFrom().get(key);
                if (metFrom != null) {
                    differ(key, metFrom, remedy == null ? null : remedy.metFrom(), besides);
                }
                Map<String, JsonNode> change = scenario.expect().change().get(key);
                if (change != null) {
                    Map<String, Object> got = new TreeMap<>();
                    if (remedy != null) {
                        remedy.change().forEach(step -> got.put(step.pointer(), JSON.valueToTree(step.to())));
                    }
                    changes(key, new TreeMap<>(change), got, besides);
                }
            }
        }
    }

    private static void changes(
            String key, Map<String, JsonNode> expected, Map<String, Object> got, List<String> besides) {
        boolean same = expected.keySet().equals(got.keySet())
                && expected.entrySet().stream()
                        .allMatch(step ->
                                same(step.getValue(), (JsonNode) Objects.requireNonNull(got.get(step.getKey()))));
        if (!same) {
            besides.add(key + ": " + got + ", " + expected);
        }
    }

    /** Whether a value is as expected; of an object the parts that are named. */
    private static boolean same(JsonNode expected, JsonNode got) {
        if (expected.isObject()) {
            return expected.properties().stream().allMatch(part -> same(part.getValue(), got.path(part.getKey())));
        }
        return expected.isNumber() && got.isNumber()
                ? expected.decimalValue().compareTo(got.decimalValue()) == 0
                : expected.asString().equals(got.asString());
    }

    private static void differ(String key, Object expected, @Nullable Object got, List<String> besides) {
        boolean same = expected instanceof Collection<?> many && got instanceof Collection<?> found
                ? Set.copyOf(many).equals(Set.copyOf(found))
                : expected.equals(got);
        if (!same) {
            besides.add(key + ": " + got + ", " + expected);
        }
    }
}

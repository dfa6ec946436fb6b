package nl.inkoopkompas.exceptioncontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.Scenario;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a finding on an exception names decides it: nothing else in the request or beside it can change the verdict. */
class ExceptionFaithfulnessTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MUTANTS = 20;
    private static final List<Scenario> SCENARIOS = ProjectRuleBook.BOOK.policy(ExceptionType.ID).scenarios().stream()
            .filter(scenario -> scenario.set().isEmpty())
            .toList();

    /** What stands in some golden case, by its place. */
    private static final Map<String, List<JsonNode>> POOL = pool();

    @Test
    void keepsItsVerdictWhateverElseChanges() {
        Random random = new Random(3);
        Map<String, String> unfaithful = new TreeMap<>();
        int tried = 0;
        for (Scenario scenario : SCENARIOS) {
            ObjectNode input = JSON.createObjectNode();
            input.set("request", scenario.request());
            input.set("context", scenario.context());
            for (Judged finding : judge(input)) {
                Set<String> cited = new LinkedHashSet<>(finding.factPointers());
                for (int i = 0; i < MUTANTS; i++) {
                    ObjectNode mutant = input.deepCopy();
                    change((ObjectNode) mutant.get("request"), "", cited, random);
                    change((ObjectNode) mutant.get("context"), "/context", cited, random);
                    Verdict verdict = verdict(mutant, finding.criterion());
                    if (verdict == null) {
                        continue;
                    }
                    tried++;
                    if (verdict != finding.verdict()) {
                        unfaithful.put(
                                finding.criterion() + " " + finding.verdict() + " -> " + verdict,
                                scenario.id() + " " + cited + " " + mutant);
                    }
                }
            }
        }
        System.out.println("Faithful: " + tried + " joint mutants of " + SCENARIOS.size() + " requests for exceptions");
        assertThat(unfaithful).isEmpty();
        assertThat(tried).isGreaterThan(4_000);
    }

    /** Puts something else in places that are not cited, and takes away or adds what is not cited. */
    private static void change(ObjectNode object, String at, Set<String> cited, Random random) {
        for (String name : List.copyOf(object.propertyNames())) {
            String pointer = at + "/" + name;
            JsonNode value = object.get(name);
            boolean within = cited.stream().anyMatch(stays -> stays.startsWith(pointer + "/"));
            if (cited.contains(pointer)) {
                if (value instanceof ArrayNode list && within) {
                    inside(list, pointer, cited, random);
                }
                continue;
            }
            List<JsonNode> others = POOL.getOrDefault(pointer.replaceAll("/\\d+", "/*"), List.of());
            if (!within && random.nextInt(3) == 0 && !others.isEmpty()) {
                object.set(name, others.get(random.nextInt(others.size())).deepCopy());
            } else if (value instanceof ObjectNode child) {
                change(child, pointer, cited, random);
            } else if (value instanceof ArrayNode list) {
                inside(list, pointer, cited, random);
                if (random.nextInt(3) == 0) {
                    elements(others).stream()
                            .skip(random.nextInt(3))
                            .findFirst()
                            .ifPresent(element -> list.add(element.deepCopy()));
                }
            }
        }
    }

    private static List<JsonNode> elements(List<JsonNode> lists) {
        List<JsonNode> elements = new ArrayList<>();
        lists.forEach(list -> list.forEach(elements::add));
        return elements;
    }

    private static void inside(ArrayNode list, String pointer, Set<String> cited, Random random) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode element) {
                change(element, pointer + "/" + i, cited, random);
            }
        }
    }

    private static List<Judged> judge(ObjectNode input) {
        Input read = new Input((ObjectNode) input.get("request"), (ObjectNode) input.get("context"));
        return ProjectRuleBook.ENGINE.judge(
                ProjectRuleBook.BOOK,
                ExceptionType.ID,
                ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, ExceptionType.ID, read));
    }

    /** Null where it is no request. */
    private static Verdict verdict(ObjectNode mutant, String criterion) {
        try {
            return judge(mutant).stream()
                    .filter(finding -> finding.criterion().equals(criterion))
                    .map(Judged::verdict)
                    .findFirst()
                    .orElseThrow();
        } catch (RequestRefused | IllegalStateException noRequest) {
            return null;
        }
    }

    private static Map<String, List<JsonNode>> pool() {
        Map<String, Set<JsonNode>> pool = new LinkedHashMap<>();
        for (Scenario scenario : SCENARIOS) {
            collect(scenario.request(), "", pool);
            collect(scenario.context(), "/context", pool);
        }
        Map<String, List<JsonNode>> lists = new LinkedHashMap<>();
        pool.forEach((pointer, values) -> lists.put(pointer, List.copyOf(values)));
        return lists;
    }

    private static void collect(JsonNode node, String at, Map<String, Set<JsonNode>> pool) {
        if (!at.isEmpty()) {
            pool.computeIfAbsent(at, place -> new LinkedHashSet<>()).add(node);
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> collect(entry.getValue(), at + "/" + entry.getKey(), pool));
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, at + "/*", pool));
        }
    }
}

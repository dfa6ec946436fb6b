package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Scenario.Expectation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads golden cases: a base request with changes, or a whole one, and what is expected of it. */
final class ScenarioReader {

    private final RuleBookFiles files;
    private final List<Problem> problems;
    private final Map<String, JsonNode> bases = new HashMap<>();

    private ScenarioReader(RuleBookFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    static List<Scenario> read(RuleBookFiles files, String folder, List<Problem> problems) {
        return new ScenarioReader(files, problems).scenarios(folder);
    }

    private List<Scenario> scenarios(String folder) {
        List<Scenario> scenarios = new ArrayList<>();
        String basesFile = folder + "bases.yaml";
        if (files.has(basesFile)) {
            new Yaml(basesFile, problems)
                    .read(files.text(basesFile))
                    .properties()
                    .forEach(base -> bases.put(base.getKey(), base.getValue()));
        }
        for (String path : files.paths(folder, ".yaml")) {
            if (path.equals(basesFile)) {
                continue;
            }
            Yaml yaml = new Yaml(path, problems);
            for (JsonNode node : yaml.read(files.text(path))) {
                Scenario scenario = scenario(yaml, node);
                if (scenarios.stream().anyMatch(other -> other.id().equals(scenario.id()))) {
                    yaml.problem(scenario.id(), "another scenario has this id");
                }
                scenarios.add(scenario);
            }
        }
        return scenarios;
    }

    private Scenario scenario(Yaml yaml, JsonNode node) {
        String id = yaml.text(node, "a scenario", "id");
        JsonNode expect = node.path("expect");
        return new Scenario(
                yaml.file(),
                id,
                yaml.text(node, id, "name"),
                yaml.source(node.path("source"), id + ", source"),
                yaml.texts(node.path("norms")),
                request(yaml, node, id),
                node.path("context").isObject() ? node.get("context") : yaml.read("{}"),
                yaml.map(node.path("set"), (key, value) -> value),
                new Expectation(
                        yaml.optionalText(expect, "outcome"),
                        yaml.map(expect.path("verdicts"), (key, value) -> value.asString()),
                        yaml.map(expect.path("missing"), (key, value) -> yaml.texts(value)),
                        yaml.map(expect.path("missingNorms"), (key, value) -> yaml.texts(value)),
                        yaml.map(expect.path("metFrom"), (key, value) -> LocalDate.parse(value.asString())),
                        yaml.map(expect.path("change"), (key, value) -> changes(value))));
    }

    private static Map<String, JsonNode> changes(JsonNode list) {
        Map<String, JsonNode> changes = new HashMap<>();
        list.forEach(change -> changes.put(change.path("pointer").asString(), change.path("to")));
        return changes;
    }

    private JsonNode request(Yaml yaml, JsonNode node, String id) {
        if (node.has("request")) {
            return node.get("request");
        }
        JsonNode base = bases.get(yaml.text(node, id, "base"));
        if (base == null) {
            yaml.problem(id, "base \"" + node.path("base").asString("") + "\" is not in bases.yaml");
            return MissingNode.getInstance();
        }
        JsonNode request = base.deepCopy();
        node.path("change").properties().forEach(change -> {
            if (!put(request, change.getKey(), change.getValue())) {
                yaml.problem(id, "change names " + change.getKey() + ", and there is nothing to hold it");
            }
        });
        for (String pointer : yaml.texts(node.path("remove"))) {
            if (!put(request, pointer, null)) {
                yaml.problem(id, "remove names " + pointer + ", which is not there");
            }
        }
        return request;
    }

    private static boolean put(JsonNode request, String pointer, @Nullable JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode holder = request.at(at.head());
        String last = at.last().getMatchingProperty();
        if (holder instanceof ObjectNode object) {
            if (value == null) {
                return object.remove(last) != null;
            }
            object.set(last, value);
            return true;
        }
        if (holder instanceof ArrayNode array && value != null && last.equals("-")) {
            array.add(value);
            return true;
        }
        if (holder instanceof ArrayNode array
                && at.last().getMatchingIndex() >= 0
                && at.last().getMatchingIndex() < array.size()) {
            int index = at.last().getMatchingIndex();
            if (value == null) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
            return true;
        }
        return false;
    }
}

package nl.inkoopkompas.rulebook.amendment;

import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The golden cases of a rule book, changed in their files: what is expected of one, or one more. */
public final class ScenarioAmendments {

    private static final String ADDED = "added.yaml";

    private final RuleBookFiles files;

    public ScenarioAmendments(RuleBookFiles files) {
        this.files = files;
    }

    /** The files with another expectation of a scenario; what is not stated is no longer expected. */
    public RuleBookFiles withExpectation(String id, JsonNode expect) {
        for (String path : files.paths("rules/", ".yaml")) {
            if (!path.contains("/scenarios/")) {
                continue;
            }
            YamlText yaml = new YamlText(files.text(path));
            Node scenario = yaml.root().stream()
                    .flatMap(root -> YamlText.items(root).stream())
                    .filter(item -> YamlText.value(item, "id")
                            .map(YamlText::scalar)
                            .orElse("")
                            .equals(id))
                    .findFirst()
                    .orElse(null);
            if (scenario != null) {
                Node expected = YamlText.value(scenario, "expect").orElseThrow();
                int margin = yaml.column(scenario) + 2;
                int start = yaml.start(expected);
                String written = "\n" + YamlText.block(expect, margin);
                int from = files.text(path).lastIndexOf("expect:", start) + "expect:".length();
                return files.with(path, yaml.replaced(from, yaml.end(expected), written));
            }
        }
        throw new AmendmentRefused(
                "scenario", "er is geen scenario \"" + id + "\"", "there is no scenario \"" + id + "\"");
    }

    /** The files with one scenario more, after those that were added before. */
    public RuleBookFiles withScenario(String decision, ObjectNode scenario) {
        String id = scenario.path("id").asString("");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new AmendmentRefused(
                    "addScenario/id",
                    "verwacht een id van kleine letters, cijfers en streepjes",
                    "expected a lower-case id with hyphens");
        }
        String path = "rules/" + decision + "/scenarios/" + ADDED;
        String before = files.has(path)
                ? files.text(path).stripTrailing() + "\n\n"
                : "# Golden cases that policy makers added.\n";
        if (isTaken(decision, id)) {
            throw new AmendmentRefused(
                    "addScenario/id",
                    "er is al een scenario \"" + id + "\"",
                    "there is a scenario \"" + id + "\" already");
        }
        ArrayNode one = JsonNodeFactory.instance.arrayNode().add(scenario);
        return files.with(path, before + YamlText.block(one, 0) + "\n");
    }

    private boolean isTaken(String decision, String id) {
        return files.paths("rules/" + decision + "/scenarios/", ".yaml").stream()
                .map(files::text)
                .flatMap(text -> new YamlText(text).root().stream())
                .flatMap(root -> YamlText.items(root).stream())
                .anyMatch(item -> YamlText.value(item, "id")
                        .map(YamlText::scalar)
                        .orElse("")
                        .equals(id));
    }
}

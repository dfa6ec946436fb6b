package nl.inkoopkompas;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rule book of this project, read and compiled once for all tests. */
public final class ProjectRuleBook {

    public static final RuleBookFiles FILES = RuleBookFiles.below(Path.of(""));
    public static final RuleBook BOOK = RuleBookReader.read(FILES);
    public static final DecisionEngine ENGINE = new DecisionEngine(new EngineReceipt("test", "test"));

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<Map<String, JsonNode>, RuleBook> CHANGED = new ConcurrentHashMap<>();

    static {
        ENGINE.prepare(BOOK);
    }

    private ProjectRuleBook() {}

    /** The book with other values of parameters, all from the first day on. */
    public static RuleBook with(Map<String, JsonNode> values) {
        return CHANGED.computeIfAbsent(values, changed -> {
            RuleBook book = RuleBookReader.read(with(FILES, changed));
            ENGINE.prepare(book);
            return book;
        });
    }

    /** Files with other values of parameters. */
    static RuleBookFiles with(RuleBookFiles files, Map<String, JsonNode> values) {
        String path = "rules/admission/parameters.yaml";
        ObjectNode parameters = (ObjectNode) YAML.readTree(files.text(path));
        values.forEach(
                (key, value) -> ((ObjectNode) parameters.get(key).get("values").get(0)).set("value", value));
        return withoutReadings(files.with(path, YAML.writeValueAsString(parameters)));
    }

    /** An interpretation says which reading is applied; for another value of its switch it has to say that too. */
    static RuleBookFiles withoutReadings(RuleBookFiles files) {
        String path = "rules/interpretations.yaml";
        ObjectNode interpretations = (ObjectNode) YAML.readTree(files.text(path));
        interpretations.forEach(node -> ((ObjectNode) node).remove("switch"));
        return files.with(path, YAML.writeValueAsString(interpretations));
    }
}

package nl.inkoopkompas.lab.scenarios;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Writes a request as a golden case: the base that is most like it, and what differs from that. */
public final class ScenarioWriter {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DecisionEngine engine;

    public ScenarioWriter(DecisionEngine engine) {
        this.engine = engine;
    }

    /**
     * A golden case that expects of a criterion what the book says of it, and names the norms that it says it by.
     *
     * @param subject what the criterion judges in the request
     */
    public ObjectNode write(
            DecisionType type,
            RuleBook book,
            String criterion,
            String subject,
            JsonNode request,
            String id,
            String name) {
        List<Judged> judged =
                engine.assess(type, book, engine.read(book, type.id(), request)).findings();
        ObjectNode scenario = JSON.objectNode();
        scenario.put("id", id);
        scenario.put("name", name);
        SourceReference source = source(book, type.id(), criterion);
        scenario.putObject("source").put("document", source.document()).put("section", source.section());
        ArrayNode norms = scenario.putArray("norms");
        ObjectNode verdicts = JSON.objectNode();
        for (Judged finding : judged) {
            if (finding.criterion().equals(criterion)
                    && finding.subjectPointer().equals(subject)) {
                boolean one = judged.stream()
                                .filter(other -> other.criterion().equals(criterion))
                                .count()
                        == 1;
                verdicts.put(
                        one ? criterion : criterion + " " + subject,
                        finding.verdict().name());
                Set<String> keys = new LinkedHashSet<>();
                finding.citations().norms().stream().map(Norm::key).forEach(keys::add);
                keys.stream()
                        .filter(key -> key.contains("#") || book.parameter(key).isPresent())
                        .forEach(norms::add);
            }
        }
        String base = base(book, type.id(), request, scenario);
        scenario.put("base", base);
        scenario.putObject("expect").set("verdicts", verdicts);
        return scenario;
    }

    private static SourceReference source(RuleBook book, String decision, String criterion) {
        Table criteria = book.requireTable(decision + "/criteria");
        return criteria.rows().stream()
                .filter(row -> criterion.equals(criteria.cell(row, "criterion")))
                .map(Table.Row::source)
                .findFirst()
                .orElseThrow();
    }

    /** The base from which the fewest changes lead to the request; those are written in the scenario. */
    private static String base(RuleBook book, String decision, JsonNode request, ObjectNode scenario) {
        JsonNode bases = YAML.readTree(book.files().text("rules/" + decision + "/scenarios/bases.yaml"));
        String best = "";
        ObjectNode fewest = null;
        for (Map.Entry<String, JsonNode> base : bases.properties()) {
            ObjectNode changes = JSON.objectNode();
            differ(base.getValue(), request, "", changes);
            if (fewest == null || changes.size() < fewest.size()) {
                best = base.getKey();
                fewest = changes;
            }
        }
        ObjectNode change = JSON.objectNode();
        ArrayNode remove = JSON.arrayNode();
        if (fewest != null) {
            fewest.properties().forEach(each -> {
                if (each.getValue().isNull()) {
                    remove.add(each.getKey());
                } else {
                    change.set(each.getKey(), each.getValue());
                }
            });
        }
        scenario.set("change", change);
        if (!remove.isEmpty()) {
            scenario.set("remove", remove);
        }
        return best;
    }

    /** What becomes another value, by pointer; null for what is not there any more. */
    private static void differ(JsonNode from, JsonNode to, String pointer, ObjectNode changes) {
        if (from.isObject() && to.isObject()) {
            Set<String> names = new LinkedHashSet<>(from.propertyNames());
            names.addAll(to.propertyNames());
            for (String name : names) {
                differ(from.path(name), to.path(name), pointer + "/" + name, changes);
            }
        } else if (to.isMissingNode()) {
            changes.putNull(pointer);
        } else if (!same(from, to)) {
            changes.set(pointer, to);
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (one.isObject() && other.isObject()) {
            ObjectNode changes = JSON.objectNode();
            differ(one, other, "", changes);
            return changes.isEmpty();
        }
        return one.isValueNode() && other.isValueNode() && one.asString().equals(other.asString());
    }
}

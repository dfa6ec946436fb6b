package nl.inkoopkompas.rulebook;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The input schema of a decision. A property may be as in the schema of another decision: {@code x-as-in: {decision,
 * property}} stands for all that the other says, and what stands beside it goes before that.
 */
public final class SchemaFile {

    static final String NAME = "input.schema.yaml";

    private static final String AS_IN = "x-as-in";

    private SchemaFile() {}

    /** The JSON Schema with what it takes over from others written out; of a book that has been read. */
    public static JsonNode of(RuleBookFiles files, String decision) {
        Yaml yaml = new Yaml(path(decision), new ArrayList<>());
        return read(files, decision, yaml);
    }

    private static String path(String decision) {
        return "rules/" + decision + "/" + NAME;
    }

    static JsonNode read(RuleBookFiles files, String decision, Yaml yaml) {
        String path = path(decision);
        JsonNode schema = yaml.read(files.has(path) ? files.text(path) : "{}");
        if (schema.path("properties") instanceof ObjectNode properties) {
            for (String name : List.copyOf(properties.propertyNames())) {
                JsonNode property = properties.path(name);
                JsonNode source = property.path(AS_IN);
                if (property instanceof ObjectNode own && !source.isMissingNode()) {
                    properties.set(name, written(files, own, source, "/" + name, yaml));
                }
            }
        }
        return schema;
    }

    private static ObjectNode written(RuleBookFiles files, ObjectNode own, JsonNode source, String place, Yaml yaml) {
        String other = path(source.path("decision").asString(""));
        JsonNode found = files.has(other)
                ? yaml.read(files.text(other))
                        .path("properties")
                        .path(source.path("property").asString(""))
                : yaml.read("{}").path("");
        if (!(found instanceof ObjectNode taken)) {
            yaml.problem(place, AS_IN + " names " + source + ", which is not there");
            return own;
        }
        ObjectNode written = taken.deepCopy();
        own.properties().forEach(entry -> {
            if (!entry.getKey().equals(AS_IN)) {
                written.set(entry.getKey(), entry.getValue());
            }
        });
        return written;
    }
}

package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.Texts.CriterionTexts;
import nl.inkoopkompas.rulebook.Texts.OutcomeTexts;
import nl.inkoopkompas.rulebook.Texts.StepTexts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the folder of one decision. */
final class PolicyReader {

    private final RuleBookFiles files;
    private final String folder;
    private final List<Problem> problems;

    PolicyReader(RuleBookFiles files, String decision, List<Problem> problems) {
        this.files = files;
        this.folder = "rules/" + decision + "/";
        this.problems = problems;
    }

    Policy read(String decision) {
        Map<String, String> rules = new TreeMap<>();
        files.paths(folder, ".drl").forEach(path -> rules.put(path, files.text(path)));
        Map<Language, Texts> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, texts(open("texts_" + language.code() + ".yaml")));
        }
        Yaml schemaFile = open(SchemaFile.NAME);
        Shape schema = SchemaReader.read("", schemaFile, SchemaFile.read(files, decision, schemaFile));
        return new Policy(
                decision,
                schema,
                context(new Yaml(folder + "context.schema.yaml", problems), content(schemaFile)),
                parameters(open("parameters.yaml")),
                rules,
                texts,
                ScenarioReader.read(files, folder + "scenarios/", problems),
                InvariantReader.read(files, folder + "invariants.yaml", schema, problems));
    }

    private @Nullable Shape context(Yaml yaml, JsonNode request) {
        return files.has(yaml.file()) ? SchemaReader.readContext(yaml, content(yaml), request) : null;
    }

    private Yaml open(String name) {
        Yaml yaml = new Yaml(folder + name, problems);
        if (!files.has(yaml.file())) {
            yaml.problem("", "the file is missing");
        }
        return yaml;
    }

    private JsonNode content(Yaml yaml) {
        return yaml.read(files.has(yaml.file()) ? files.text(yaml.file()) : "{}");
    }

    private Map<String, Parameter> parameters(Yaml yaml) {
        return yaml.map(content(yaml), (key, node) -> {
            ValueType type = yaml.option(node, key, "type", ValueType.class);
            List<String> options = yaml.texts(node.path("options"));
            List<DatedValue> values = new ArrayList<>();
            for (JsonNode value : node.path("values")) {
                values.add(value(yaml, key, type, options, value));
            }
            values.sort(Comparator.comparing(DatedValue::from));
            if (values.isEmpty()) {
                yaml.problem(key, "has no values; state value: null where nobody has set it");
            }
            return new Parameter(
                    key,
                    type,
                    yaml.optionalText(node, "unit"),
                    node.path("optional").asBoolean(false),
                    options,
                    yaml.bilingual(node.path("label"), key + ", label"),
                    node.has("checkedOn") ? yaml.date(node, key, "checkedOn") : null,
                    List.copyOf(values));
        });
    }

    private DatedValue value(Yaml yaml, String key, ValueType type, List<String> options, JsonNode node) {
        LocalDate from = yaml.date(node, key, "from");
        String place = key + " from " + from;
        return new DatedValue(
                from,
                parse(yaml, place, type, options, yaml.optionalText(node, "value")),
                yaml.source(node.path("source"), place),
                node.path("example").asBoolean(false));
    }

    private static @Nullable Object parse(
            Yaml yaml, String place, ValueType type, List<String> options, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (type == ValueType.OPTION && !options.contains(text)) {
            yaml.problem(place, "\"" + text + "\" is not one of " + options);
        }
        try {
            return type.parse(text);
        } catch (IllegalArgumentException e) {
            yaml.problem(place, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private Texts texts(Yaml yaml) {
        JsonNode root = content(yaml);
        return new Texts(
                yaml.map(
                        root.path("criteria"),
                        (id, node) -> new CriterionTexts(
                                yaml.text(node, id, "name"),
                                strings(yaml, node.path("verdicts")),
                                strings(yaml, node.path("remedies")))),
                yaml.map(
                        root.path("outcomes"),
                        (id, node) -> new OutcomeTexts(yaml.text(node, id, "label"), yaml.text(node, id, "summary"))),
                strings(yaml, root.path("verdicts")),
                strings(yaml, root.path("generic")),
                yaml.map(
                        root.path("steps"),
                        (id, node) -> new StepTexts(yaml.text(node, id, "actor"), yaml.text(node, id, "action"))));
    }

    private static Map<String, String> strings(Yaml yaml, JsonNode node) {
        return yaml.map(node, (id, value) -> value.asString().strip());
    }
}

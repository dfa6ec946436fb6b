package nl.inkoopkompas.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Limits;
import nl.inkoopkompas.rulebook.Shape.Notes;
import nl.inkoopkompas.rulebook.Shape.TableOptions;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles the JSON Schema of a request, with its annotations, into a {@link Shape}. */
final class SchemaReader {

    private final Yaml yaml;
    private final JsonNode root;
    private final JsonNode request;

    private SchemaReader(Yaml yaml, JsonNode root, JsonNode request) {
        this.yaml = yaml;
        this.root = root;
        this.request = request;
    }

    static Shape read(String name, Yaml yaml, JsonNode root) {
        return new SchemaReader(yaml, root, root).object(name, root, false, "");
    }

    /** Compiles the schema of what is read besides a request; it may refer to places in that of the request. */
    static Shape readContext(Yaml yaml, JsonNode root, JsonNode request) {
        return new SchemaReader(yaml, root, request).object("context", root, false, "");
    }

    private Shape object(String name, JsonNode node, boolean actionable, String pointer) {
        Shape shape = new Shape(name);
        if (!node.path("additionalProperties").isBoolean()
                || node.path("additionalProperties").asBoolean()) {
            yaml.problem(place(pointer), "an object states additionalProperties: false");
        }
        Set<String> required = new HashSet<>(yaml.texts(node.path("required")));
        node.path("properties")
                .properties()
                .forEach(property -> field(
                        shape,
                        property.getKey(),
                        property.getValue(),
                        required.contains(property.getKey()),
                        actionable,
                        pointer + "/" + property.getKey()));
        required.stream()
                .filter(field -> shape.field(field) == null)
                .forEach(field ->
                        yaml.problem(place(pointer), "required names \"" + field + "\", which is no property"));
        condition(shape, node, pointer);
        return shape;
    }

    private void field(
            Shape shape, String name, JsonNode written, boolean required, boolean underActionable, String pointer) {
        JsonNode node = resolve(written);
        boolean actionable = underActionable || node.path("x-actionable").asBoolean(false);
        Type type = type(node, pointer);
        Shape item = null;
        if (type == Type.OBJECT) {
            item = object(name, node, actionable, pointer);
        } else if (type == Type.LIST) {
            item = elements(name, resolve(node.path("items")), actionable, pointer + "/*");
        }
        shape.add(new Field(
                name,
                shape.fields().size(),
                type,
                item,
                limits(node, required),
                notes(node, written, actionable, pointer)));
    }

    private Shape elements(String name, JsonNode items, boolean actionable, String pointer) {
        if ("object".equals(items.path("type").asString(""))) {
            return object(name, items, actionable, pointer);
        }
        Shape value = new Shape(name);
        field(value, "", items, true, actionable, pointer);
        return value;
    }

    private Type type(JsonNode node, String pointer) {
        List<String> types = new ArrayList<>();
        if (node.path("type").isArray()) {
            types.addAll(yaml.texts(node.path("type")));
            types.remove("null");
        } else {
            types.add(node.path("type").asString(""));
        }
        String type = types.isEmpty() ? "" : types.get(0);
        boolean date = "date".equals(node.path("format").asString(""));
        return switch (type) {
            case "object" -> Type.OBJECT;
            case "array" -> Type.LIST;
            case "boolean" -> Type.TRUTH;
            case "integer" -> Type.WHOLE;
            case "number" -> Type.DECIMAL;
            case "string" -> date ? Type.DATE : Type.TEXT;
            default -> {
                yaml.problem(place(pointer), "\"type\" is one of object, array, boolean, integer, number, string");
                yield Type.TEXT;
            }
        };
    }

    private Limits limits(JsonNode node, boolean required) {
        List<String> options = new ArrayList<>();
        for (JsonNode option : node.path("enum")) {
            if (!option.isNull()) {
                options.add(option.asString());
            }
        }
        options.addAll(node.path("x-word").propertyNames());
        String pattern = yaml.optionalText(node, "pattern");
        return new Limits(
                required,
                List.copyOf(options),
                node.path("x-ordered").asBoolean(false),
                node.has("minimum") ? node.path("minimum").asLong() : null,
                node.has("maximum") ? node.path("maximum").asLong() : null,
                node.path("minItems").asInt(0),
                node.path("maxItems").asInt(Integer.MAX_VALUE),
                node.path("minLength").asInt(0),
                node.path("maxLength").asInt(Integer.MAX_VALUE),
                pattern == null ? null : pattern(pattern),
                yaml.optionalText(node, "x-unique"),
                tableOptions(node.path("x-table")));
    }

    /** In JSON Schema a dollar sign is the very end; in Java it may leave a line break over. */
    private static Pattern pattern(String pattern) {
        return Pattern.compile(pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern);
    }

    private @Nullable TableOptions tableOptions(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        Map<String, String> where = new LinkedHashMap<>();
        node.path("where")
                .properties()
                .forEach(e -> where.put(e.getKey(), e.getValue().asString()));
        return new TableOptions(
                node.path("table").asString(""), node.path("column").asString(""), where);
    }

    private Notes notes(JsonNode node, JsonNode written, boolean actionable, String pointer) {
        Bilingual label =
                node.has("x-label") ? yaml.bilingual(node.path("x-label"), place(pointer)) : new Bilingual("", "");
        return new Notes(
                label,
                yaml.optionalText(node, "x-unit"),
                actionable,
                yaml.optionalText(node, "x-column"),
                yaml.optionalText(node, "x-sheet"),
                node.path("x-bound").asInt(2),
                node.has("x-form") ? yaml.bilingual(node.path("x-form"), place(pointer)) : null,
                node.path("x-bsn-exempt").asBoolean(false),
                yaml.optionalText(written, "x-stands-for"),
                yaml.bilinguals(node.path(node.has("x-word") ? "x-word" : "x-options"), place(pointer)));
    }

    /**
     * Reads {@code if: {properties: {field: {const: value}}}, then: {required: […]}}; the required fields may state
     * their type and a minLength too.
     */
    private void condition(Shape shape, JsonNode node, String pointer) {
        if (!node.has("if")) {
            return;
        }
        node.path("if").path("properties").properties().forEach(property -> {
            Field when = shape.field(property.getKey());
            List<Field> required = new ArrayList<>();
            for (String name : yaml.texts(node.path("then").path("required"))) {
                Field field = shape.field(name);
                if (field != null) {
                    required.add(under(node.path("then").path("properties").path(name), field, pointer));
                }
            }
            if (when == null || required.isEmpty() || !property.getValue().has("const")) {
                yaml.problem(place(pointer), "if/then states one property with a const, and what is then required");
            } else {
                shape.add(new Shape.Condition(
                        when, property.getValue().path("const").asString(), required));
            }
        });
    }

    /** The field with the limits that hold under the condition. */
    private Field under(JsonNode then, Field field, String pointer) {
        then.propertyNames().stream()
                .filter(keyword -> !Set.of("type", "minLength").contains(keyword))
                .forEach(keyword -> yaml.problem(
                        place(pointer), "then states type and minLength of a field, not \"" + keyword + "\""));
        return new Field(field.name(), field.slot(), field.type(), field.item(), limits(then, true), field.notes());
    }

    private JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        String[] parts = node.path("$ref").asString().split("#", 2);
        return (parts[0].isEmpty() ? root : request).at(parts[1]);
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? "the request" : pointer;
    }
}

package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a JSON Schema of a rule book into one of OpenAPI 3.1, which is the same language. */
final class InputSchema {

    private InputSchema() {}

    static Schema<?> of(JsonNode node) {
        JsonSchema schema = new JsonSchema();
        node.properties().forEach(entry -> set(schema, entry.getKey(), entry.getValue()));
        return schema;
    }

    /** An object with required texts. */
    static Schema<?> object(Map<String, String> texts) {
        JsonSchema schema = typed("object");
        new TreeMap<>(texts)
                .forEach((name, description) ->
                        schema.addProperty(name, typed("string").description(description)));
        schema.required(List.copyOf(new TreeMap<>(texts).keySet()));
        return schema;
    }

    static JsonSchema typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.types(Set.of(type));
        return schema;
    }

    private static void set(JsonSchema schema, String keyword, JsonNode value) {
        switch (keyword) {
            case "$schema" -> {}
            case "title" -> schema.title(value.asString());
            case "description" -> schema.description(value.asString());
            case "type" -> schema.types(new LinkedHashSet<>(texts(value)));
            case "format" -> schema.format(value.asString());
            case "pattern" -> schema.pattern(value.asString());
            case "enum" -> schema.setEnum(values(value));
            case "const" -> schema.setConst(plain(value));
            case "default" -> schema.setDefault(plain(value));
            case "required" -> schema.required(texts(value));
            case "properties" -> schema.properties(schemas(value));
            case "items" -> schema.items(of(value));
            case "additionalProperties" ->
                schema.additionalProperties(value.isBoolean() ? (Object) value.asBoolean() : of(value));
            case "minimum" -> schema.minimum(number(value));
            case "maximum" -> schema.maximum(number(value));
            case "exclusiveMinimum" -> schema.exclusiveMinimumValue(number(value));
            case "exclusiveMaximum" -> schema.exclusiveMaximumValue(number(value));
            case "multipleOf" -> schema.multipleOf(number(value));
            case "minLength" -> schema.minLength(value.asInt());
            case "maxLength" -> schema.maxLength(value.asInt());
            case "minItems" -> schema.minItems(value.asInt());
            case "maxItems" -> schema.maxItems(value.asInt());
            case "uniqueItems" -> schema.uniqueItems(value.asBoolean());
            case "if" -> schema.setIf(of(value));
            case "then" -> schema.then(of(value));
            case "else" -> schema.setElse(of(value));
            case "not" -> schema.not(of(value));
            case "allOf" -> schema.allOf(list(value));
            case "anyOf" -> schema.anyOf(list(value));
            case "oneOf" -> schema.oneOf(list(value));
            default -> {
                if (!keyword.startsWith("x-")) {
                    throw new IllegalStateException("The schema keyword " + keyword + " is not known here");
                }
                schema.addExtension(keyword, plain(value));
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, Schema> schemas(JsonNode node) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        node.properties().forEach(entry -> schemas.put(entry.getKey(), of(entry.getValue())));
        return schemas;
    }

    @SuppressWarnings("rawtypes")
    private static List<Schema> list(JsonNode node) {
        List<Schema> schemas = new ArrayList<>();
        node.forEach(item -> schemas.add(of(item)));
        return schemas;
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.values().stream().map(JsonNode::asString).toList() : List.of(node.asString());
    }

    private static List<Object> values(JsonNode node) {
        List<Object> values = new ArrayList<>();
        node.forEach(item -> values.add(plain(item)));
        return values;
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), plain(entry.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return values(node);
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        return node.isNull() ? null : node.asString();
    }
}

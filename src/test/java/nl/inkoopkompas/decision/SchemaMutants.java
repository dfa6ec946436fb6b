package nl.inkoopkompas.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes requests at random so that they break their JSON Schema, or come close to it. */
final class SchemaMutants {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String[] DATES = {
        "2023-02-29",
        "2024-02-29",
        "2100-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-04-31",
        "2024-4-1",
        "20240401",
        "2024-04-01T00:00:00Z",
        "2024-04-01 ",
        " 2024-04-01",
        "01-04-2024",
        "+12024-04-01",
        "-2024-04-01",
        "2024-W14-1",
        "0000-01-01",
        "9999-12-31",
        "٢٠٢٤-٠٤-٠١",
        "2024-04-0a",
        "morgen",
        ""
    };

    private final JsonNode schema;
    private final Random random;

    SchemaMutants(JsonNode schema, long seed) {
        this.schema = schema;
        this.random = new Random(seed);
    }

    /** A place where a value stands or could stand. */
    private record Place(JsonNode container, String name, int index, JsonNode schema) {

        void set(JsonNode value) {
            if (container instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                ((ArrayNode) container).set(index, value);
            }
        }

        JsonNode value() {
            return container instanceof ObjectNode object ? object.path(name) : container.path(index);
        }
    }

    /** Changes one to three places. */
    ObjectNode mutant(ObjectNode request) {
        ObjectNode mutant = request.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<Place> places = new ArrayList<>();
            places(mutant, schema, places);
            change(places.get(random.nextInt(places.size())));
        }
        return mutant;
    }

    private void places(JsonNode node, JsonNode schema, List<Place> places) {
        if (node instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(property -> {
                places.add(new Place(object, property.getKey(), 0, property.getValue()));
                places(object.path(property.getKey()), property.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i, schema.path("items")));
                places(array.get(i), schema.path("items"), places);
            }
        }
    }

    private void change(Place place) {
        switch (random.nextInt(8)) {
            case 0 -> place.set(JSON.nullNode());
            case 1 -> place.set(place.schema().has("x-table") ? noText() : anything());
            case 2 -> {
                if (place.container() instanceof ObjectNode object) {
                    object.remove(place.name());
                } else {
                    ((ArrayNode) place.container()).remove(place.index());
                }
            }
            default -> place.set(near(place));
        }
    }

    private JsonNode anything() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.stringNode("42");
            case 1 -> JSON.numberNode(42);
            case 2 -> JSON.numberNode(new BigDecimal("42.0"));
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.objectNode();
            case 5 -> JSON.arrayNode();
            case 6 -> JSON.arrayNode().addNull();
            case 7 -> JSON.stringNode("true");
            default -> JSON.objectNode().put("x", 1);
        };
    }

    private JsonNode noText() {
        JsonNode value = anything();
        return value.isString() ? JSON.numberNode(7) : value;
    }

    /** A value about the limits of the schema. */
    private JsonNode near(Place place) {
        JsonNode node = place.schema();
        String type = node.path("type").isArray()
                ? node.path("type").get(0).asString()
                : node.path("type").asString();
        return switch (type) {
            case "object" -> withUnknownField(place.value());
            case "array" -> list(place.value(), node);
            case "boolean" -> one("true", "yes", "0");
            case "integer", "number" -> number(node);
            default -> text(node);
        };
    }

    private JsonNode withUnknownField(JsonNode value) {
        ObjectNode object = value instanceof ObjectNode there ? there.deepCopy() : JSON.objectNode();
        String[] names = {"onbekend", "a/b", "m~n", "", "Name", "x y"};
        object.put(names[random.nextInt(names.length)], 1);
        return object;
    }

    private JsonNode list(JsonNode value, JsonNode schema) {
        ArrayNode list = JSON.arrayNode();
        switch (random.nextInt(4)) {
            case 0 -> {
                return list;
            }
            case 1 -> {
                return value.isArray() ? ((ArrayNode) value).deepCopy().addNull() : list.addNull();
            }
            case 2 -> {
                return list.add("x").add(3);
            }
            default -> {
                int most = schema.path("maxItems").asInt(500) + random.nextInt(2);
                while (value.size() > 0 && list.size() < most) {
                    list.add(value.get(list.size() % value.size()));
                }
                return list;
            }
        }
    }

    private JsonNode number(JsonNode schema) {
        BigDecimal least = new BigDecimal(schema.path("minimum").asString("0"));
        BigDecimal most = new BigDecimal(schema.path("maximum").asString("9"));
        BigDecimal[] numbers = {
            least,
            most,
            least.subtract(BigDecimal.ONE),
            most.add(BigDecimal.ONE),
            most.add(new BigDecimal("0.5")),
            least.add(new BigDecimal("0.5")),
            least.subtract(new BigDecimal("0.0001")),
            least.setScale(3),
            new BigDecimal("1E+3"),
            new BigDecimal("1E+18"),
            new BigDecimal("-1E+18"),
            new BigDecimal("20.2"),
            new BigDecimal("0.1"),
            new BigDecimal("-0.0")
        };
        return JSON.numberNode(numbers[random.nextInt(numbers.length)]);
    }

    private JsonNode text(JsonNode schema) {
        if (schema.path("format").asString("").equals("date")) {
            return JSON.stringNode(DATES[random.nextInt(DATES.length)]);
        }
        if (schema.has("enum")) {
            String option = schema.path("enum").get(0).asString();
            return one("", "XX", option + " ", option.toLowerCase() + "_", "null");
        }
        if (schema.has("x-table")) {
            return noText();
        }
        int most = schema.path("maxLength").asInt(8);
        return one(
                "",
                " ",
                "/x",
                "x".repeat(most),
                "x".repeat(most + 1),
                "/" + "😀".repeat(most - 1),
                "/" + "😀".repeat(most),
                "1234567",
                "123456789012",
                "1234567x",
                "87654321",
                "87654321\n",
                "٨٧٦٥٤٣٢١",
                "x/");
    }

    private JsonNode one(String... texts) {
        return JSON.stringNode(texts[random.nextInt(texts.length)]);
    }
}

package nl.inkoopkompas.register;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the register keeps it: fields in their own order, numbers with the digits that they came with. */
final class Json {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return EXACT.createObjectNode();
    }

    static ObjectNode object(String text) {
        return (ObjectNode) EXACT.readTree(text);
    }

    static ObjectNode of(Object value) {
        return EXACT.valueToTree(value);
    }

    static ArrayNode list(Collection<?> values) {
        return EXACT.valueToTree(values);
    }

    static String text(@Nullable Object value) {
        return EXACT.writeValueAsString(value);
    }
}

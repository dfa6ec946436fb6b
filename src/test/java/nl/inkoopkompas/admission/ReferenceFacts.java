package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of an application; what is absent or null is unknown, and comes back as null or UNKNOWN. */
final class ReferenceFacts {

    private ReferenceFacts() {}

    static @Nullable JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = field(node, name);
        return value == null ? null : value.stringValue();
    }

    static @Nullable LocalDate date(JsonNode node, String name) {
        String value = text(node, name);
        return value == null ? null : LocalDate.parse(value);
    }

    static @Nullable BigDecimal number(JsonNode node, String name) {
        JsonNode value = field(node, name);
        return value == null ? null : value.decimalValue();
    }

    static ReferenceTruth truth(JsonNode node, String name) {
        JsonNode value = field(node, name);
        return value == null ? ReferenceTruth.UNKNOWN : ReferenceTruth.of(value.booleanValue());
    }

    /** The elements of a list; null when the list is unknown, empty when there are none. */
    static @Nullable List<JsonNode> list(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (value == null) {
            return null;
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** Whether a text field has this value. */
    static ReferenceTruth is(JsonNode node, String name, String expected) {
        String value = text(node, name);
        return value == null ? ReferenceTruth.UNKNOWN : ReferenceTruth.of(value.equals(expected));
    }

    /** Whether a number is below a bound; unknown when either is. */
    static ReferenceTruth below(@Nullable BigDecimal value, @Nullable BigDecimal bound) {
        return value == null || bound == null ? ReferenceTruth.UNKNOWN : ReferenceTruth.of(value.compareTo(bound) < 0);
    }
}

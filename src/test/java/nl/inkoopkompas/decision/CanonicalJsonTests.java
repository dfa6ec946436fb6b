package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is hashed is what the library of RFC 8785 writes, to the byte. */
class CanonicalJsonTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHARACTERS = "az09 \"\\/\b\t\n\f\r\u0001\u001f\u007f\u0080é€\u2028\ufb33😀";

    private static byte[] written(JsonNode node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CanonicalJson(bytes::writeBytes).write(node);
        return bytes.toByteArray();
    }

    @Test
    void writesWhatTheLibraryWrites() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            ObjectNode object = JSON.createObjectNode();
            fill(object, random, 4);
            assertThat(written(object))
                    .as(object.toString())
                    .isEqualTo(new JsonCanonicalizer(JSON.writeValueAsString(object)).getEncodedUTF8());
        }
    }

    @Test
    void cutsNoCharacterInTwo() throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (int i = 0; i < 20_000; i++) {
            list.add("😀é" + i);
        }

        assertThat(written(list)).isEqualTo(new JsonCanonicalizer(JSON.writeValueAsString(list)).getEncodedUTF8());
    }

    private static void fill(ObjectNode object, Random random, int depth) {
        for (int i = random.nextInt(5); i > 0; i--) {
            object.set(text(random), value(random, depth));
        }
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 3 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 4 ->
                JSON.getNodeFactory()
                        .numberNode(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(60) - 30));
            case 5 -> JSON.getNodeFactory().numberNode(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
            case 6 -> JSON.getNodeFactory().stringNode(text(random));
            case 7 -> {
                ObjectNode inner = JSON.createObjectNode();
                fill(inner, random, depth - 1);
                yield inner;
            }
            default -> {
                ArrayNode list = JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        int[] points = CHARACTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}

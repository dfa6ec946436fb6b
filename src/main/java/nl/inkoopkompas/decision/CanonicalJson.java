package nl.inkoopkompas.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.erdtman.jcs.NumberToJSON;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON as RFC 8785 has it, piece by piece: what is hashed can be as large as a plan of a million indications.
 */
final class CanonicalJson {

    private static final int PIECE = 8192;

    private final Consumer<byte[]> out;
    private final StringBuilder piece = new StringBuilder(PIECE + 256);

    CanonicalJson(Consumer<byte[]> out) {
        this.out = out;
    }

    void write(JsonNode node) {
        append(node);
        flush();
    }

    private void append(JsonNode node) {
        if (node.isObject()) {
            char before = '{';
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            for (var field : fields.entrySet()) {
                piece.append(before);
                text(field.getKey());
                piece.append(':');
                append(field.getValue());
                before = ',';
            }
            piece.append(before == '{' ? "{}" : "}");
        } else if (node.isArray()) {
            char before = '[';
            for (JsonNode element : node) {
                piece.append(before);
                append(element);
                before = ',';
            }
            piece.append(before == '[' ? "[]" : "]");
        } else if (node.isString()) {
            text(node.stringValue());
        } else if (node.isNumber()) {
            number(node);
        } else {
            piece.append(node.asString("null"));
        }
        if (piece.length() > PIECE) {
            flush();
        }
    }

    private void number(JsonNode node) {
        try {
            piece.append(NumberToJSON.serializeNumber(Double.parseDouble(node.asString())));
        } catch (IOException e) {
            throw new UncheckedIOException("JSON that has been read can be written", e);
        }
    }

    private void text(String text) {
        piece.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> piece.append("\\\"");
                case '\\' -> piece.append("\\\\");
                case '\b' -> piece.append("\\b");
                case '\t' -> piece.append("\\t");
                case '\n' -> piece.append("\\n");
                case '\f' -> piece.append("\\f");
                case '\r' -> piece.append("\\r");
                default -> {
                    if (c < ' ') {
                        piece.append(String.format("\\u%04x", (int) c));
                    } else {
                        piece.append(c);
                    }
                }
            }
        }
        piece.append('"');
    }

    /** Always after a whole value, so that no character is cut in two. */
    private void flush() {
        out.accept(piece.toString().getBytes(StandardCharsets.UTF_8));
        piece.setLength(0);
    }
}

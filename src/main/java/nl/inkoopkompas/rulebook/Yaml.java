package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** One YAML file of a rule book, read with its problems collected instead of thrown. */
final class Yaml {

    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** Files that were read before, by their text: of two rule books most files are the same. */
    private static final Map<String, JsonNode> READ = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
            return size() > MOST_READ;
        }
    });

    private static final int MOST_READ = 300;
    private static final int LONGEST_KEPT = 200_000;

    private final String file;
    private final List<Problem> problems;

    Yaml(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    String file() {
        return file;
    }

    JsonNode read(String text) {
        JsonNode before = READ.get(text);
        if (before != null) {
            return before.deepCopy();
        }
        try {
            JsonNode read = MAPPER.readTree(text);
            if (text.length() <= LONGEST_KEPT) {
                READ.put(text, read.deepCopy());
            }
            return read;
        } catch (JacksonException e) {
            problem("", "this is no YAML: " + e.getOriginalMessage());
            return MAPPER.createObjectNode();
        }
    }

    void problem(String place, String sentence) {
        problems.add(new Problem(file, place, sentence));
    }

    String text(JsonNode node, String place, String field) {
        JsonNode value = node.path(field);
        if (!value.isValueNode() || value.isNull() || value.asString().isBlank()) {
            problem(place, "\"" + field + "\" is missing");
            return "";
        }
        return value.asString();
    }

    @Nullable
    String optionalText(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    Bilingual bilingual(JsonNode node, String place) {
        return new Bilingual(text(node, place, "nl"), text(node, place, "en"));
    }

    Map<String, Bilingual> bilinguals(JsonNode node, String place) {
        return map(node, (id, value) -> bilingual(value, place + ", " + id));
    }

    <T> Map<String, T> map(JsonNode node, BiFunction<String, JsonNode, T> read) {
        Map<String, T> result = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            result.put(entry.getKey(), read.apply(entry.getKey(), entry.getValue()));
        }
        return result;
    }

    List<String> texts(JsonNode node) {
        List<String> result = new ArrayList<>();
        node.forEach(item -> result.add(item.asString()));
        return result;
    }

    LocalDate date(JsonNode node, String place, String field) {
        try {
            return LocalDate.parse(text(node, place, field));
        } catch (DateTimeParseException e) {
            problem(place, "\"" + field + "\" is not a date as 2024-04-01");
            return LocalDate.EPOCH;
        }
    }

    SourceReference source(JsonNode node, String place) {
        return new SourceReference(text(node, place, "document"), text(node, place, "section"));
    }

    <E extends Enum<E>> E option(JsonNode node, String place, String field, Class<E> type) {
        String code = text(node, place, field).toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(code)) {
                return constant;
            }
        }
        problem(place, "\"" + field + "\" is " + code + "; it is one of " + List.of(type.getEnumConstants()));
        return type.getEnumConstants()[0];
    }
}

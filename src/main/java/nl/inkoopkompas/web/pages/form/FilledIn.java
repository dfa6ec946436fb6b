package nl.inkoopkompas.web.pages.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a person filled in, written into an application. Fields of a form are named after their place in it. */
final class FilledIn {

    /** Says that a list is known to hold nothing. */
    static final String NONE = "geen ";

    /** Removes the line of a list that it names. */
    static final String REMOVE = "weg ";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> values;
    private final List<String> citizenNumbers = new ArrayList<>();

    FilledIn(Map<String, String> values) {
        this.values = values;
    }

    /** Where a citizen's number was filled in; such a value is never kept. */
    List<String> citizenNumbers() {
        return citizenNumbers;
    }

    void into(ObjectNode request, List<Unit> units) {
        for (Unit unit : units) {
            int end = unit.pointer().lastIndexOf('/');
            ObjectNode holder = holder(request, unit.pointer().substring(0, end));
            if (holder == null) {
                continue;
            }
            String name = unit.pointer().substring(end + 1);
            JsonNode value = unit.isList() ? list(unit, holder.get(name)) : single(unit.field(), unit.pointer());
            if (value == null) {
                holder.remove(name);
            } else {
                holder.set(name, value);
            }
        }
    }

    /** The object at a pointer, made where it is missing; null where there is no such line. */
    private static @Nullable ObjectNode holder(ObjectNode request, String pointer) {
        JsonNode at = request;
        for (String part :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            if (at instanceof ArrayNode lines) {
                at = part.matches("\\d{1,4}") ? lines.path(Integer.parseInt(part)) : JSON.missingNode();
            } else if (at instanceof ObjectNode object) {
                JsonNode there = object.path(part);
                at = there.isMissingNode() || there.isNull() ? object.putObject(part) : there;
            } else {
                return null;
            }
        }
        return at instanceof ObjectNode object ? object : null;
    }

    private @Nullable JsonNode list(Unit unit, @Nullable JsonNode before) {
        String start = unit.pointer() + "/";
        Map<Integer, Map<String, String>> lines = new TreeMap<>();
        values.forEach((name, value) -> {
            String plain = name.startsWith(NONE) ? name.substring(NONE.length()) : name;
            if (plain.startsWith(start)) {
                String[] rest = plain.substring(start.length()).split("/", 2);
                if (rest[0].matches("\\d{1,4}")) {
                    lines.computeIfAbsent(Integer.parseInt(rest[0]), number -> new LinkedHashMap<>())
                            .put(name, value);
                }
            }
        });
        ArrayNode list = JSON.arrayNode();
        lines.forEach((number, line) -> {
            String pointer = start + number;
            boolean filled = line.entrySet().stream()
                    .anyMatch(entry ->
                            !entry.getValue().isBlank() && !entry.getKey().startsWith(NONE));
            if (filled && !values.containsKey(REMOVE + pointer)) {
                JsonNode known = before == null ? JSON.missingNode() : before.path(number);
                list.add(line(unit, pointer, known));
            }
        });
        if (!list.isEmpty()) {
            return list;
        }
        return values.containsKey(NONE + unit.pointer()) ? list : null;
    }

    private JsonNode line(Unit unit, String pointer, JsonNode before) {
        if (unit.field().requireItem().isValue()) {
            Field value = unit.field().requireItem().require("");
            JsonNode single = single(value, pointer);
            return single == null ? JSON.stringNode("") : single;
        }
        ObjectNode line = before instanceof ObjectNode known ? known.deepCopy() : JSON.objectNode();
        for (Field part : unit.parts()) {
            String at = pointer + "/" + part.name();
            JsonNode value = part.type() == Type.LIST ? texts(part, at) : single(part, at);
            if (value == null) {
                line.remove(part.name());
            } else {
                line.set(part.name(), value);
            }
        }
        return line;
    }

    /** A list of bare values, filled in one a line. */
    private @Nullable JsonNode texts(Field list, String pointer) {
        Field value = list.requireItem().require("");
        ArrayNode texts = JSON.arrayNode();
        values.getOrDefault(pointer, "")
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && allowed(text, value, pointer))
                .forEach(text -> texts.add(typed(value, text)));
        return texts.isEmpty() && !values.containsKey(NONE + pointer) ? null : texts;
    }

    private @Nullable JsonNode single(Field field, String pointer) {
        String text = values.getOrDefault(pointer, "").strip();
        return text.isEmpty() || !allowed(text, field, pointer) ? null : typed(field, text);
    }

    private boolean allowed(String text, Field field, String pointer) {
        if (!field.notes().bsnExempt() && CitizenNumber.occursIn(text)) {
            citizenNumbers.add(pointer);
            return false;
        }
        return true;
    }

    /** What cannot be read stays a text, so that the check says what was expected. */
    private static JsonNode typed(Field field, String text) {
        return switch (field.type()) {
            case TRUTH ->
                text.equals("true") || text.equals("false")
                        ? JSON.booleanNode(text.equals("true"))
                        : JSON.stringNode(text);
            case WHOLE, DECIMAL -> number(text);
            case TEXT, DATE, LIST, OBJECT -> JSON.stringNode(text);
        };
    }

    private static JsonNode number(String text) {
        String grouped = text.replaceAll("[\\s\\u00a0€]", "");
        String whole = grouped.matches("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?") ? grouped.replace(".", "") : grouped;
        String plain = whole.replace(',', '.');
        return plain.matches("-?\\d{1,15}(\\.\\d{1,6})?")
                ? JSON.numberNode(new BigDecimal(plain))
                : JSON.stringNode(text);
    }
}

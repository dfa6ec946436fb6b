package nl.inkoopkompas.web.pages.lab;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.rulebook.Invariant;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a policy maker fills in to say that something may never happen: up to three facts of a request, and what then
 * never follows. A field of a list's element is written as the list, a bar and the field in the element.
 */
record InvariantForm(
        String besluit,
        String tekst,
        String textEn,
        String document,
        String sectie,
        List<String> veld,
        List<String> hoe,
        List<String> waarde,
        String nooit,
        String reden) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BAR = "|";

    /** A field that a fact can be about. */
    record Choice(String value, String label) {}

    /** The fields of a decision, lists and fields of their elements among them, in the order of the schema. */
    static List<Choice> fields(Policy policy, Language language) {
        List<Choice> fields = new ArrayList<>();
        collect(policy.schema(), "", "", language, fields);
        return fields;
    }

    private static void collect(Shape shape, String at, String label, Language language, List<Choice> fields) {
        for (Field field : shape.fields()) {
            String path = at + "/" + field.name();
            String name = label + field.notes().label().in(language);
            if (field.type() == Type.OBJECT) {
                collect(field.requireItem(), path, name + ": ", language, fields);
                continue;
            }
            fields.add(new Choice(path, name));
            if (field.type() == Type.LIST && !at.contains(BAR)) {
                for (Field part : field.requireItem().fields()) {
                    if (part.type() != Type.OBJECT
                            && part.type() != Type.LIST
                            && !part.name().isEmpty()) {
                        fields.add(new Choice(
                                path + BAR + "/" + part.name(),
                                name + ", " + part.notes().label().in(language)));
                    }
                }
            }
        }
    }

    /** What never follows: an outcome of the whole, one of each part, or a verdict on a criterion. */
    static List<Choice> consequences(Policy policy, List<String> parts, Language language) {
        List<Choice> all = new ArrayList<>();
        policy.invariants().stream()
                .map(Invariant::never)
                .map(Invariant.Never::particular)
                .filter(particular -> particular != null)
                .distinct()
                .forEach(particular -> parts.forEach(outcome -> all.add(new Choice(
                        "particular " + particular + " " + outcome,
                        policy.texts(language).outcome(outcome).label() + " (" + about(policy, particular, language)
                                + ")"))));
        policy.texts(language)
                .outcomes()
                .forEach((outcome, words) -> all.add(new Choice("outcome " + outcome, words.label())));
        policy.texts(language)
                .criteria()
                .forEach((criterion, words) -> all.add(new Choice("criterion " + criterion + " MET", words.name())));
        return all;
    }

    /** The list of which each element has an outcome of its own. */
    private static String about(Policy policy, String particular, Language language) {
        String[] parts = particular.split("/", 3);
        Field list = parts.length > 1 ? policy.schema().field(parts[1]) : null;
        return list == null ? particular : list.notes().label().in(language);
    }

    /** The edit that it asks for. */
    ObjectNode edit(@Nullable Policy policy) {
        ObjectNode invariant = JSON.objectNode();
        invariant.put("id", id());
        invariant
                .putObject("text")
                .put("nl", tekst.strip())
                .put("en", textEn.isBlank() ? tekst.strip() : textEn.strip());
        invariant.putObject("source").put("document", document).put("section", sectie.strip());
        ArrayNode when = invariant.putArray("when");
        for (int i = 0; i < veld.size(); i++) {
            if (!veld.get(i).isBlank()) {
                when.add(fact(veld.get(i), at(hoe, i), at(waarde, i), policy));
            }
        }
        invariant.set("never", never());
        ObjectNode edit = JSON.objectNode().put("type", besluit);
        edit.set("addInvariant", invariant);
        return edit;
    }

    /** An id from the words. */
    private String id() {
        String words = Normalizer.normalize(tekst.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.substring(0, Math.min(words.length(), 60)).replaceAll("-$", "");
    }

    private static String at(List<String> texts, int place) {
        return place < texts.size() ? texts.get(place) : "";
    }

    private static ObjectNode fact(String field, String how, String value, @Nullable Policy policy) {
        int bar = field.indexOf(BAR);
        ObjectNode fact = JSON.objectNode();
        if (bar < 0) {
            return said(fact.put("pointer", field), how, value, type(policy, field));
        }
        boolean none = how.startsWith("none-");
        ObjectNode part = JSON.objectNode().put("pointer", field.substring(bar + 1));
        said(part, none ? how.substring("none-".length()) : how, value, type(policy, field));
        fact.put("pointer", field.substring(0, bar));
        fact.putArray(none ? "none" : "any").add(part);
        return fact;
    }

    private static ObjectNode said(ObjectNode fact, String how, String value, @Nullable Type type) {
        switch (how) {
            case "absent", "empty" -> fact.put(how, true);
            case "in" -> {
                ArrayNode values = fact.putArray("in");
                Arrays.stream(value.split(",")).map(String::strip).forEach(one -> values.add(json(one, type)));
            }
            default -> fact.set(how, json(value.strip(), type));
        }
        return fact;
    }

    /**
     * What was typed, as JSON of the type of the field; what is none stays text, and is refused with what was expected.
     */
    private static JsonNode json(String text, @Nullable Type type) {
        boolean number = (type == Type.WHOLE || type == Type.DECIMAL) && text.matches("-?\\d{1,15}([.,]\\d{1,10})?");
        if (number) {
            return text.matches("-?\\d+")
                    ? JSON.numberNode(Long.parseLong(text))
                    : JSON.numberNode(new BigDecimal(text.replace(',', '.')));
        }
        return type == Type.TRUTH && (text.equals("true") || text.equals("false"))
                ? JSON.booleanNode(Boolean.parseBoolean(text))
                : JSON.stringNode(text);
    }

    private static @Nullable Type type(@Nullable Policy policy, String path) {
        Shape shape = policy == null ? null : policy.schema();
        Field field = null;
        for (String part : path.replace(BAR, "").substring(1).split("/", -1)) {
            field = shape == null ? null : shape.field(part);
            shape = field == null ? null : field.item();
        }
        return field == null ? null : field.type();
    }

    private ObjectNode never() {
        String[] said = nooit.split(" ");
        ObjectNode never = JSON.objectNode();
        return switch (said[0]) {
            case "criterion" -> never.put("criterion", said[1]).put("verdict", said[2]);
            case "particular" -> never.put("particular", said[1]).put("outcome", said[2]);
            default -> never.put("outcome", said.length > 1 ? said[1] : "");
        };
    }
}

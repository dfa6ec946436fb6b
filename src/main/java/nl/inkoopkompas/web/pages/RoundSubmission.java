package nl.inkoopkompas.web.pages;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.RoundPages.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a person filled in for a round, as the request for it. */
final class RoundSubmission {

    static final String ACT = "antwoord ";
    static final String MOTIVATION = "motivering ";
    static final int SHORTEST_MOTIVATION = 20;

    private final ObjectNode application;
    private final Words words;
    private final Map<String, String> filledIn;
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final Map<Integer, String> places = new TreeMap<>();
    private final Map<String, String> unmotivated = new LinkedHashMap<>();

    /** @param filledIn values by the names in the form */
    RoundSubmission(Kind kind, String on, ObjectNode application, Words words, Map<String, String> filledIn) {
        this.application = application;
        this.words = words;
        this.filledIn = filledIn;
        body.put("kind", kind.round());
        body.put("on", on);
        changes(body.putArray("changes"));
        acts(kind == Kind.OORDEEL ? body.putArray("judgements") : body.putArray("responses"), kind == Kind.OORDEEL);
    }

    /** The request for the round. */
    ObjectNode body() {
        return body;
    }

    /** Whether anything was filled in. */
    boolean isEmpty() {
        return body.path("changes").isEmpty()
                && body.path("judgements").isEmpty()
                && body.path("responses").isEmpty();
    }

    /** Acts without enough of a motivation, by the name of the field. */
    Map<String, String> withoutMotivation(String sentence) {
        unmotivated.replaceAll((name, nothing) -> sentence);
        return unmotivated;
    }

    private void changes(ArrayNode changes) {
        Map<String, ObjectNode> added = new LinkedHashMap<>();
        new TreeMap<>(filledIn).forEach((pointer, value) -> {
            String text = value.strip();
            if (!pointer.startsWith("/")) {
                return;
            }
            int place = pointer.indexOf("/-");
            if (place >= 0) {
                if (!text.isEmpty()) {
                    added.computeIfAbsent(pointer.substring(0, place), list -> JsonNodeFactory.instance.objectNode())
                            .set(pointer.substring(Math.min(pointer.length(), place + 3)), typed(pointer, text));
                }
            } else {
                change(changes, pointer, text);
            }
        });
        added.forEach((list, element) -> add(changes, list, element));
    }

    private void change(ArrayNode changes, String pointer, String text) {
        JsonNode before = application.at(pointer);
        boolean known = !before.isMissingNode() && !before.isNull();
        JsonNode after = text.isEmpty() ? JsonNodeFactory.instance.nullNode() : typed(pointer, text);
        if (known ? !before.equals(after) && !before.asString(before.toString()).equals(text) : !text.isEmpty()) {
            places.put(changes.size(), pointer);
            changes.addObject()
                    .put("op", before.isMissingNode() ? "add" : "replace")
                    .put("path", pointer)
                    .set("value", after);
        }
    }

    private void add(ArrayNode changes, String list, ObjectNode element) {
        JsonNode value = element.has("") ? element.get("") : element;
        places.put(changes.size(), list + "/-");
        ObjectNode change = changes.addObject().put("op", "add");
        if (application.at(list).isArray()) {
            change.put("path", list + "/-").set("value", value);
        } else {
            change.put("path", list)
                    .set("value", JsonNodeFactory.instance.arrayNode().add(value));
        }
    }

    /** What cannot be read stays a text, so that the answer says what was expected. */
    private JsonNode typed(String pointer, String text) {
        Words.Input.Kind kind = words.input(pointer).map(Words.Input::kind).orElse(Words.Input.Kind.TEXT);
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (kind) {
            case TRUTH ->
                text.equals("true") || text.equals("false")
                        ? json.booleanNode(text.equals("true"))
                        : json.stringNode(text);
            case NUMBER -> {
                String number = text.matches("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?") ? text.replace(".", "") : text;
                String plain = number.replace(',', '.');
                yield plain.matches("-?\\d{1,15}(\\.\\d{1,6})?")
                        ? json.numberNode(new BigDecimal(plain))
                        : json.stringNode(text);
            }
            case TEXT, DATE, LIST -> json.stringNode(text);
        };
    }

    private void acts(ArrayNode acts, boolean judgements) {
        filledIn.forEach((name, chosen) -> {
            if (!name.startsWith(ACT) || chosen.isEmpty()) {
                return;
            }
            String key = name.substring(ACT.length());
            String[] finding = key.split(" ", 2);
            String motivation = filledIn.getOrDefault(MOTIVATION + key, "").strip();
            if (motivation.length() < SHORTEST_MOTIVATION) {
                unmotivated.put(MOTIVATION + key, "");
            }
            ObjectNode act = acts.addObject().put("criterion", finding[0]).put("subject", finding[1]);
            if (!judgements) {
                act.put("kind", chosen.equals("LAPSED") ? "LAPSED" : "MEASURES");
            }
            if (!chosen.equals("LAPSED")) {
                act.put("accepted", chosen.equals("ACCEPTED"));
            }
            act.put("motivation", motivation);
        });
    }

    /** What was refused, by the names in the form. */
    Map<String, String> errors(List<Refusal> refusals, Language language) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Refusal refusal : refusals) {
            String name = name(refusal.pointer());
            errors.merge(
                    name == null ? refusal.pointer() : name,
                    refusal.detail().in(language),
                    (one, other) -> one + " " + other);
        }
        return errors;
    }

    private @Nullable String name(String pointer) {
        String[] parts = pointer.split("/", 4);
        if (parts.length < 3 || !parts[1].equals("changes") || !parts[2].matches("\\d+")) {
            return null;
        }
        String place = places.get(Integer.parseInt(parts[2]));
        if (place == null || !place.endsWith("/-")) {
            return place;
        }
        String rest = parts.length < 4 ? "" : parts[3].replaceFirst("^value(/0)?/?", "");
        return rest.isEmpty() ? place : place + "/" + rest;
    }
}

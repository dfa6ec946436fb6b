package nl.inkoopkompas.admission;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.admission.Round.Change;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out the changes of a round on an application, as RFC 6902 says. It follows every object through the changes,
 * so that what was handed in later, and what a paper proves, is still known when lines of a list move up.
 */
final class ApplicationChanges {

    private static final String EVIDENCE = "evidence";

    /** Pointers of the lists of papers: what an applicant can still bring. */
    private final Set<String> papers;

    private final ObjectNode application;
    private final Map<JsonNode, String> handedIn = new IdentityHashMap<>();
    private final Map<JsonNode, Proven> proven = new IdentityHashMap<>();

    /** What a line of evidence is about: an object, or a value in one, as it was before the changes. */
    private record Proven(JsonNode holder, String field, String before) {}

    /** @param context of the round before */
    ApplicationChanges(Shape schema, ObjectNode application, ObjectNode context) {
        this.papers = papers(schema);
        this.application = application.deepCopy();
        for (JsonNode later : context.path("handedIn")) {
            JsonNode element = this.application.at(later.path("pointer").asString());
            if (element.isObject()) {
                handedIn.put(element, later.path("on").asString());
            }
        }
        for (JsonNode line : this.application.path(EVIDENCE)) {
            prove(line);
        }
    }

    private static Set<String> papers(Shape schema) {
        Set<String> papers = new TreeSet<>();
        for (Field field : schema.require("applicant").requireItem().fields()) {
            if (field.type() == Shape.Type.LIST && field.notes().actionable()) {
                papers.add("/applicant/" + field.name());
            }
        }
        return papers;
    }

    private void prove(JsonNode line) {
        String pointer = line.path("pointer").asString("");
        JsonNode target = at(pointer);
        if (target.isObject()) {
            proven.put(line, new Proven(target, "", target.toString()));
        } else if (!target.isMissingNode()) {
            JsonNode holder = at(parent(pointer));
            proven.put(line, new Proven(holder, last(pointer), target.toString()));
        }
    }

    /** The application as it now stands. */
    ObjectNode application() {
        return application;
    }

    /** Carries out one change; refuses one that cannot be with a {@link RequestRefused}. */
    void apply(Change change, int number, String on) {
        String pointer = "/changes/" + number + "/path";
        JsonNode parent = at(parent(change.path()));
        JsonNode value = change.value() == null ? null : change.value().deepCopy();
        String last = last(change.path());
        if (parent instanceof ObjectNode object) {
            inObject(object, last, change, value, pointer);
        } else if (parent instanceof ArrayNode list) {
            inList(list, last, change, value, pointer);
        } else {
            throw refused(pointer, "dit pad bestaat niet", "there is no such path");
        }
        markHandedIn(change.path(), value, on);
    }

    private static void inObject(
            ObjectNode object, String field, Change change, @Nullable JsonNode value, String pointer) {
        if (change.op() != Round.Operation.ADD && !object.has(field)) {
            throw refused(pointer, "hier staat niets", "there is nothing here");
        }
        if (value == null) {
            object.remove(field);
        } else {
            object.set(field, value);
        }
    }

    private static void inList(ArrayNode list, String place, Change change, @Nullable JsonNode value, String pointer) {
        boolean adding = change.op() == Round.Operation.ADD;
        int at = place.equals("-") && adding ? list.size() : place.matches("\\d{1,6}") ? Integer.parseInt(place) : -1;
        if (at < 0 || at > list.size() || (at == list.size() && !adding)) {
            throw refused(
                    pointer,
                    "deze regel bestaat niet; de lijst telt " + list.size() + " regels",
                    "there is no such line; the list has " + list.size());
        }
        if (value == null) {
            list.remove(at);
        } else if (adding) {
            list.insert(at, value);
        } else {
            list.set(at, value);
        }
    }

    /** A new list, a new line or a changed field of a line: the lines concerned were handed in with this round. */
    private void markHandedIn(String path, @Nullable JsonNode value, String on) {
        if (path.equals("/applicant")) {
            papers.forEach(list -> at(list).forEach(line -> handedIn.put(line, on)));
            return;
        }
        String[] parts = path.split("/");
        String list = String.join("/", List.of(parts).subList(0, Math.min(3, parts.length)));
        if (!papers.contains(list)) {
            return;
        }
        if (parts.length == 3) {
            at(list).forEach(line -> handedIn.put(line, on));
        } else if (parts.length > 4) {
            handedIn.put(at(list + "/" + parts[3]), on);
        } else if (value != null) {
            handedIn.put(value, on);
        }
    }

    /** What the next decision has to know besides the application. */
    ObjectNode context() {
        Map<String, String> later = new LinkedHashMap<>();
        for (String list : papers) {
            JsonNode lines = at(list);
            for (int i = 0; i < lines.size(); i++) {
                String on = handedIn.get(lines.get(i));
                if (lines.get(i).isObject() && on != null) {
                    later.put(list + "/" + i, on);
                }
            }
        }
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        if (!later.isEmpty()) {
            ArrayNode list = context.putArray("handedIn");
            later.forEach(
                    (pointer, on) -> list.addObject().put("pointer", pointer).put("on", on));
        }
        return context;
    }

    /**
     * Lets lines of evidence follow what they prove. What was checked and has changed since is no longer checked; a
     * line that itself came with this round stays as it is.
     */
    void followEvidence() {
        if (!(application.path(EVIDENCE) instanceof ArrayNode lines)) {
            return;
        }
        Map<JsonNode, String> places = new IdentityHashMap<>();
        place(application, "", places);
        List<JsonNode> gone = new ArrayList<>();
        for (JsonNode line : lines) {
            Proven about = proven.get(line);
            if (about == null || !(line instanceof ObjectNode object)) {
                continue;
            }
            String place = places.get(about.holder());
            if (place == null) {
                gone.add(line);
                continue;
            }
            String pointer = about.field().isEmpty() ? place : place + "/" + about.field();
            object.put("pointer", pointer);
            if (!at(pointer).toString().equals(about.before())
                    && object.path("verified").asBoolean(false)) {
                object.put("verified", false);
            }
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            JsonNode line = lines.get(i);
            if (gone.stream().anyMatch(lost -> lost == line)) {
                lines.remove(i);
            }
        }
    }

    private static void place(JsonNode node, String pointer, Map<JsonNode, String> places) {
        places.put(node, pointer);
        if (node.isObject()) {
            node.properties().forEach(property -> {
                String name = property.getKey().replace("~", "~0").replace("/", "~1");
                if (property.getValue().isContainer()) {
                    place(property.getValue(), pointer + "/" + name, places);
                }
            });
        } else {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i).isContainer()) {
                    place(node.get(i), pointer + "/" + i, places);
                }
            }
        }
    }

    private JsonNode at(String pointer) {
        return pointer.isEmpty() || pointer.startsWith("/")
                ? application.at(pointer)
                : JsonNodeFactory.instance.missingNode();
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static RequestRefused refused(String pointer, String nl, String en) {
        return new RequestRefused(List.of(new Refusal(pointer, new Bilingual(nl, en))));
    }
}

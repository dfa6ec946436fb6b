package nl.inkoopkompas.lab;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads edits as they are sent, strictly; every error is collected. */
final class EditReader {

    private static final int MOST = 1000;
    private static final String GROUP = "group";

    private final BodyProblems problems = new BodyProblems();
    private final RuleBook base;

    /** An edit as it was sent. */
    record Asked(ObjectNode json, @Nullable String group, Edit edit) {}

    private EditReader(RuleBook base) {
        this.base = base;
    }

    /** Reads {@code {edits, reason}}; refuses what is none with a {@link RequestRefused} that names every place. */
    static List<Asked> read(ObjectNode body, RuleBook base) {
        EditReader reader = new EditReader(base);
        reader.problems.addUnknown(body, Set.of("edits", "reason"), "");
        reader.text(body, "reason", "", 1, 2000);
        List<Asked> edits = reader.edits(body.path("edits"));
        if (!reader.problems.isEmpty()) {
            throw reader.problems.refused();
        }
        return edits;
    }

    /** Reads an edit that was recorded. */
    static Edit recorded(ObjectNode json, RuleBook base) {
        EditReader reader = new EditReader(base);
        Edit edit = reader.edit(json, "");
        if (edit == null) {
            throw new IllegalStateException("A recorded edit is no edit: " + json);
        }
        return edit;
    }

    private List<Asked> edits(JsonNode list) {
        List<Asked> edits = new ArrayList<>();
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            problems.add(
                    "/edits",
                    "verwacht een lijst van 1 tot " + MOST + " wijzigingen",
                    "expected 1 to " + MOST + " edits");
            return edits;
        }
        for (int i = 0; i < list.size(); i++) {
            String pointer = "/edits/" + i;
            if (!(list.get(i) instanceof ObjectNode json)) {
                problems.add(pointer, "verwacht een object", "expected an object");
                continue;
            }
            if (CitizenNumber.occursIn(words(json))) {
                problems.add(
                        pointer,
                        "hier staat iets in de vorm van een BSN of RSIN; dat hoort niet in een regelboek",
                        "this holds something in the form of a BSN or RSIN; that is not for a rule book");
                continue;
            }
            String group = json.has(GROUP) ? text(json, GROUP, pointer, 1, 100) : null;
            Edit edit = edit(json, pointer);
            if (edit != null) {
                edits.add(new Asked(json, group, edit));
            }
        }
        return edits;
    }

    private @Nullable Edit edit(ObjectNode json, String at) {
        int before = count();
        Edit edit = of(json, at);
        return count() == before ? edit : null;
    }

    private int count() {
        return problems.size();
    }

    private @Nullable Edit of(ObjectNode json, String at) {
        if (json.has("table")) {
            return ofTable(json, at);
        }
        if (json.has("parameter")) {
            return ofParameter(json, at);
        }
        if (json.has("interpretation")) {
            known(json, at, Set.of("interpretation", "reading"));
            return new Edit.Reading(text(json, "interpretation", at, 1, 100), text(json, "reading", at, 1, 100));
        }
        if (json.has("scenario")) {
            known(json, at, Set.of("scenario", "expect"));
            return new Edit.Expectation(text(json, "scenario", at, 1, 100), object(json, "expect", at));
        }
        if (json.has("addScenario")) {
            known(json, at, Set.of("addScenario", "type"));
            ObjectNode scenario = object(json, "addScenario", at);
            return new Edit.AddedScenario(decision(json, scenario, at), scenario);
        }
        if (json.has("addInvariant")) {
            known(json, at, Set.of("addInvariant", "type"));
            ObjectNode invariant = object(json, "addInvariant", at);
            return new Edit.AddedInvariant(decision(json, invariant, at), invariant);
        }
        if (json.has("removeInvariant")) {
            known(json, at, Set.of("removeInvariant"));
            return new Edit.RemovedInvariant(text(json, "removeInvariant", at, 1, 100));
        }
        problems.add(
                at,
                "verwacht een wijziging van een tabel, een parameter, een lezing, een scenario of wat nooit mag; regels en het schema"
                        + " wijzigt een ontwikkelaar",
                "expected an edit of a table, a parameter, a reading, a scenario or an invariant; rules and the schema are for"
                        + " developers");
        return null;
    }

    private Edit ofTable(ObjectNode json, String at) {
        String table = text(json, "table", at, 1, 200);
        if (json.has("addRow")) {
            known(json, at, Set.of("table", "addRow"));
            Map<String, JsonNode> cells = new LinkedHashMap<>();
            object(json, "addRow", at).properties().forEach(cell -> cells.put(cell.getKey(), cell.getValue()));
            return new Edit.AddedRow(table, cells);
        }
        if (json.has("removeRow")) {
            known(json, at, Set.of("table", "removeRow"));
            return new Edit.RemovedRow(table, text(json, "removeRow", at, 1, 200));
        }
        known(json, at, Set.of("table", "row", "column", "value"));
        return new Edit.Cell(table, text(json, "row", at, 1, 200), text(json, "column", at, 1, 200), value(json, at));
    }

    private Edit ofParameter(ObjectNode json, String at) {
        String parameter = text(json, "parameter", at, 1, 200);
        if (json.has("removeFrom")) {
            known(json, at, Set.of("parameter", "removeFrom"));
            return new Edit.RemovedValue(parameter, date(json, "removeFrom", at));
        }
        known(json, at, Set.of("parameter", "from", "value", "source", "example"));
        SourceReference source = null;
        if (json.has("source")) {
            ObjectNode where = object(json, "source", at);
            source = new SourceReference(
                    text(where, "document", at + "/source", 1, 200), text(where, "section", at + "/source", 1, 200));
        }
        return new Edit.Value(
                parameter,
                date(json, "from", at),
                value(json, at),
                source,
                json.path("example").asBoolean(false));
    }

    /** The decision that an addition is of: named, or the only one, or the one that its criteria are of. */
    private String decision(ObjectNode json, ObjectNode added, String at) {
        Set<String> decisions = base.policies().keySet();
        String named = json.path("type").asString("");
        if (decisions.contains(named)) {
            return named;
        }
        if (!json.has("type")) {
            if (decisions.size() == 1) {
                return decisions.iterator().next();
            }
            for (String decision : decisions) {
                boolean its = added.at("/never/criterion").asString("").startsWith(decision + ".")
                        || added.at("/expect/verdicts").propertyNames().stream()
                                .anyMatch(criterion -> criterion.startsWith(decision + "."));
                if (its) {
                    return decision;
                }
            }
        }
        problems.add(
                at + "/type",
                "verwacht één van " + String.join(", ", decisions),
                "expected one of " + String.join(", ", decisions));
        return "";
    }

    private void known(ObjectNode json, String at, Set<String> fields) {
        Set<String> all = new HashSet<>(fields);
        all.add(GROUP);
        problems.addUnknown(json, all, at);
    }

    private JsonNode value(ObjectNode json, String at) {
        JsonNode value = json.get("value");
        if (value == null) {
            problems.add(
                    at + "/value", "dit veld is verplicht; null voor leeg", "this field is required; null for empty");
            return NullNode.getInstance();
        }
        return value;
    }

    private ObjectNode object(ObjectNode json, String field, String at) {
        if (json.get(field) instanceof ObjectNode object && !object.isEmpty()) {
            return object;
        }
        problems.add(at + "/" + field, "verwacht een object dat niet leeg is", "expected an object that is not empty");
        return json.objectNode();
    }

    private String text(ObjectNode json, String field, String at, int shortest, int longest) {
        JsonNode value = json.path(field);
        String text = value.isString() ? value.stringValue().strip() : "";
        if (text.length() < shortest || text.length() > longest) {
            problems.add(
                    at + "/" + field,
                    "verwacht een tekst van " + shortest + " tot en met " + longest + " tekens",
                    "expected a text of " + shortest + " to " + longest + " characters");
        } else if (CitizenNumber.occursIn(text)) {
            problems.add(
                    at + "/" + field,
                    "de tekst heeft de vorm van een BSN of RSIN",
                    "the text has the form of a BSN or RSIN");
        }
        return text;
    }

    private LocalDate date(ObjectNode json, String field, String at) {
        try {
            return LocalDate.parse(json.path(field).asString(""));
        } catch (DateTimeException e) {
            problems.add(at + "/" + field, "verwacht een datum, zoals 2027-01-01", "expected a date, as 2027-01-01");
            return LocalDate.EPOCH;
        }
    }

    private static String words(JsonNode json) {
        StringBuilder words = new StringBuilder();
        collect(json, words);
        return words.toString();
    }

    private static void collect(JsonNode json, StringBuilder words) {
        if (json.isString()) {
            words.append(json.stringValue()).append('|');
        }
        json.properties().forEach(property -> {
            words.append(property.getKey()).append('|');
            collect(property.getValue(), words);
        });
        if (json.isArray()) {
            json.forEach(item -> collect(item, words));
        }
    }
}

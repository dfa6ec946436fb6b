package nl.inkoopkompas.admission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inkoopkompas.admission.Round.Change;
import nl.inkoopkompas.admission.Round.Kind;
import nl.inkoopkompas.admission.Round.Operation;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.RequestRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the request for a round strictly; every error is collected. */
final class RoundReader {

    private static final Set<String> FIELDS = Set.of("kind", "on", "changes", "judgements", "responses");
    private static final Set<String> CHANGE_FIELDS = Set.of("op", "path", "value");
    private static final int MOST = 500;

    private final BodyProblems problems = new BodyProblems();

    /** Refuses what is no request for a round with a {@link RequestRefused} that names every place. */
    static Round read(ObjectNode body) {
        RoundReader reader = new RoundReader();
        reader.problems.addUnknown(body, FIELDS, "");
        Kind kind = reader.option(body.path("kind"), Kind.values(), "/kind");
        LocalDate on = reader.date(body.path("on"));
        List<Change> changes = reader.changes(body.path("changes"));
        List<JsonNode> judgements = reader.list(body.path("judgements"), "/judgements");
        List<JsonNode> responses = reader.list(body.path("responses"), "/responses");
        reader.requireContent(kind, changes, judgements, responses);
        if (!reader.problems.isEmpty() || kind == null || on == null) {
            throw reader.problems.refused();
        }
        return new Round(kind, on, changes, judgements, responses);
    }

    private void requireContent(
            @Nullable Kind kind, List<Change> changes, List<JsonNode> judgements, List<JsonNode> responses) {
        if (kind == null) {
            return;
        }
        switch (kind) {
            case SUPPLEMENT ->
                require(
                        !changes.isEmpty(),
                        "/changes",
                        "een aanvulling verandert iets",
                        "a supplement changes something");
            case JUDGEMENT ->
                require(
                        !judgements.isEmpty(),
                        "/judgements",
                        "een oordeelronde bevat een oordeel",
                        "there is no judgement");
            case HEARING ->
                require(
                        !changes.isEmpty() || !responses.isEmpty(),
                        "/responses",
                        "een hoorronde lost iets op (changes) of bevat een reactie (responses)",
                        "a hearing solves something (changes) or holds a response (responses)");
        }
        if (kind != Kind.HEARING && !responses.isEmpty()) {
            problems.add("/responses", "alleen een hoorronde (HEARING) kent reacties", "only a HEARING has responses");
        }
    }

    private void require(boolean holds, String pointer, String nl, String en) {
        if (!holds) {
            problems.add(pointer, nl, en);
        }
    }

    private List<Change> changes(JsonNode node) {
        List<Change> changes = new ArrayList<>();
        List<JsonNode> items = list(node, "/changes");
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            String pointer = "/changes/" + i;
            if (!item.isObject()) {
                problems.add(pointer, "verwacht een object", "expected an object");
                continue;
            }
            problems.addUnknown(item, CHANGE_FIELDS, pointer);
            Operation op = option(item.path("op"), Operation.values(), pointer + "/op");
            String path = item.path("path").asString("");
            if (!path.matches("/(applicant|products/\\d{1,3}|evidence)(/.*)?") || path.matches("/products/\\d+")) {
                problems.add(
                        pointer + "/path",
                        "een pad begint met /applicant, /products/<nummer>/ of /evidence",
                        "a path starts with /applicant, /products/<number>/ or /evidence");
            } else if (op == Operation.REMOVE && item.has("value")) {
                problems.add(pointer + "/value", "een verwijdering heeft geen waarde", "a removal has no value");
            } else if (op != null && op != Operation.REMOVE && !item.has("value")) {
                problems.add(pointer + "/value", "dit veld is verplicht", "this field is required");
            } else if (op != null) {
                changes.add(new Change(op, path, item.get("value")));
            }
        }
        return changes;
    }

    private List<JsonNode> list(JsonNode node, String pointer) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            problems.add(pointer, "verwacht een lijst", "expected a list");
            return List.of();
        }
        if (node.size() > MOST) {
            problems.add(pointer, "ten hoogste " + MOST + " regels", "at most " + MOST + " items");
        }
        return List.copyOf(node.values());
    }

    private <E extends Enum<E>> @Nullable E option(JsonNode node, E[] options, String pointer) {
        for (E option : options) {
            String code = option instanceof Operation operation ? operation.code() : option.name();
            if (node.isString() && node.asString().equals(code)) {
                return option;
            }
        }
        String known = Arrays.stream(options)
                .map(option -> option instanceof Operation ? option.name().toLowerCase(Locale.ROOT) : option.name())
                .collect(Collectors.joining(", "));
        problems.add(pointer, "verwacht een van " + known, "expected one of " + known);
        return null;
    }

    private @Nullable LocalDate date(JsonNode node) {
        try {
            if (node.isString() && node.asString().matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(node.asString());
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add("/on", "verwacht een datum als \"2024-04-20\"", "expected a date as \"2024-04-20\"");
        return null;
    }
}

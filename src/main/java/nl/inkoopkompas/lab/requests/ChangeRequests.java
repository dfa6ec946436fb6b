package nl.inkoopkompas.lab.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.requests.ChangeRequest.Answer;
import nl.inkoopkompas.lab.requests.ChangeRequest.Status;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The changes that people ask for, with what policy makers answer. */
@Repository
public class ChangeRequests implements Projection {

    private static final String ASKED = "CHANGE_REQUEST";
    private static final String ANSWERED = "CHANGE_ANSWER";
    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final DecisionEngine engine;
    private final Drafts drafts;

    ChangeRequests(JdbcClient jdbc, Journal journal, DecisionEngine engine, Drafts drafts) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.engine = engine;
        this.drafts = drafts;
    }

    /**
     * Records a request.
     *
     * @param json {@code {what, why, source}}
     * @throws RequestRefused when what or why is missing, or a text holds a citizen's number
     */
    @Transactional
    public ChangeRequest ask(byte[] json, Instant at, String by) {
        ObjectNode body = engine.parse(json);
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(body, Set.of("what", "why", "source"), "");
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("what", text(body, "what", true, problems));
        content.put("why", text(body, "why", true, problems));
        content.put("source", text(body, "source", false, problems));
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        JournalEntry bare = journal.entry(ASKED, null, at, by, content);
        JournalEntry entry = new JournalEntry(
                bare.id(), bare.kind(), bare.id(), bare.recordedAt(), bare.recordedBy(), bare.content());
        journal.append(List.of(entry));
        insert(entry.id(), 0, entry);
        return find(entry.id()).orElseThrow();
    }

    /**
     * Records what a policy maker answers.
     *
     * @param json {@code {status, text, draft}}
     * @throws RequestRefused when the status or the text is missing, or the draft does not exist
     * @throws WrongState when somebody else answered at the same time
     */
    @Transactional
    public ChangeRequest answer(ChangeRequest request, byte[] json, Instant at, String by) {
        ObjectNode body = engine.parse(json);
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(body, Set.of("status", "text", "draft"), "");
        String status = body.path("status").asString("");
        if (!Set.of("TAKEN_UP", "DECLINED", "DONE").contains(status)) {
            problems.add("/status", "verwacht TAKEN_UP, DECLINED of DONE", "expected TAKEN_UP, DECLINED or DONE");
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("status", status);
        content.put("text", text(body, "text", true, problems));
        UUID draft = draft(body.path("draft"), problems);
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        content.put("draft", draft == null ? null : draft.toString());
        content.put("number", request.answers().size() + 1);
        JournalEntry entry = journal.append(ANSWERED, request.id(), at, by, content);
        try {
            insert(request.id(), request.answers().size() + 1, entry);
        } catch (DuplicateKeyException tooLate) {
            WrongState wrong = new WrongState(
                    "Iemand anders beantwoordde dit verzoek intussen.", "Somebody else answered this meanwhile.");
            wrong.initCause(tooLate);
            throw wrong;
        }
        return find(request.id()).orElseThrow();
    }

    public Optional<ChangeRequest> find(UUID id) {
        List<JournalEntry> entries = journal.of(id);
        if (entries.isEmpty() || !entries.get(0).kind().equals(ASKED)) {
            return Optional.empty();
        }
        List<Answer> answers = new ArrayList<>();
        entries.stream().filter(entry -> entry.kind().equals(ANSWERED)).forEach(entry -> answers.add(answer(entry)));
        JournalEntry asked = entries.get(0);
        ObjectNode content = Objects.requireNonNull(asked.content());
        return Optional.of(new ChangeRequest(
                asked.id(),
                content.path("what").asString(),
                content.path("why").asString(),
                content.path("source").asString(null),
                asked.recordedBy(),
                asked.recordedAt(),
                answers));
    }

    /**
     * Newest first.
     *
     * @param by whoever asked; null for everybody
     */
    public List<ChangeRequest> all(@Nullable String by) {
        return jdbc
                .sql("""
                        select r.request from change_request r join journal_entry e on e.id = r.entry_id
                        where r.number = 0 and (:by = '' or e.recorded_by = :by) order by e.recorded_at desc, e.id desc
                        """)
                .param("by", by == null ? "" : by)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .map(id -> find(id).orElseThrow())
                .toList();
    }

    private void insert(UUID request, int number, JournalEntry entry) {
        jdbc.sql("insert into change_request (request, number, entry_id) values (:request, :number, :entry)")
                .param("request", request)
                .param("number", number)
                .param("entry", entry.id())
                .update();
    }

    private static Answer answer(JournalEntry entry) {
        ObjectNode content = Objects.requireNonNull(entry.content());
        String draft = content.path("draft").asString(null);
        return new Answer(
                Status.valueOf(content.path("status").asString()),
                content.path("text").asString(),
                draft == null ? null : UUID.fromString(draft),
                entry.recordedBy(),
                entry.recordedAt());
    }

    private static @Nullable String text(ObjectNode body, String field, boolean required, BodyProblems problems) {
        JsonNode value = body.path(field);
        String text = value.isString() ? value.stringValue().strip() : "";
        if (!required && (text.isEmpty() || value.isNull())) {
            return null;
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            problems.add(
                    "/" + field,
                    "verwacht een tekst van 1 tot en met " + LONGEST + " tekens",
                    "expected a text of 1 to " + LONGEST + " characters");
        } else if (CitizenNumber.occursIn(text)) {
            problems.add("/" + field, "de tekst heeft de vorm van een BSN of RSIN", "the text holds a BSN or RSIN");
        }
        return text;
    }

    private @Nullable UUID draft(JsonNode value, BodyProblems problems) {
        String id = value.asString("");
        if (id.isEmpty()) {
            return null;
        }
        try {
            return drafts.find(UUID.fromString(id))
                    .orElseThrow(IllegalArgumentException::new)
                    .id();
        } catch (IllegalArgumentException unknown) {
            problems.add("/draft", "dit concept bestaat niet", "this draft does not exist");
            return null;
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASKED, ANSWERED);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            int number = Objects.requireNonNull(entry.content()).path("number").asInt(0);
            boolean stands = jdbc.sql("select request, number from change_request where entry_id = :id")
                    .param("id", entry.id())
                    .query((rs, n) -> rs.getObject("request", UUID.class).equals(entry.dossier())
                            && rs.getInt("number") == number)
                    .optional()
                    .orElse(false);
            if (!stands) {
                differing.put(entry.id(), "its place among the answers to the request is another");
            }
        }
        return differing;
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from change_request").query(Long.class).single();
    }
}

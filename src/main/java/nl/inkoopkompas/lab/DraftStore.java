package nl.inkoopkompas.lab;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.Projection;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** The drafts as they are recorded: in the journal, each thing that happens to one with the next turn of it. */
@Repository
class DraftStore implements Projection {

    private static final String TURN = "turn";

    private final JdbcClient jdbc;
    private final Journal journal;

    DraftStore(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    Optional<Draft> find(UUID id, RuleBooks books) {
        List<JournalEntry> entries = journal.of(id);
        return entries.isEmpty() || !entries.get(0).kind().equals(DraftHistory.CREATED)
                ? Optional.empty()
                : Optional.of(DraftHistory.of(entries, books));
    }

    /** A draft as it was when so many things had happened to it. */
    Optional<Draft> find(UUID id, int turn, RuleBooks books) {
        List<JournalEntry> entries = journal.of(id).stream()
                .filter(entry -> !DraftHistory.KINDS.contains(entry.kind())
                        || Objects.requireNonNull(entry.content()).path(TURN).asInt() <= turn)
                .toList();
        return entries.isEmpty() || !entries.get(0).kind().equals(DraftHistory.CREATED)
                ? Optional.empty()
                : Optional.of(DraftHistory.of(entries, books));
    }

    /** Newest first. */
    List<UUID> all() {
        return jdbc.sql("""
                        select t.draft from lab_turn t join journal_entry e on e.id = t.entry_id
                        where t.turn = 0 order by e.recorded_at desc, e.id desc
                        """).query((rs, n) -> rs.getObject(1, UUID.class)).list();
    }

    @Transactional
    UUID create(ObjectNode content, @Nullable RuleBookFiles files, Instant at, String by) {
        content.put(TURN, 0);
        if (files != null) {
            keep(files);
            content.put("content", files.hash());
        }
        JournalEntry bare = journal.entry(DraftHistory.CREATED, null, at, by, content);
        JournalEntry entry = new JournalEntry(
                bare.id(), bare.kind(), bare.id(), bare.recordedAt(), bare.recordedBy(), bare.content());
        journal.append(List.of(entry));
        turn(entry.id(), 0, entry);
        return entry.id();
    }

    /**
     * Records what happened to a draft.
     *
     * @throws WrongState when something else happened to it since it was read
     */
    @Transactional
    public void append(Draft draft, String kind, ObjectNode content, Instant at, String by) {
        int turn = draft.turn() + 1;
        content.put(TURN, turn);
        JournalEntry entry = journal.append(kind, draft.id(), at, by, content);
        try {
            turn(draft.id(), turn, entry);
        } catch (DuplicateKeyException tooLate) {
            WrongState wrong = new WrongState(
                    "Iemand anders wijzigde dit concept intussen. Lees het opnieuw.",
                    "Somebody else changed this draft meanwhile. Read it again.");
            wrong.initCause(tooLate);
            throw wrong;
        }
    }

    /** How many edits were ever made in a draft. */
    int edits(UUID draft) {
        return journal.of(draft, DraftHistory.EDITED).stream()
                .mapToInt(entry ->
                        Objects.requireNonNull(entry.content()).path("edits").size())
                .sum();
    }

    private void turn(UUID draft, int turn, JournalEntry entry) {
        jdbc.sql("insert into lab_turn (draft, turn, entry_id) values (:draft, :turn, :entry)")
                .param("draft", draft)
                .param(TURN, turn)
                .param("entry", entry.id())
                .update();
    }

    private void keep(RuleBookFiles files) {
        if (content(files.hash()).isEmpty()) {
            jdbc.sql("insert into lab_content (hash, content) values (:hash, :content)")
                    .param("hash", files.hash())
                    .param("content", files.zipped())
                    .update();
        }
    }

    /** Files that a draft starts from, by their hash. */
    Optional<RuleBookFiles> content(String hash) {
        return jdbc.sql("select content from lab_content where hash = :hash")
                .param("hash", hash)
                .query((rs, n) -> RuleBookFiles.unzipped(rs.getBytes(1)))
                .optional();
    }

    @Override
    public Set<String> kinds() {
        return DraftHistory.KINDS;
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> taken = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("select * from lab_turn where entry_id in (:ids)")
                    .param("ids", entries.stream().map(JournalEntry::id).toList())
                    .query(rs -> {
                        taken.put(
                                rs.getObject("entry_id", UUID.class),
                                rs.getObject("draft", UUID.class) + " " + rs.getInt(TURN));
                    });
        }
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            ObjectNode content = Objects.requireNonNull(entry.content());
            String expected = entry.dossier() + " " + content.path(TURN).asInt();
            if (!expected.equals(taken.get(entry.id()))) {
                differing.put(entry.id(), "its turn in the draft is another");
            } else if (content.hasNonNull("content")
                    && !isKept(content.get("content").asString())) {
                differing.put(entry.id(), "the files that the draft starts from are others");
            }
        }
        return differing;
    }

    private boolean isKept(String hash) {
        try {
            return content(hash).filter(files -> files.hash().equals(hash)).isPresent();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from lab_turn").query(Long.class).single();
    }
}

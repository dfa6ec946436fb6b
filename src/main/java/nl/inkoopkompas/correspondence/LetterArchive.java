package nl.inkoopkompas.correspondence;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every letter that was sent, with its bytes; it only grows. */
@Repository
class LetterArchive {

    static final String KIND = "LETTER";
    static final String CASE_KIND = "EXCEPTION_LETTER";

    /** H2 keeps at most 1 MB in one column. */
    private static final int PART = 500_000;

    private final JdbcClient jdbc;
    private final Journal journal;

    LetterArchive(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * Adds a letter, as part of the transaction of whoever asks.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the same request was carried out before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Letter add(LetterDraft draft, byte[] pdf, String sha256, Instant at, String by) {
        LetterRequest request = draft.request();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("request", request.id().toString());
        content.put("kind", request.kind().name());
        content.put("decision", draft.decision().toString());
        content.putObject("recipient").put("name", request.recipientName()).put("address", request.recipientAddress());
        content.put("sentOn", request.sentOn().toString());
        content.put("dueOn", draft.dueOn() == null ? null : draft.dueOn().toString());
        content.put("sha256", sha256);
        content.put("extra", request.extra());
        content.put("templateVersion", draft.templateVersion());
        JournalEntry entry = journal.append(KIND, draft.dossier(), at, by, content);
        keep(entry.id(), draft.dossier(), request.id(), pdf, sha256);
        return letter(entry);
    }

    /**
     * Adds a letter on a request for an exception contract, as part of the transaction of whoever asks.
     *
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when it was written before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(CaseLetter letter, byte[] pdf, String sha256, String templateVersion, Instant at) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("request", letter.id().toString());
        content.put("kind", letter.kind().name());
        content.put("turn", letter.turn());
        content.put("sha256", sha256);
        content.put("templateVersion", templateVersion);
        JournalEntry entry = journal.append(CASE_KIND, letter.caseId(), at, letter.orderedBy(), content);
        keep(entry.id(), letter.caseId(), letter.id(), pdf, sha256);
        return entry.id();
    }

    private void keep(UUID letter, UUID dossier, UUID request, byte[] pdf, String sha256) {
        jdbc.sql("""
                        insert into letter (id, dossier, request_id, sha256, bytes)
                        values (:id, :dossier, :request, :sha256, :bytes)
                        """)
                .param("id", letter)
                .param("dossier", dossier)
                .param("request", request)
                .param("sha256", sha256)
                .param("bytes", pdf.length)
                .update();
        for (int part = 0; part * PART < pdf.length; part++) {
            jdbc.sql("insert into letter_document (letter_id, part, content) values (:letter, :part, :content)")
                    .param("letter", letter)
                    .param("part", part)
                    .param("content", Arrays.copyOfRange(pdf, part * PART, Math.min(pdf.length, (part + 1) * PART)))
                    .update();
        }
    }

    /** The letters of a dossier, oldest first. */
    public List<Letter> of(UUID dossier) {
        return journal.of(dossier, KIND).stream()
                .filter(entry -> entry.content() != null)
                .map(LetterArchive::letter)
                .toList();
    }

    /** The last letters in dossiers on whose last decision no determination holds. */
    public List<Letter> lastOfOpenDossiers(int most) {
        return jdbc.sql("""
                        select l.id from letter l
                        join journal_entry e on e.id = l.id and e.kind = 'LETTER' where exists (
                            select 1 from decision d where d.first_id = l.dossier
                            and not exists (select 1 from decision n where n.previous_id = d.id)
                            and not exists (select 1 from determination t where t.decision_id = d.id
                                and (not t.second_reader or exists (select 1 from determination_reading r
                                    where r.determination_id = t.id and r.agreed))))
                        order by l.id desc fetch first :most rows only
                        """).param("most", most).query(UUID.class).list().stream()
                .flatMap(id -> byId(id).stream())
                .toList();
    }

    public Optional<Letter> byId(UUID id) {
        return journal.byId(id)
                .filter(entry -> entry.kind().equals(KIND) && entry.content() != null)
                .map(LetterArchive::letter);
    }

    /** The letter that a request was carried out with. */
    public Optional<Letter> ofRequest(UUID request) {
        return jdbc.sql("select id from letter where request_id = :request")
                .param("request", request)
                .query(UUID.class)
                .optional()
                .flatMap(this::byId);
    }

    /** The bytes that were sent; empty where there is no such letter. */
    public Optional<byte[]> document(UUID letter) {
        List<byte[]> parts = jdbc.sql("select content from letter_document where letter_id = :letter order by part")
                .param("letter", letter)
                .query((rs, n) -> rs.getBytes("content"))
                .list();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }

    private static Letter letter(JournalEntry entry) {
        ObjectNode content = Objects.requireNonNull(entry.content());
        String dueOn = content.path("dueOn").asString("");
        return new Letter(
                entry.id(),
                Objects.requireNonNull(entry.dossier()),
                LetterKind.valueOf(content.get("kind").asString()),
                UUID.fromString(content.get("decision").asString()),
                content.at("/recipient/name").asString(),
                content.at("/recipient/address").asString(),
                LocalDate.parse(content.get("sentOn").asString()),
                dueOn.isEmpty() ? null : LocalDate.parse(dueOn),
                content.get("extra").asString(),
                content.get("sha256").asString(),
                content.get("templateVersion").asString(),
                entry.recordedAt(),
                entry.recordedBy());
    }
}

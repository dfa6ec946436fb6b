package nl.inkoopkompas.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.evidence.Evidence.Check;
import nl.inkoopkompas.evidence.Evidence.Result;
import nl.inkoopkompas.evidence.Evidence.StoredFile;
import nl.inkoopkompas.evidence.EvidenceFiles.Incoming;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was handed in and checked, in the journal; it only grows. */
@Repository
class EvidenceRegister {

    static final String RECEIVED = "EVIDENCE";
    static final String CHECKED = "EVIDENCE_CHECK";
    static final String REFUSED = "EVIDENCE_REFUSED";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JdbcClient jdbc;
    private final Journal journal;

    EvidenceRegister(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Transactional
    public Evidence receive(
            UUID dossier,
            String name,
            List<Proof> proofs,
            LocalDate receivedOn,
            @Nullable LocalDate expiresOn,
            StoredFile file,
            Instant at,
            String by) {
        ObjectNode content = JSON.objectNode();
        content.put("name", name);
        var what = content.putArray("what");
        proofs.forEach(proof -> what.addObject()
                .put("pointer", proof.pointer())
                .put("value", proof.value())
                .put("product", proof.product()));
        content.put("receivedOn", receivedOn.toString());
        content.put("expiresOn", text(expiresOn));
        content.put("sha256", file.sha256());
        content.put("bytes", file.bytes());
        content.put("type", file.type().name());
        content.put("scanned", file.scanned());
        JournalEntry entry = journal.append(RECEIVED, dossier, at, by, content);
        jdbc.sql("insert into evidence (id, dossier, sha256, expires_on) values (:id, :dossier, :sha256, :expiresOn)")
                .param("id", entry.id())
                .param("dossier", dossier)
                .param("sha256", file.sha256())
                .param("expiresOn", expiresOn)
                .update();
        return evidence(entry, List.of());
    }

    @Transactional
    public Evidence check(
            Evidence evidence, Result result, String note, @Nullable LocalDate expiresOn, Instant at, String by) {
        ObjectNode content = JSON.objectNode();
        content.put("evidence", evidence.id().toString());
        content.put("number", evidence.checks().size() + 1);
        content.put("result", result.name());
        content.put("note", note);
        content.put("expiresOn", text(expiresOn));
        JournalEntry entry = journal.append(CHECKED, evidence.dossier(), at, by, content);
        try {
            jdbc.sql("""
                            insert into evidence_check (id, evidence_id, number, result, expires_on)
                            values (:id, :evidence, :number, :result, :expiresOn)
                            """)
                    .param("id", entry.id())
                    .param("evidence", evidence.id())
                    .param("number", evidence.checks().size() + 1)
                    .param("result", result.name())
                    .param("expiresOn", expiresOn)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new EvidenceRefused(
                    EvidenceRefused.Kind.TOO_LATE,
                    "Iemand anders heeft dit stuk intussen gecontroleerd. Bekijk wat er nu staat.",
                    "Somebody else has checked this document in the meantime. See what it says now.");
        }
        List<Check> checks = new ArrayList<>(evidence.checks());
        checks.add(check(entry));
        return new Evidence(
                evidence.id(),
                evidence.dossier(),
                evidence.name(),
                evidence.proofs(),
                evidence.receivedOn(),
                evidence.recordedAt(),
                evidence.receivedBy(),
                evidence.file(),
                evidence.expiresOn(),
                checks);
    }

    @Transactional
    public void refused(UUID dossier, String name, Incoming incoming, String virus, Instant at, String by) {
        ObjectNode content = JSON.objectNode();
        content.put("name", name);
        content.put("sha256", incoming.sha256());
        content.put("bytes", incoming.bytes());
        content.put("virus", virus);
        journal.append(REFUSED, dossier, at, by, content);
    }

    List<Evidence> of(UUID dossier) {
        List<JournalEntry> received = journal.of(dossier, RECEIVED);
        if (received.isEmpty()) {
            return List.of();
        }
        Map<String, List<Check>> checks = new HashMap<>();
        for (JournalEntry entry : journal.of(dossier, CHECKED)) {
            if (entry.content() != null) {
                checks.computeIfAbsent(entry.content().path("evidence").asString(""), none -> new ArrayList<>())
                        .add(check(entry));
            }
        }
        return received.stream()
                .filter(entry -> entry.content() != null)
                .map(entry -> evidence(entry, checks.getOrDefault(entry.id().toString(), List.of())))
                .toList();
    }

    /** The dossiers with a document that expires, or that was checked to expire, by a day. */
    List<UUID> expiringBy(LocalDate until) {
        return jdbc.sql("""
                        select e.dossier from evidence e where e.expires_on <= :until
                        union
                        select e.dossier from evidence e join evidence_check c on c.evidence_id = e.id
                        where c.expires_on <= :until
                        """).param("until", until).query(UUID.class).list();
    }

    private static Evidence evidence(JournalEntry entry, List<Check> checks) {
        JsonNode content = Objects.requireNonNull(entry.content());
        List<Proof> proofs = new ArrayList<>();
        for (JsonNode proof : content.path("what")) {
            proofs.add(new Proof(
                    proof.path("pointer").asString(),
                    proof.path("value").asString(),
                    proof.path("product").asString(null)));
        }
        return new Evidence(
                entry.id(),
                Objects.requireNonNull(entry.dossier()),
                content.path("name").asString(),
                proofs,
                LocalDate.parse(content.path("receivedOn").asString()),
                entry.recordedAt(),
                entry.recordedBy(),
                new StoredFile(
                        content.path("sha256").asString(),
                        content.path("bytes").asLong(),
                        FileType.valueOf(content.path("type").asString()),
                        content.path("scanned").asBoolean()),
                date(content.path("expiresOn")),
                checks);
    }

    private static Check check(JournalEntry entry) {
        JsonNode content = Objects.requireNonNull(entry.content());
        return new Check(
                entry.id(),
                Result.valueOf(content.path("result").asString()),
                content.path("note").asString(),
                date(content.path("expiresOn")),
                entry.recordedAt(),
                entry.recordedBy());
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.asString()) : null;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}

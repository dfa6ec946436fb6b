package nl.inkoopkompas.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The lists of documents and of checks, compared with what the journal says. */
@Repository
class EvidenceProjection implements Projection {

    private final JdbcClient jdbc;

    EvidenceProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EvidenceRegister.RECEIVED, EvidenceRegister.CHECKED);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> found = new HashMap<>();
        if (!entries.isEmpty()) {
            List<UUID> ids = entries.stream().map(JournalEntry::id).toList();
            jdbc.sql("select * from evidence where id in (:ids)")
                    .param("ids", ids)
                    .query(rs -> {
                        found.put(
                                rs.getObject("id", UUID.class),
                                line(rs.getString("dossier"), rs.getString("sha256"), rs.getString("expires_on")));
                    });
            jdbc.sql("select * from evidence_check where id in (:ids)")
                    .param("ids", ids)
                    .query(rs -> {
                        found.put(
                                rs.getObject("id", UUID.class),
                                line(
                                        rs.getString("evidence_id"),
                                        rs.getInt("number"),
                                        rs.getString("result"),
                                        rs.getString("expires_on")));
                    });
        }
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            if (!expected(entry).equals(found.get(entry.id()))) {
                differing.put(entry.id(), "the list of evidence says something else");
            }
        }
        return differing;
    }

    @Override
    public long rows() {
        return jdbc.sql("select (select count(*) from evidence) + (select count(*) from evidence_check)")
                .query(Long.class)
                .single();
    }

    private static String expected(JournalEntry entry) {
        JsonNode content = Objects.requireNonNull(entry.content());
        String expiresOn = content.path("expiresOn").asString(null);
        return entry.kind().equals(EvidenceRegister.RECEIVED)
                ? line(entry.dossier(), content.path("sha256").asString(), expiresOn)
                : line(
                        content.path("evidence").asString(),
                        content.path("number").asInt(),
                        content.path("result").asString(),
                        expiresOn);
    }

    private static String line(@Nullable Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(value).append(' ');
        }
        return line.toString();
    }
}

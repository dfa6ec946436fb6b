package nl.inkoopkompas.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The sealed rule books, whose files must have the hash that they were sealed with, and those that were withdrawn. */
@Repository
class RuleBookProjection implements Projection {

    private final JdbcClient jdbc;

    RuleBookProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A rule book as it stands in its table. */
    private record Row(String hash, String validFrom, Instant sealedAt, byte[] content) {

        boolean fits(JournalEntry entry, JsonNode content) {
            return hash.equals(content.path("hash").asString())
                    && validFrom.equals(content.path("validFrom").asString())
                    && sealedAt.equals(entry.recordedAt())
                    && hash.equals(hashOfFiles());
        }

        private String hashOfFiles() {
            try {
                return RuleBookFiles.unzipped(content).hash();
            } catch (RuntimeException unreadable) {
                return "";
            }
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SealedRuleBooks.KIND, SealedRuleBooks.WITHDRAWAL);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            JsonNode content = Objects.requireNonNull(entry.content());
            if (entry.kind().equals(SealedRuleBooks.WITHDRAWAL)) {
                if (!isWithdrawn(entry, content)) {
                    differing.put(entry.id(), "the withdrawn rule book is another");
                }
                continue;
            }
            boolean fits = jdbc.sql("select * from rule_book where version = :version")
                    .param("version", content.path("version").asString())
                    .query((rs, n) -> new Row(
                            rs.getString("hash"),
                            rs.getString("valid_from"),
                            rs.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                            rs.getBytes("content")))
                    .optional()
                    .filter(row -> row.fits(entry, content))
                    .isPresent();
            if (!fits) {
                differing.put(entry.id(), "the rule book is another than was sealed");
            }
        }
        return differing;
    }

    private boolean isWithdrawn(JournalEntry entry, JsonNode content) {
        return jdbc.sql("select version from rule_book_withdrawal where entry_id = :id")
                .param("id", entry.id())
                .query(String.class)
                .optional()
                .filter(content.path("version").asString()::equals)
                .isPresent();
    }

    @Override
    public long rows() {
        return jdbc.sql("select (select count(*) from rule_book) + (select count(*) from rule_book_withdrawal)")
                .query(Long.class)
                .single();
    }
}

package nl.inkoopkompas.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** The letters and their bytes, which the entries of letters in the journal name by their digest. */
@Repository
class LetterProjection implements Projection {

    private final JdbcClient jdbc;
    private final LetterArchive archive;

    LetterProjection(JdbcClient jdbc, LetterArchive archive) {
        this.jdbc = jdbc;
        this.archive = archive;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(LetterArchive.KIND, LetterArchive.CASE_KIND);
    }

    @Override
    public Map<UUID, String> differing(List<JournalEntry> entries) {
        Map<UUID, String> differing = new HashMap<>();
        for (JournalEntry entry : entries) {
            ObjectNode content = Objects.requireNonNull(entry.content());
            String sha256 = content.path("sha256").asString();
            byte[] pdf = archive.document(entry.id()).orElse(new byte[0]);
            String stands = jdbc.sql("select dossier, request_id, sha256, bytes from letter where id = :id")
                    .param("id", entry.id())
                    .query((rs, n) -> rs.getString("dossier") + " " + rs.getString("request_id") + " "
                            + rs.getString("sha256") + " " + rs.getInt("bytes"))
                    .optional()
                    .orElse("");
            String follows =
                    entry.dossier() + " " + content.path("request").asString() + " " + sha256 + " " + pdf.length;
            if (!stands.equals(follows)) {
                differing.put(entry.id(), "the letter is not as it was recorded");
            } else if (!Digest.sha256(pdf).equals(sha256)) {
                differing.put(entry.id(), "the PDF is not the one that was sent");
            }
        }
        return differing;
    }

    @Override
    public long rows() {
        return jdbc.sql("select count(*) from letter").query(Long.class).single();
    }
}

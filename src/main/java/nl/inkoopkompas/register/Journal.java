package nl.inkoopkompas.register;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that was recorded, in one list that only grows. Whoever records something adds an entry in the same
 * transaction; {@link Seals} chain the entries afterwards.
 */
@Repository
public class Journal {

    private static final String INSERT_ENTRY = """
            insert into journal_entry (id, kind, dossier, recorded_at, recorded_by, digest)
            values (:id, :kind, :dossier, :recordedAt, :recordedBy, :digest)
            """;
    private static final String INSERT_CONTENT =
            "insert into journal_content (entry_id, salt, content) values (:id, :salt, :content)";
    private static final String SELECT = """
            select e.*, c.content from journal_entry e left join journal_content c on c.entry_id = e.id
            """;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Journal(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A new entry of this kind, with an id that sorts by time; not recorded yet. */
    public JournalEntry entry(String kind, @Nullable UUID dossier, Instant at, String by, ObjectNode content) {
        Instant moment = Columns.moment(at);
        UUID id = ids.construct(moment.toEpochMilli());
        return new JournalEntry(id, kind, dossier, moment, Columns.text(by), content);
    }

    /** Records one entry, as part of the transaction of whoever asks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public JournalEntry append(String kind, @Nullable UUID dossier, Instant at, String by, ObjectNode content) {
        JournalEntry entry = entry(kind, dossier, at, by, content);
        append(List.of(entry));
        return entry;
    }

    /** Records entries that were made with {@link #entry}, as part of the transaction of whoever asks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<JournalEntry> entries) {
        appendRows(entries.stream().map(Row::of).toList());
    }

    /** The rows of an entry. */
    record Row(JournalEntry entry, String digest, String salt, String content) {

        static Row of(JournalEntry entry) {
            String content = Json.text(entry.content());
            String salt = Digests.salt();
            return new Row(entry, Digests.of(entry, salt, content), salt, content);
        }
    }

    /** Records entries whose rows were made before the transaction of whoever asks. */
    @Transactional(propagation = Propagation.MANDATORY)
    void appendRows(List<Row> rows) {
        List<SqlParameterSource> entries = new ArrayList<>(rows.size());
        List<SqlParameterSource> contents = new ArrayList<>(rows.size());
        for (Row row : rows) {
            JournalEntry entry = row.entry();
            entries.add(new MapSqlParameterSource("id", entry.id())
                    .addValue("kind", entry.kind())
                    .addValue("dossier", entry.dossier())
                    .addValue("recordedAt", Columns.time(entry.recordedAt()))
                    .addValue("recordedBy", entry.recordedBy())
                    .addValue("digest", row.digest()));
            contents.add(new MapSqlParameterSource("id", entry.id())
                    .addValue("salt", row.salt())
                    .addValue("content", row.content()));
        }
        batches.batchUpdate(INSERT_ENTRY, entries.toArray(SqlParameterSource[]::new));
        batches.batchUpdate(INSERT_CONTENT, contents.toArray(SqlParameterSource[]::new));
    }

    public Optional<JournalEntry> byId(UUID id) {
        return jdbc.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query((rs, n) -> entry(rs))
                .optional();
    }

    /** Everything about a dossier, oldest first. */
    public List<JournalEntry> of(UUID dossier) {
        return jdbc.sql(SELECT + " where e.dossier = :dossier order by e.recorded_at, e.id")
                .param("dossier", dossier)
                .query((rs, n) -> entry(rs))
                .list();
    }

    /** What is of one kind in a dossier, oldest first. */
    public List<JournalEntry> of(UUID dossier, String kind) {
        return jdbc.sql(SELECT + " where e.dossier = :dossier and e.kind = :kind order by e.recorded_at, e.id")
                .param("dossier", dossier)
                .param("kind", kind)
                .query((rs, n) -> entry(rs))
                .list();
    }

    /** The digest of each entry of a dossier, by its id. */
    public Map<UUID, String> digests(UUID dossier) {
        Map<UUID, String> digests = new HashMap<>();
        jdbc.sql("select id, digest from journal_entry where dossier = :dossier")
                .param("dossier", dossier)
                .query(rs -> {
                    digests.put(rs.getObject("id", UUID.class), rs.getString("digest"));
                });
        return digests;
    }

    private static JournalEntry entry(ResultSet rs) throws SQLException {
        String content = rs.getString("content");
        return new JournalEntry(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getObject("dossier", UUID.class),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("recorded_by"),
                content == null ? null : Json.object(content));
    }
}

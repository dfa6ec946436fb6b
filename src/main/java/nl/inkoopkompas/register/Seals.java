package nl.inkoopkompas.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the entries of the journal: each seal closes a batch of entries and the seal before it, so that nothing can be
 * changed, taken out or put in between afterwards without showing.
 */
@Repository
public class Seals {

    /** What the first seal follows. */
    static final String NOTHING = "0".repeat(64);

    private static final int MOST = 1000;
    /** Longer than most transactions last; looking at more every time costs more the busier it is. */
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Seals(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A seal; its hash also covers what it follows and when it was put. */
    record Seal(long number, String previous, int entries, Instant sealedAt, String hash) {}

    /** An entry as a seal covers it. */
    record Sealed(UUID id, String kind, @Nullable UUID dossier, Instant recordedAt, String recordedBy, String digest) {

        static Sealed read(ResultSet rs) throws SQLException {
            return new Sealed(
                    rs.getObject("id", UUID.class),
                    rs.getString("kind"),
                    rs.getObject("dossier", UUID.class),
                    rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    rs.getString("recorded_by"),
                    rs.getString("digest"));
        }
    }

    /**
     * Seals the entries that are not sealed yet, a batch at most.
     *
     * @param thoroughly whether to look at all entries, and not only at those since shortly before the last seal
     * @return how many were sealed
     * @throws DuplicateKeyException when another instance was sealing at the same time; nothing is lost
     */
    @Transactional
    public int seal(Instant at, boolean thoroughly) {
        Optional<Seal> last = last();
        Instant since = thoroughly
                ? Instant.EPOCH
                : last.map(seal -> seal.sealedAt().minus(OVERLAP)).orElse(Instant.EPOCH);
        List<Sealed> entries = jdbc.sql("""
                        select e.* from journal_entry e
                        where e.recorded_at >= :since
                            and not exists (select 1 from journal_sealed s where s.entry_id = e.id)
                        order by e.recorded_at, e.id
                        fetch first :most rows only
                        """)
                .param("since", Columns.time(since))
                .param("most", MOST)
                .query((rs, n) -> Sealed.read(rs))
                .list();
        if (entries.isEmpty()) {
            return 0;
        }
        long number = last.map(Seal::number).orElse(0L) + 1;
        String previous = last.map(Seal::hash).orElse(NOTHING);
        Instant moment = Columns.moment(at);
        put(new Seal(number, previous, entries.size(), moment, hash(number, previous, moment, entries)), entries);
        return entries.size();
    }

    private void put(Seal seal, List<Sealed> entries) {
        jdbc.sql("""
                        insert into journal_seal (number, previous, entries, sealed_at, hash)
                        values (:number, :previous, :entries, :sealedAt, :hash)
                        """)
                .param("number", seal.number())
                .param("previous", seal.previous())
                .param("entries", seal.entries())
                .param("sealedAt", Columns.time(seal.sealedAt()))
                .param("hash", seal.hash())
                .update();
        List<SqlParameterSource> rows = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            rows.add(new MapSqlParameterSource("entry", entries.get(i).id())
                    .addValue("seal", seal.number())
                    .addValue("place", i));
        }
        batches.batchUpdate(
                "insert into journal_sealed (entry_id, seal, place) values (:entry, :seal, :place)",
                rows.toArray(SqlParameterSource[]::new));
    }

    static String hash(long number, String previous, Instant sealedAt, List<Sealed> entries) {
        List<String> parts = new ArrayList<>(entries.size() * 6 + 3);
        parts.add(Long.toString(number));
        parts.add(previous);
        parts.add(sealedAt.toString());
        for (Sealed entry : entries) {
            parts.add(entry.id().toString());
            parts.add(entry.kind());
            parts.add(String.valueOf(entry.dossier()));
            parts.add(entry.recordedAt().toString());
            parts.add(entry.recordedBy());
            parts.add(entry.digest());
        }
        return Digests.sha256(parts);
    }

    private Optional<Seal> last() {
        return jdbc.sql("select * from journal_seal order by number desc fetch first 1 rows only")
                .query((rs, n) -> read(rs))
                .optional();
    }

    static Seal read(ResultSet rs) throws SQLException {
        return new Seal(
                rs.getLong("number"),
                rs.getString("previous"),
                rs.getInt("entries"),
                rs.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                rs.getString("hash"));
    }
}

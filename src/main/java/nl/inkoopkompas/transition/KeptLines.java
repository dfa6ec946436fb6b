package nl.inkoopkompas.transition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.transition.Asked.IndicationSlots;
import nl.inkoopkompas.transition.Plan.All;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of plans that are too large to stand in their decision; they only grow. */
@Repository
class KeptLines {

    static final int CHUNK = 500;

    private static final int BATCH = 100;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<ShownLine>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    KeptLines(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps the lines of a decision that is recorded in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID decision, All all) {
        Keeping keeping = new Keeping(decision);
        all.forEach((indication, line) -> keeping.add(shown(all.slots(), indication, line)));
        keeping.endChunk();
        keeping.flush();
    }

    /** A line with what it is about. */
    static ShownLine shown(IndicationSlots slots, Element indication, Line line) {
        return ShownLine.of(
                slots.municipality(indication),
                slots.provider(indication),
                slots.product(indication),
                slots.end(indication),
                line);
    }

    private final class Keeping {
        private final UUID decision;
        private final List<ShownLine> chunk = new ArrayList<>(CHUNK);
        private final List<SqlParameterSource> rows = new ArrayList<>();
        private int chunks;

        Keeping(UUID decision) {
            this.decision = decision;
        }

        void add(ShownLine line) {
            chunk.add(line);
            if (chunk.size() == CHUNK) {
                endChunk();
            }
        }

        void endChunk() {
            if (!chunk.isEmpty()) {
                rows.add(new MapSqlParameterSource("decision", decision)
                        .addValue("chunk", chunks++)
                        .addValue("lines", chunk.size())
                        .addValue("content", zipped(chunk)));
                chunk.clear();
            }
            if (rows.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            batches.batchUpdate("""
                            insert into transition_lines (decision_id, chunk, lines, content)
                            values (:decision, :chunk, :lines, :content)
                            """, rows.toArray(SqlParameterSource[]::new));
            rows.clear();
        }
    }

    /** How many lines are kept of a decision. */
    long count(UUID decision) {
        return jdbc.sql("select coalesce(sum(lines), 0) from transition_lines where decision_id = :decision")
                .param("decision", decision)
                .query(Long.class)
                .single();
    }

    /** Lines in their order. */
    List<ShownLine> lines(UUID decision, long offset, int size) {
        List<ShownLine> found = new ArrayList<>();
        jdbc.sql("""
                        select content from transition_lines
                        where decision_id = :decision and chunk >= :first and chunk <= :last order by chunk
                        """)
                .param("decision", decision)
                .param("first", offset / CHUNK)
                .param("last", (offset + size - 1) / CHUNK)
                .query(rs -> {
                    found.addAll(unzipped(rs.getBytes("content")));
                });
        int from = (int) Math.min(offset % CHUNK, found.size());
        return found.subList(from, Math.min(from + size, found.size()));
    }

    /** Passes every line by, in order. */
    void forEach(UUID decision, Consumer<ShownLine> reader) {
        jdbc.sql("select content from transition_lines where decision_id = :decision order by chunk")
                .param("decision", decision)
                .query(rs -> {
                    unzipped(rs.getBytes("content")).forEach(reader);
                });
    }

    private static byte[] zipped(List<ShownLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            JSON.writeValue(zip, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written", e);
        }
        return bytes.toByteArray();
    }

    private static List<ShownLine> unzipped(byte[] content) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return JSON.readValue(zip, LINES);
        } catch (IOException e) {
            throw new UncheckedIOException("Lines that were kept can be read", e);
        }
    }
}

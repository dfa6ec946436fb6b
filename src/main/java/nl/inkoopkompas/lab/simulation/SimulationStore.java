package nl.inkoopkompas.lab.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.inkoopkompas.register.RecordedRequests.Latest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Simulations, the chunks that are done, and who works on them. It only grows. */
@Repository
class SimulationStore {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "id";
    private static final String CHUNK = "chunk";

    private final JdbcClient jdbc;

    SimulationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recorded case of a chunk: which decision, and the number of the applicant. */
    record Member(UUID decision, int applicant) {}

    /** How a simulation ended. */
    record End(String status, String content) {}

    @Transactional
    public void start(Job job, List<Latest> cases) {
        jdbc.sql("""
                        insert into simulation (id, draft, draft_turn, type, population, judged_from, total, chunk_size,
                          started_at, started_by)
                        values (:id, :draft, :turn, :type, :population, :from, :total, :chunkSize, :at, :by)
                        """)
                .param(ID, job.id())
                .param("draft", job.draft())
                .param("turn", job.turn())
                .param("type", job.type())
                .param("population", job.population())
                .param("from", job.from())
                .param("total", job.total())
                .param("chunkSize", job.chunkSize())
                .param("at", job.startedAt().atOffset(ZoneOffset.UTC))
                .param("by", job.startedBy())
                .update();
        if (!job.isSample()) {
            keep(job, cases);
        }
    }

    private void keep(Job job, List<Latest> cases) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int chunk = 0; chunk < job.chunks(); chunk++) {
            ArrayNode content = JSON.createArrayNode();
            int from = chunk * job.chunkSize();
            for (Latest one : cases.subList(from, from + job.sizeOf(chunk))) {
                String applicant = one.applicant().isEmpty() ? one.id().toString() : one.applicant();
                numbers.putIfAbsent(applicant, numbers.size());
                content.addArray().add(one.id().toString()).add(numbers.get(applicant));
            }
            jdbc.sql("insert into simulation_cases (simulation, chunk, content) values (:id, :chunk, :content)")
                    .param(ID, job.id())
                    .param(CHUNK, chunk)
                    .param("content", content.toString())
                    .update();
        }
    }

    /** Which recorded cases a chunk holds. */
    List<Member> members(UUID id, int chunk) {
        String content = jdbc.sql("select content from simulation_cases where simulation = :id and chunk = :chunk")
                .param(ID, id)
                .param(CHUNK, chunk)
                .query(String.class)
                .single();
        List<Member> members = new ArrayList<>();
        for (JsonNode member : JSON.readTree(content)) {
            members.add(new Member(
                    UUID.fromString(member.get(0).asString()), member.get(1).asInt()));
        }
        return members;
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql("select * from simulation where id = :id")
                .param(ID, id)
                .query((rs, n) -> job(rs))
                .optional();
    }

    /** Those of a draft, the newest first. */
    List<Job> of(UUID draft) {
        return jdbc.sql("select * from simulation where draft = :draft order by id desc")
                .param("draft", draft)
                .query((rs, n) -> job(rs))
                .list();
    }

    /** Those that did not end, the oldest first. */
    List<Job> unfinished() {
        return jdbc.sql("""
                        select * from simulation s
                        where not exists (select 1 from simulation_end e where e.simulation = s.id)
                        order by id
                        """).query((rs, n) -> job(rs)).list();
    }

    private static Job job(ResultSet rs) throws SQLException {
        return new Job(
                rs.getObject(ID, UUID.class),
                rs.getObject("draft", UUID.class),
                rs.getInt("draft_turn"),
                rs.getString("type"),
                rs.getString("population"),
                rs.getObject("judged_from", LocalDate.class),
                rs.getInt("total"),
                rs.getInt("chunk_size"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                rs.getString("started_by"));
    }

    /** The numbers of the chunks that are done. */
    Set<Integer> done(UUID id) {
        return new HashSet<>(jdbc.sql("select chunk from simulation_chunk where simulation = :id")
                .param(ID, id)
                .query(Integer.class)
                .list());
    }

    /** Keeps what came of a chunk; whoever did the same chunk too found the same. */
    void done(UUID id, int chunk, Chunk result) {
        try {
            jdbc.sql("insert into simulation_chunk (simulation, chunk, content) values (:id, :chunk, :content)")
                    .param(ID, id)
                    .param(CHUNK, chunk)
                    .param("content", ChunkText.written(result))
                    .update();
        } catch (DuplicateKeyException there) {
            // another program did it meanwhile
        }
    }

    /** Passes the chunks that are done by, in order. */
    void forEach(UUID id, BiConsumer<Integer, Chunk> reader) {
        done(id).stream()
                .sorted()
                .forEach(chunk -> reader.accept(chunk, chunk(id, chunk).orElseThrow()));
    }

    /** A chunk that is done. */
    Optional<Chunk> chunk(UUID id, int chunk) {
        return jdbc.sql("select content from simulation_chunk where simulation = :id and chunk = :chunk")
                .param(ID, id)
                .param(CHUNK, chunk)
                .query((rs, n) -> ChunkText.read(rs.getString(1)))
                .optional();
    }

    /** Whether a program is working on it: it claimed it, or finished a chunk, within so many seconds. */
    boolean isWorkedOn(UUID id, int seconds) {
        String since = " > current_timestamp - interval '" + seconds + "' second";
        return jdbc.sql("select (select count(*) from simulation_claim where simulation = :id and claimed_at" + since
                                + ") + (select count(*) from simulation_chunk where simulation = :id and done_at"
                                + since + ")")
                        .param(ID, id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether this program may work on it: nobody does, and nobody else claims it at the same moment. */
    boolean claim(UUID id, String program, int seconds) {
        int claims = jdbc.sql("select coalesce(max(number), 0) from simulation_claim where simulation = :id")
                .param(ID, id)
                .query(Integer.class)
                .single();
        if (isWorkedOn(id, seconds)) {
            return false;
        }
        try {
            jdbc.sql("insert into simulation_claim (simulation, number, program) values (:id, :number, :program)")
                    .param(ID, id)
                    .param("number", claims + 1)
                    .param("program", program)
                    .update();
            return true;
        } catch (DuplicateKeyException other) {
            return false;
        }
    }

    /** Ends it; false where it had ended already. */
    boolean end(UUID id, String status, String by, String content) {
        try {
            jdbc.sql("""
                            insert into simulation_end (simulation, status, ended_by, content)
                            values (:id, :status, :by, :content)
                            """)
                    .param(ID, id)
                    .param("status", status)
                    .param("by", by)
                    .param("content", content)
                    .update();
            return true;
        } catch (DuplicateKeyException ended) {
            return false;
        }
    }

    Optional<End> end(UUID id) {
        return jdbc.sql("select status, content from simulation_end where simulation = :id")
                .param(ID, id)
                .query((rs, n) -> new End(rs.getString("status"), rs.getString("content")))
                .optional();
    }
}

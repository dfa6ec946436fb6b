package nl.inkoopkompas.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports that were started, and how they ended. */
@Component
public class ImportJobs {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Bilingual STOPPED = new Bilingual(
            "Het programma stopte tijdens het inlezen. Lees het bestand opnieuw in.",
            "The program stopped during the import. Import the file again.");

    private final JdbcClient jdbc;

    ImportJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is imported. */
    public enum Kind {
        APPLICATIONS,
        INDICATIONS
    }

    /** Something wrong with a file; what is null does not apply. */
    public record Error(
            @Nullable String sheet,
            @Nullable Integer row,
            @Nullable String column,
            Bilingual detail) {}

    /** A decision that an application of the file led to, in this import or an earlier one. */
    public record Decided(String number, UUID decision) {}

    /**
     * How far an import is, or how it ended.
     *
     * @param repeated applications that were recorded before, and were not recorded again
     */
    public record State(
            String status,
            int applications,
            int done,
            int recorded,
            int repeated,
            List<Error> errors,
            Map<String, Integer> outcomes,
            List<Decided> decided) {}

    /** An import with who started it, when. */
    public record Job(UUID id, String fileName, Instant startedAt, String startedBy, State state) {}

    public void start(UUID id, Kind kind, String fileName, Instant at, String by) {
        jdbc.sql("""
                        insert into import_job (id, kind, file_name, started_at, started_by, status, applications, done,
                          recorded, repeated, errors, outcomes, decided)
                        values (:id, :kind, :fileName, :at, :by, 'PENDING', 0, 0, 0, 0, '[]', '{}', '[]')
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("fileName", Columns.text(fileName))
                .param("at", Columns.time(Columns.moment(at)))
                .param("by", by)
                .update();
    }

    public void end(UUID id, State state, Instant at) {
        jdbc.sql("""
                        update import_job set finished_at = :at, status = :status, applications = :applications, done = :done,
                          recorded = :recorded, repeated = :repeated, errors = :errors, outcomes = :outcomes,
                          decided = :decided
                        where id = :id
                        """)
                .param("id", id)
                .param("at", Columns.time(Columns.moment(at)))
                .param("status", state.status())
                .param("applications", state.applications())
                .param("done", state.done())
                .param("recorded", state.recorded())
                .param("repeated", state.repeated())
                .param("errors", JSON.writeValueAsString(state.errors()))
                .param("outcomes", JSON.writeValueAsString(state.outcomes()))
                .param("decided", JSON.writeValueAsString(state.decided()))
                .update();
    }

    /** Imports that a stop of the program broke off are marked as failed; what they hold can be imported again. */
    public int endBrokenOff(Instant at) {
        return jdbc.sql("""
                        update import_job set status = 'FAILED', finished_at = :at, errors = :errors
                        where finished_at is null
                        """)
                .param("at", Columns.time(Columns.moment(at)))
                .param("errors", JSON.writeValueAsString(List.of(new Error(null, null, null, STOPPED))))
                .update();
    }

    public Optional<Job> byId(UUID id) {
        return jdbc.sql("select * from import_job where id = :id")
                .param("id", id)
                .query((rs, n) -> job(rs))
                .optional();
    }

    /** The last import of a kind that somebody started. */
    public Optional<Job> lastOf(Kind kind, String username) {
        return jdbc.sql("""
                        select * from import_job where started_by = :by and kind = :kind
                        order by started_at desc, id desc fetch first 1 row only
                        """)
                .param("by", username)
                .param("kind", kind.name())
                .query((rs, n) -> job(rs))
                .optional();
    }

    private static Job job(ResultSet rs) throws SQLException {
        return new Job(
                rs.getObject("id", UUID.class),
                rs.getString("file_name"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                rs.getString("started_by"),
                new State(
                        rs.getString("status"),
                        rs.getInt("applications"),
                        rs.getInt("done"),
                        rs.getInt("recorded"),
                        rs.getInt("repeated"),
                        JSON.readValue(rs.getString("errors"), new TypeReference<ArrayList<Error>>() {}),
                        JSON.readValue(
                                rs.getString("outcomes"), new TypeReference<LinkedHashMap<String, Integer>>() {}),
                        JSON.readValue(rs.getString("decided"), new TypeReference<ArrayList<Decided>>() {})));
    }
}

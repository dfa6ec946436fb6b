package nl.inkoopkompas.admission.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applications that people are filling in. Only the owner sees one. It is no record: the owner can throw it away, and
 * what nobody saved for {@value #KEPT_DAYS} days is gone.
 */
@Repository
public class ApplicationDrafts {

    public static final int KEPT_DAYS = 30;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApplicationDrafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Starts one; the oldest of this person makes room when there are {@value #MOST}. */
    @Transactional
    public ApplicationDraft start(String owner, ObjectNode request, Instant at) {
        List<ApplicationDraft> before = of(owner, at);
        before.stream().skip(MOST - 1L).forEach(draft -> delete(draft.id(), owner));
        var draft = new ApplicationDraft(UUID.randomUUID(), owner, request, at, at);
        put(draft);
        return draft;
    }

    /** Puts a draft back that was taken to be recorded. */
    @Transactional
    public void put(ApplicationDraft draft) {
        jdbc.sql("""
                        insert into application_draft (id, username, content, started_at, saved_at)
                        values (:id, :owner, :content, :startedAt, :savedAt)
                        """)
                .param("id", draft.id())
                .param("owner", draft.owner())
                .param("content", json.writeValueAsString(draft.request()))
                .param("startedAt", draft.startedAt().atOffset(ZoneOffset.UTC))
                .param("savedAt", draft.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The drafts of a person, last saved first; what is too old is thrown away first. */
    @Transactional
    public List<ApplicationDraft> of(String owner, Instant now) {
        jdbc.sql("delete from application_draft where saved_at < :before")
                .param("before", now.minus(Duration.ofDays(KEPT_DAYS)).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select * from application_draft where username = :owner order by saved_at desc, id")
                .param("owner", owner)
                .query((rs, n) -> draft(rs))
                .list();
    }

    public Optional<ApplicationDraft> byId(UUID id, String owner) {
        return jdbc.sql("select * from application_draft where id = :id and username = :owner")
                .param("id", id)
                .param("owner", owner)
                .query((rs, n) -> draft(rs))
                .optional();
    }

    /** Saves what was filled in; false when it was recorded or thrown away meanwhile. */
    @Transactional
    public boolean save(ApplicationDraft draft) {
        return jdbc.sql("""
                                update application_draft set content = :content, saved_at = :savedAt
                                where id = :id and username = :owner
                                """)
                        .param("id", draft.id())
                        .param("owner", draft.owner())
                        .param("content", json.writeValueAsString(draft.request()))
                        .param("savedAt", draft.savedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Throws one away; false when it was gone already, so that of two who record it one is too late. */
    @Transactional
    public boolean delete(UUID id, String owner) {
        return jdbc.sql("delete from application_draft where id = :id and username = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                > 0;
    }

    private ApplicationDraft draft(ResultSet rs) throws SQLException {
        return new ApplicationDraft(
                rs.getObject("id", UUID.class),
                rs.getString("username"),
                (ObjectNode) json.readTree(rs.getString("content")),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                rs.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}

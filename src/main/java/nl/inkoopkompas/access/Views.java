package nl.inkoopkompas.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looked at which dossier, and when; it only grows. */
@Repository
public class Views {

    private final JdbcClient jdbc;

    Views(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One look at a dossier.
     *
     * @param kind what was looked at, as the access table names it
     * @param id which one
     */
    public record View(Instant at, String username, Role role, String kind, String id) {}

    /** One page of a list, the first being 1, with how many there are in all. */
    public record Page(List<View> items, long total) {}

    /** Notes that a person is about to see something. */
    public void seen(Person person, String kind, String id, Instant at) {
        jdbc.sql("""
                        insert into dossier_view (seen_at, username, role, kind, dossier_id)
                        values (:at, :username, :role, :kind, :id)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("username", person.username())
                .param("role", person.role().name())
                .param("kind", kind)
                .param("id", id)
                .update();
    }

    /**
     * @param dossier null for all
     * @param username null for everybody
     */
    public Page find(@Nullable String dossier, @Nullable String username, long page, int size) {
        String where = " where 1 = 1" + (dossier == null ? "" : " and dossier_id = :dossier")
                + (username == null ? "" : " and username = :username");
        long total = jdbc.sql("select count(*) from dossier_view" + where)
                .param("dossier", dossier)
                .param("username", username)
                .query(Long.class)
                .single();
        List<View> items = jdbc.sql("select * from dossier_view" + where
                        + " order by seen_at desc, id desc offset :offset rows fetch next :size rows only")
                .param("dossier", dossier)
                .param("username", username)
                .param("offset", (page - 1) * size)
                .param("size", size)
                .query(Views::view)
                .list();
        return new Page(items, total);
    }

    private static View view(ResultSet rs, int row) throws SQLException {
        return new View(
                rs.getObject("seen_at", OffsetDateTime.class).toInstant(),
                rs.getString("username"),
                Role.valueOf(rs.getString("role")),
                rs.getString("kind"),
                rs.getString("dossier_id"));
    }
}

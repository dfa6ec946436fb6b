package nl.inkoopkompas.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every attempt that was refused; it only grows. */
@Repository
public class Refusals {

    private final JdbcClient jdbc;
    private final LoginLimits limits;

    Refusals(JdbcClient jdbc, LoginLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /** One page of a list, the first being 1, with how many there are in all. */
    public record Page(List<Refusal> items, long total) {}

    /** Writes one down; of somebody unknown who goes on and on, no more than so many. */
    public void add(Refusal refusal) {
        if (!refusal.known() && !limits.mayBeNoted(refusal.address())) {
            return;
        }
        jdbc.sql("""
                        insert into refused_attempt (refused_at, username, known, method, path, address, reason)
                        values (:at, :username, :known, :method, :path, :address, :reason)
                        """)
                .param("at", refusal.at().atOffset(ZoneOffset.UTC))
                .param("username", refusal.username())
                .param("known", refusal.known())
                .param("method", refusal.method())
                .param("path", refusal.path())
                .param("address", refusal.address())
                .param("reason", refusal.reason().name())
                .update();
    }

    /** @param username null for everybody */
    public Page find(@Nullable String username, long page, int size) {
        String where = username == null ? "" : " where username = :username";
        long total = jdbc.sql("select count(*) from refused_attempt" + where)
                .param("username", username)
                .query(Long.class)
                .single();
        List<Refusal> items = jdbc.sql("select * from refused_attempt" + where
                        + " order by refused_at desc, id desc offset :offset rows fetch next :size rows only")
                .param("username", username)
                .param("offset", (page - 1) * size)
                .param("size", size)
                .query(Refusals::refusal)
                .list();
        return new Page(items, total);
    }

    private static Refusal refusal(ResultSet rs, int row) throws SQLException {
        return new Refusal(
                rs.getObject("refused_at", OffsetDateTime.class).toInstant(),
                rs.getString("username"),
                rs.getBoolean("known"),
                rs.getString("method"),
                rs.getString("path"),
                rs.getString("address"),
                Refusal.Reason.valueOf(rs.getString("reason")));
    }
}

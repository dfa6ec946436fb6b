package nl.inkoopkompas.webhook;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.webhook.WebhookEvent.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits to be told. A sender takes one by changing its row, which succeeds for one sender only. What a sender
 * never came back to is told again: a receiver may hear it twice, but never not at all.
 */
@Repository
public class WebhookQueue {

    /** How long after each try the next one follows; after the last one it has failed. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14));

    /** How long a sender may take; who takes longer has stopped. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int LONGEST_REASON = 900;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final JdbcClient jdbc;

    WebhookQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many events of a municipality there are of a status. */
    public record Count(String municipality, Status status, int events) {}

    /** Lets something wait to be told, as part of the transaction in which it happens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String municipality, UUID caseId, int turn, String body, Instant at) {
        jdbc.sql("""
                        insert into webhook_event (id, municipality, case_id, turn, body, status, attempts, claims,
                            due_at, created_at)
                        values (:id, :municipality, :case, :turn, :body, 'WAITING', 0, 0, :at, :at)
                        """)
                .param("id", ids.construct(at.toEpochMilli()))
                .param("municipality", municipality)
                .param("case", caseId)
                .param("turn", turn)
                .param("body", body)
                .param("at", time(at))
                .update();
    }

    /** Takes what has waited longest for any of some municipalities. It is certain that no other sender has it. */
    Optional<WebhookEvent> claim(Collection<String> municipalities, Instant now) {
        while (!municipalities.isEmpty()) {
            Optional<WebhookEvent> next = jdbc.sql("""
                            select * from webhook_event where status = 'WAITING' and due_at <= :now
                            and municipality in (:municipalities) order by due_at, id fetch first 1 rows only
                            """)
                    .param("now", time(now))
                    .param("municipalities", new ArrayList<>(municipalities))
                    .query((rs, n) -> event(rs))
                    .optional();
            if (next.isEmpty()) {
                return next;
            }
            int taken = jdbc.sql("""
                            update webhook_event set status = 'SENDING', claims = claims + 1, attempts = attempts + 1,
                                claimed_at = :now
                            where id = :id and status = 'WAITING' and claims = :claims
                            """)
                    .param("now", time(now))
                    .param("id", next.get().id())
                    .param("claims", next.get().claims())
                    .update();
            if (taken == 1) {
                return byId(next.get().id());
            }
        }
        return Optional.empty();
    }

    void delivered(WebhookEvent claimed, Instant at) {
        jdbc.sql("""
                        update webhook_event set status = 'DELIVERED', ended_at = :at, reason = null
                        where id = :id and claims = :claims and status = 'SENDING'
                        """)
                .param("at", time(at))
                .param("id", claimed.id())
                .param("claims", claimed.claims())
                .update();
    }

    /** It waits longer each time, until it has failed. */
    void notDelivered(WebhookEvent claimed, String reason, Instant at) {
        boolean failed = claimed.attempts() > PAUSES.size();
        jdbc.sql("""
                        update webhook_event set status = :status, due_at = :due, ended_at = :ended, reason = :reason
                        where id = :id and claims = :claims and status = 'SENDING'
                        """)
                .param("status", failed ? Status.FAILED.name() : Status.WAITING.name())
                .param("due", time(failed ? claimed.dueAt() : at.plus(PAUSES.get(claimed.attempts() - 1))))
                .param("ended", failed ? time(at) : null)
                .param("reason", reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason)
                .param("id", claimed.id())
                .param("claims", claimed.claims())
                .update();
    }

    /** What a sender took and never came back to. */
    int takeBack(Instant now) {
        return jdbc.sql("update webhook_event set status = 'WAITING' where status = 'SENDING' and claimed_at < :before")
                .param("before", time(now.minus(PATIENCE)))
                .update();
    }

    /** A person lets what failed be told again. Gives false when it is not failed any more. */
    public boolean again(UUID id, Instant at) {
        return jdbc.sql("""
                        update webhook_event set status = 'WAITING', attempts = 0, due_at = :at, ended_at = null
                        where id = :id and status = 'FAILED'
                        """).param("at", time(at)).param("id", id).update() == 1;
    }

    public Optional<WebhookEvent> byId(UUID id) {
        return jdbc.sql("select * from webhook_event where id = :id")
                .param("id", id)
                .query((rs, n) -> event(rs))
                .optional();
    }

    /** The last ones, newest first. */
    public List<WebhookEvent> last(int most) {
        return jdbc.sql("select * from webhook_event order by created_at desc, id desc fetch first :most rows only")
                .param("most", most)
                .query((rs, n) -> event(rs))
                .list();
    }

    public List<Count> counts() {
        return jdbc.sql("select municipality, status, count(*) as events from webhook_event"
                        + " group by municipality, status")
                .query((rs, n) -> new Count(
                        rs.getString("municipality"), Status.valueOf(rs.getString("status")), rs.getInt("events")))
                .list();
    }

    private static WebhookEvent event(ResultSet rs) throws SQLException {
        OffsetDateTime endedAt = rs.getObject("ended_at", OffsetDateTime.class);
        return new WebhookEvent(
                rs.getObject("id", UUID.class),
                rs.getString("municipality"),
                rs.getObject("case_id", UUID.class),
                rs.getInt("turn"),
                rs.getString("body"),
                Status.valueOf(rs.getString("status")),
                rs.getInt("attempts"),
                rs.getLong("claims"),
                rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                rs.getString("reason"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}

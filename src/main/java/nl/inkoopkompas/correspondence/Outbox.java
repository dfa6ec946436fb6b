package nl.inkoopkompas.correspondence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.correspondence.OutboxMail.Status;
import nl.inkoopkompas.register.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mails that wait to be sent, and those that were. A sender takes one by changing its row, which succeeds for one
 * sender only; whatever a sender says afterwards counts while its claim is the last one.
 */
@Repository
public class Outbox {

    /** How often a mail is tried before it has failed. */
    static final int MOST_ATTEMPTS = 6;

    /** How long a sender may take; who takes longer has stopped. Longer than all that a sender waits for together. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String ACT = "MAIL";
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int GROWTH = 4;
    private static final int LONGEST_REASON = 900;

    private static final String INSERT = """
            insert into outbox_mail (id, letter_id, case_letter_id, dossier, recipient_name, recipient_address, subject,
                body, file_name, message_id, status, attempts, claims, due_at, created_at)
            values (:id, :letter, :caseLetter, :dossier, :name, :address, :subject, :body, :file, :messageId, :status, 0,
                0, :at, :at)
            """;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Journal journal;

    Outbox(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Journal journal) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.journal = journal;
    }

    /** One page of the outbox, with how many there are in all. */
    public record Page(List<OutboxMail> items, int total) {}

    /**
     * A mail to be sent.
     *
     * @param letter that it brings; null where it brings none, or one that is not written yet
     * @param caseLetter that it waits for; null for none
     * @param recipientAddress null where nobody has given one
     * @param fileName of the letter; null where it brings none
     */
    record Post(
            @Nullable UUID letter,
            @Nullable UUID caseLetter,
            UUID dossier,
            String recipientName,
            @Nullable String recipientAddress,
            Mail mail,
            @Nullable String fileName) {}

    /** The words of a mail. */
    record Mail(String subject, String body) {}

    /** Lets mails wait to be sent, as part of the transaction that records what they are about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Post> posts, Instant at) {
        batches.batchUpdate(INSERT, posts.stream().map(post -> row(post, at)).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(Post post, Instant at) {
        UUID id = ids.construct(at.toEpochMilli());
        Status status = post.recipientAddress() == null ? Status.NO_ADDRESS : Status.WAITING;
        return new MapSqlParameterSource("id", id)
                .addValue("letter", post.letter())
                .addValue("caseLetter", post.caseLetter())
                .addValue("dossier", post.dossier())
                .addValue("name", post.recipientName())
                .addValue("address", post.recipientAddress())
                .addValue("subject", post.mail().subject())
                .addValue("body", post.mail().body())
                .addValue("file", post.fileName())
                .addValue("messageId", "<" + id + "@inkoopkompas>")
                .addValue("status", status.name())
                .addValue("at", time(at));
    }

    /** The letter that mails wait for is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void written(UUID caseLetter, UUID letter, String fileName) {
        jdbc.sql("update outbox_mail set letter_id = :letter, file_name = :file where case_letter_id = :caseLetter")
                .param("letter", letter)
                .param("file", fileName)
                .param("caseLetter", caseLetter)
                .update();
    }

    /** Takes the mail that has waited longest, if any is due. It is certain that no other sender has it. */
    Optional<OutboxMail> claim(Instant now) {
        while (true) {
            Optional<OutboxMail> next = jdbc.sql("""
                            select * from outbox_mail where status = 'WAITING' and due_at <= :now
                            and (letter_id is not null or case_letter_id is null)
                            order by due_at, id fetch first 1 rows only
                            """)
                    .param("now", time(now))
                    .query((rs, n) -> mail(rs))
                    .optional();
            if (next.isEmpty()) {
                return next;
            }
            OutboxMail found = next.get();
            int taken = jdbc.sql("""
                            update outbox_mail set status = 'SENDING', claims = claims + 1, attempts = attempts + 1,
                                claimed_at = :now
                            where id = :id and status = 'WAITING' and claims = :claims
                            """)
                    .param("now", time(now))
                    .param("id", found.id())
                    .param("claims", found.claims())
                    .update();
            if (taken == 1) {
                return byId(found.id());
            }
        }
    }

    /** The server took it. Holds also when the sender was given up meanwhile, but not after a person decided. */
    void sent(OutboxMail claimed, Instant at) {
        end(claimed, "status in ('SENDING', 'UNCERTAIN')", Status.SENT, at, null);
    }

    /** Nobody knows whether the server took it. */
    void uncertain(OutboxMail claimed, String reason, Instant at) {
        end(claimed, "status = 'SENDING'", Status.UNCERTAIN, at, reason);
    }

    /** The server certainly did not take it: it waits longer each time, until it has failed. */
    void notSent(OutboxMail claimed, String reason, Instant at) {
        if (claimed.attempts() >= MOST_ATTEMPTS) {
            end(claimed, "status = 'SENDING'", Status.FAILED, at, reason);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, claimed.attempts() - 1.0));
        jdbc.sql("""
                        update outbox_mail set status = 'WAITING', due_at = :due, reason = :reason
                        where id = :id and claims = :claims and status = 'SENDING'
                        """)
                .param("due", time(at.plus(pause)))
                .param("reason", shortened(reason))
                .param("id", claimed.id())
                .param("claims", claimed.claims())
                .update();
    }

    private void end(OutboxMail claimed, String condition, Status status, Instant at, @Nullable String reason) {
        jdbc.sql("update outbox_mail set status = :status, ended_at = :at, reason = :reason"
                        + " where id = :id and claims = :claims and " + condition)
                .param("status", status.name())
                .param("at", time(at))
                .param("reason", reason == null ? null : shortened(reason))
                .param("id", claimed.id())
                .param("claims", claimed.claims())
                .update();
    }

    /** What a sender took and never came back to. */
    int giveUpStopped(Instant now) {
        return jdbc.sql("""
                        update outbox_mail set status = 'UNCERTAIN', ended_at = :now,
                            reason = 'Het versturen is onderbroken.'
                        where status = 'SENDING' and claimed_at < :before
                        """)
                .param("now", time(now))
                .param("before", time(now.minus(PATIENCE)))
                .update();
    }

    /** A person lets a mail that failed or is uncertain be sent again. Gives false when it is neither any more. */
    @Transactional
    public boolean sendAgain(OutboxMail mail, Instant at, String by) {
        int changed = jdbc.sql("""
                        update outbox_mail set status = 'WAITING', attempts = 0, due_at = :at, ended_at = null
                        where id = :id and claims = :claims and status in ('FAILED', 'UNCERTAIN')
                        """)
                .param("at", time(at))
                .param("id", mail.id())
                .param("claims", mail.claims())
                .update();
        return recorded(changed, mail, "SEND_AGAIN", at, by);
    }

    /** A person found out that an uncertain mail was sent. Gives false when it is not uncertain any more. */
    @Transactional
    public boolean markSent(OutboxMail mail, Instant at, String by) {
        int changed = jdbc.sql("""
                        update outbox_mail set status = 'SENT', ended_at = :at
                        where id = :id and claims = :claims and status = 'UNCERTAIN'
                        """)
                .param("at", time(at))
                .param("id", mail.id())
                .param("claims", mail.claims())
                .update();
        return recorded(changed, mail, "MARK_SENT", at, by);
    }

    /** A person gives the address that a mail lacked. Gives false when it has one by now. */
    @Transactional
    public boolean addressed(OutboxMail mail, String address, Instant at, String by) {
        int changed = jdbc.sql("""
                        update outbox_mail set status = 'WAITING', recipient_address = :address, due_at = :at
                        where id = :id and status = 'NO_ADDRESS'
                        """)
                .param("address", address)
                .param("at", time(at))
                .param("id", mail.id())
                .update();
        return recorded(changed, mail, "ADDRESS", at, by);
    }

    private boolean recorded(int changed, OutboxMail mail, String act, Instant at, String by) {
        if (changed == 0) {
            return false;
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        UUID letter = mail.letter() == null ? mail.caseLetter() : mail.letter();
        content.put("letter", letter == null ? null : letter.toString());
        content.put("act", act);
        journal.append(ACT, mail.dossier(), at, by, content);
        return true;
    }

    public Optional<OutboxMail> byId(UUID id) {
        return jdbc.sql("select * from outbox_mail where id = :id")
                .param("id", id)
                .query((rs, n) -> mail(rs))
                .optional();
    }

    /** The mails of a dossier, oldest first. */
    public List<OutboxMail> of(UUID dossier) {
        return jdbc.sql("select * from outbox_mail where dossier = :dossier order by created_at, id")
                .param("dossier", dossier)
                .query((rs, n) -> mail(rs))
                .list();
    }

    /** Newest first; of one status, or of all where that is null. */
    public Page find(@Nullable Status status, int page, int size) {
        String where = status == null ? "" : " where status = :status";
        String wanted = status == null ? "" : status.name();
        int total = jdbc.sql("select count(*) from outbox_mail" + where)
                .param("status", wanted)
                .query(Integer.class)
                .single();
        List<OutboxMail> items = jdbc.sql("select * from outbox_mail" + where
                        + " order by created_at desc, id desc offset :skip rows fetch first :size rows only")
                .param("status", wanted)
                .param("skip", (page - 1L) * size)
                .param("size", size)
                .query((rs, n) -> mail(rs))
                .list();
        return new Page(items, total);
    }

    /** How many mails there are of each status. */
    public Map<Status, Integer> counts() {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        jdbc.sql("select status, count(*) as mails from outbox_mail group by status")
                .query(rs -> {
                    counts.put(Status.valueOf(rs.getString("status")), rs.getInt("mails"));
                });
        return counts;
    }

    private static OutboxMail mail(ResultSet rs) throws SQLException {
        OffsetDateTime endedAt = rs.getObject("ended_at", OffsetDateTime.class);
        return new OutboxMail(
                rs.getObject("id", UUID.class),
                rs.getObject("letter_id", UUID.class),
                rs.getObject("case_letter_id", UUID.class),
                rs.getObject("dossier", UUID.class),
                rs.getString("recipient_name"),
                rs.getString("recipient_address"),
                rs.getString("subject"),
                rs.getString("body"),
                rs.getString("file_name"),
                rs.getString("message_id"),
                Status.valueOf(rs.getString("status")),
                rs.getInt("attempts"),
                rs.getLong("claims"),
                rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                rs.getString("reason"));
    }

    private static String shortened(String reason) {
        String clean = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}

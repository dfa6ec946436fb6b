package nl.inkoopkompas.correspondence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.CaseFollower;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that acts on requests for exception contracts ask for. Each is ordered with its mails in the transaction
 * of the act, and written after it, so that nobody waits for the printing and nothing is lost when the program stops.
 */
@Repository
class CaseLetterOrders implements CaseFollower {

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final CaseRecipients recipients;
    private final CaseLetterText text;

    CaseLetterOrders(JdbcClient jdbc, Outbox outbox, CaseRecipients recipients, CaseLetterText text) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.recipients = recipients;
        this.text = text;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void happened(ExceptionCase after, Act act) {
        for (CaseLetterKind kind : CaseLetterKind.askedBy(act.action())) {
            UUID id = ids.construct(act.at().toEpochMilli());
            jdbc.sql("""
                            insert into case_letter (id, case_id, turn, kind, ordered_at, ordered_by, written, due_at)
                            values (:id, :case, :turn, :kind, :at, :by, false, :at)
                            """)
                    .param("id", id)
                    .param("case", after.id())
                    .param("turn", act.turn())
                    .param("kind", kind.name())
                    .param("at", Outbox.time(act.at()))
                    .param("by", act.by())
                    .update();
            outbox.add(
                    recipients
                            .posts(kind, after.line(), id, text.mail(kind, after.id()))
                            .toList(),
                    act.at());
        }
    }

    /** Those of a case, oldest first. */
    List<CaseLetter> of(UUID caseId) {
        return jdbc.sql("select * from case_letter where case_id = :case order by ordered_at, id")
                .param("case", caseId)
                .query((rs, n) -> letter(rs))
                .list();
    }

    /** The one that has waited longest to be written, if any is due. */
    Optional<CaseLetter> next(Instant now) {
        return jdbc.sql("""
                        select * from case_letter where written = false and due_at <= :now
                        order by due_at, id fetch first 1 rows only
                        """)
                .param("now", Outbox.time(now))
                .query((rs, n) -> letter(rs))
                .optional();
    }

    /** It is archived, as part of the transaction that archives it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void written(CaseLetter order, UUID letter) {
        jdbc.sql("update case_letter set written = true, letter_id = :letter where id = :id")
                .param("letter", letter)
                .param("id", order.id())
                .update();
        outbox.written(order.id(), letter, order.fileName());
    }

    /** It could not be written now. */
    void postpone(CaseLetter order, Instant until) {
        jdbc.sql("update case_letter set due_at = :until where id = :id and written = false")
                .param("until", Outbox.time(until))
                .param("id", order.id())
                .update();
    }

    private static CaseLetter letter(ResultSet rs) throws SQLException {
        return new CaseLetter(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                rs.getInt("turn"),
                CaseLetterKind.valueOf(rs.getString("kind")),
                rs.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                rs.getString("ordered_by"),
                rs.getObject("letter_id", UUID.class));
    }
}

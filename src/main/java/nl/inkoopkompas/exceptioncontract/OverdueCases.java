package nl.inkoopkompas.exceptioncontract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases of which the next step is late, and which of them somebody was reminded of. */
@Repository
public class OverdueCases {

    private final JdbcClient jdbc;
    private final ExceptionCases cases;

    OverdueCases(JdbcClient jdbc, ExceptionCases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** Those that are late on a day and that nobody was reminded of, the latest first. */
    public List<ExceptionCase> unreminded(LocalDate today, int most) {
        return jdbc.sql("""
                        select c.id from exception_case c where c.due_on < :today and not exists (
                            select 1 from exception_reminder r where r.case_id = c.id and r.due_on = c.due_on)
                        order by c.due_on, c.id fetch first :most rows only
                        """).param("today", today).param("most", most).query(UUID.class).list().stream()
                .flatMap(id -> cases.find(id).stream())
                .toList();
    }

    /**
     * Somebody is reminded of a case, as part of the transaction that does so.
     *
     * @throws org.springframework.dao.DuplicateKeyException when they were before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remind(ExceptionCase one, Instant at) {
        jdbc.sql("insert into exception_reminder (case_id, due_on, reminded_at) values (:id, :due, :at)")
                .param("id", one.id())
                .param("due", one.line().dueOn())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package nl.inkoopkompas.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The first answers to calls that named themselves, so that a repeated call is answered and not done again. */
@Repository
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    IdempotentAnswers(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * A call that names itself.
     *
     * @param requestHash what it asks: a repetition asks the same
     */
    public record Call(String username, String key, String requestHash, Instant at) {}

    /** What was answered. */
    public record Answer(int status, @Nullable String location, String language, String body) {}

    /** The key of this call already names a call that asked something else. */
    public static final class KeyReused extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Answers a call for the first time, in one transaction with what it does, or as it was answered before. */
    public Answer once(Call call, Supplier<Answer> first) {
        Optional<Answer> before = before(call);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return transactions.execute(status -> {
                claim(call);
                Answer answer = first.get();
                keep(call, answer);
                return answer;
            });
        } catch (DuplicateKeyException simultaneous) {
            return before(call).orElseThrow(() -> simultaneous);
        }
    }

    private Optional<Answer> before(Call call) {
        return jdbc.sql("""
                        select request_hash, status, location, language, body from idempotent_answer
                        where username = :username and idempotency_key = :key and created_at > :since
                        """)
                .param("username", call.username())
                .param("key", call.key())
                .param("since", Columns.time(call.at().minus(KEPT)))
                .query((rs, n) -> {
                    if (!rs.getString("request_hash").equals(call.requestHash())) {
                        throw new KeyReused();
                    }
                    return new Answer(
                            rs.getInt("status"),
                            rs.getString("location"),
                            rs.getString("language"),
                            rs.getString("body"));
                })
                .optional();
    }

    /** A simultaneous call with the same key waits here for the first one, and then fails. */
    private void claim(Call call) {
        jdbc.sql("delete from idempotent_answer where created_at <= :since")
                .param("since", Columns.time(call.at().minus(KEPT)))
                .update();
        jdbc.sql("""
                        insert into idempotent_answer
                            (username, idempotency_key, request_hash, created_at, status, location, language, body)
                        values (:username, :key, :hash, :at, 0, null, '', '')
                        """)
                .param("username", call.username())
                .param("key", call.key())
                .param("hash", call.requestHash())
                .param("at", Columns.time(call.at()))
                .update();
    }

    private void keep(Call call, Answer answer) {
        jdbc.sql("""
                        update idempotent_answer
                        set status = :status, location = :location, language = :language, body = :body
                        where username = :username and idempotency_key = :key
                        """)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("language", answer.language())
                .param("body", answer.body())
                .param("username", call.username())
                .param("key", call.key())
                .update();
    }
}

package nl.inkoopkompas.correspondence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the letters that were ordered, one at a time, and puts each in the archive, from where its mails leave. */
@Component
public class Clerk {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final CaseLetterOrders orders;
    private final CaseLetters letters;
    private final LetterArchive archive;
    private final TransactionOperations transactions;

    Clerk(CaseLetterOrders orders, CaseLetters letters, LetterArchive archive, TransactionOperations transactions) {
        this.orders = orders;
        this.letters = letters;
        this.archive = archive;
        this.transactions = transactions;
    }

    /** Writes all that is due. */
    public void round(Supplier<Instant> clock) {
        Optional<CaseLetter> next = orders.next(clock.get());
        while (next.isPresent()) {
            write(next.get(), clock);
            next = orders.next(clock.get());
        }
    }

    private void write(CaseLetter order, Supplier<Instant> clock) {
        try {
            byte[] pdf = letters.print(order);
            transactions.executeWithoutResult(status -> {
                UUID letter = archive.add(order, pdf, Digest.sha256(pdf), CaseLetterText.TEMPLATE_VERSION, clock.get());
                orders.written(order, letter);
            });
        } catch (DuplicateKeyException other) {
            LOG.debug("Another instance wrote letter {}", order.id());
        } catch (RuntimeException e) {
            LOG.error("Letter {} cannot be written now", order.id(), e);
            orders.postpone(order, clock.get().plus(PAUSE));
        }
    }
}

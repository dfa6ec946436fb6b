package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionType;
import nl.inkoopkompas.exceptioncontract.NextStep;
import nl.inkoopkompas.exceptioncontract.OverdueCases;
import nl.inkoopkompas.exceptioncontract.WaitingCases;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reminds whoever a request for an exception contract waits for, once for each day that it should have moved by. */
@Component
public class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final int MOST = 100;

    private final OverdueCases overdue;
    private final WaitingCases waiting;
    private final CaseRecipients recipients;
    private final Outbox outbox;
    private final Organisation organisation;
    private final RuleBooks ruleBooks;
    private final TransactionOperations transactions;

    Reminders(
            OverdueCases overdue,
            WaitingCases waiting,
            CaseRecipients recipients,
            Outbox outbox,
            Organisation organisation,
            RuleBooks ruleBooks,
            TransactionOperations transactions) {
        this.overdue = overdue;
        this.waiting = waiting;
        this.recipients = recipients;
        this.outbox = outbox;
        this.organisation = organisation;
        this.ruleBooks = ruleBooks;
        this.transactions = transactions;
    }

    /** Lets the mails wait in the outbox for what is late by now. */
    public void round(Instant at) {
        LocalDate today = CaseWords.dayOf(at);
        for (ExceptionCase one : overdue.unreminded(today, MOST)) {
            try {
                transactions.executeWithoutResult(status -> {
                    overdue.remind(one, at);
                    outbox.add(posts(one, today), at);
                });
            } catch (DuplicateKeyException other) {
                LOG.debug("Another instance reminded of case {}", one.id());
            }
        }
    }

    private List<Outbox.Post> posts(ExceptionCase one, LocalDate today) {
        return waiting.nextStep(one, today).map(NextStep::roles).orElse(List.of()).stream()
                .map(role -> recipients.role(role, one.line()))
                .map(to -> new Outbox.Post(null, null, one.id(), to.name(), to.address(), mail(one), null))
                .toList();
    }

    /** It names no client. */
    private Outbox.Mail mail(ExceptionCase one) {
        CaseWords words = new CaseWords(ruleBooks.require(one.line().ruleBook()), ExceptionType.ID);
        String dueOn = words.date(Objects.requireNonNull(one.line().dueOn()));
        String body = """
                Geachte heer of mevrouw,

                Een aanvraag voor een uitzondering wacht op u. De termijn liep tot en met %s.

                Product: %s
                Gemeente: %s
                Kenmerk: %s

                U krijgt deze herinnering één keer.

                Met vriendelijke groet,
                %s
                %s
                """.formatted(
                        dueOn,
                        words.product(one.line().product()),
                        words.municipality(one.municipality()),
                        one.id(),
                        organisation.contact(),
                        organisation.name());
        return new Outbox.Mail("Herinnering: een uitzondering wacht op u, kenmerk " + one.id(), body);
    }
}

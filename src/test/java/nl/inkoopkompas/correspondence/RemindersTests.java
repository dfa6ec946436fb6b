package nl.inkoopkompas.correspondence;

import static nl.inkoopkompas.correspondence.SampleExceptions.AT;
import static nl.inkoopkompas.correspondence.SampleExceptions.DIRECTOR;
import static nl.inkoopkompas.correspondence.SampleExceptions.REASONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.correspondence.OutboxMail.Status;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.exceptioncontract.OverdueCases;
import nl.inkoopkompas.exceptioncontract.WaitingCases;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever is late hears of it, once. */
@SpringBootTest
@Import(SampleCases.class)
class RemindersTests {

    private static final String CLIENT = "C-late-1";

    @Autowired
    ExceptionContracts contracts;

    @Autowired
    OverdueCases overdue;

    @Autowired
    WaitingCases waiting;

    @Autowired
    RuleBooks ruleBooks;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    private Reminders reminders() {
        Addresses addresses =
                new Addresses(Map.of(), Map.of(), Map.of("PROGRAMMADIRECTEUR", "directeur@regio.example"));
        Organisation organisation =
                new Organisation("Regio", "Straat 1", "Plaats", "Team", "regio@regio.example", true);
        return new Reminders(
                overdue,
                waiting,
                new CaseRecipients(ruleBooks, addresses),
                outbox,
                organisation,
                ruleBooks,
                transactions);
    }

    private List<OutboxMail> reminded(ExceptionCase one, int daysLater) {
        Instant at = AT.plus(Duration.ofDays(daysLater));
        reminders().round(at);
        reminders().round(at.plusSeconds(60));
        return outbox.of(one.id()).stream()
                .filter(mail -> mail.caseLetter() == null)
                .toList();
    }

    @Test
    void remindsOnceOfEachTermThatPassed() {
        SampleExceptions samples = new SampleExceptions(contracts);
        ExceptionCase one = samples.advised(CLIENT, "Praktijk Zilverlinde");

        assertThat(reminded(one, 5)).isEmpty();
        List<OutboxMail> first = reminded(one, 6);
        assertThat(first).hasSize(1);
        assertThat(first.get(0).recipientAddress()).isEqualTo("directeur@regio.example");
        assertThat(first.get(0).body())
                .contains("25\u00a0november\u00a02026", "Gouda", one.id().toString())
                .doesNotContain(CLIENT, "Zilverlinde");
        assertThat(reminded(one, 7)).isEqualTo(first);

        ExceptionCase rejected = samples.act(one, DIRECTOR, CaseAction.REJECT, REASONS);
        List<OutboxMail> second = reminded(rejected, 40);
        assertThat(second).hasSize(2);
        assertThat(second.get(1).recipientName()).isEqualTo("Gemeente Gouda");
        assertThat(second.get(1).status()).isEqualTo(Status.NO_ADDRESS);
    }

    @Test
    void isAMailWithoutALetter() throws Exception {
        jdbc.sql("update outbox_mail set status = 'SENT' where status <> 'SENT'")
                .update();
        ExceptionCase one = new SampleExceptions(contracts).advised(CLIENT, "Praktijk Zilverlinde");
        assertThat(reminded(one, 6)).hasSize(1);
        jdbc.sql("update outbox_mail set status = 'SENT' where dossier <> :case")
                .param("case", one.id())
                .update();
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            postman.round(sender, () -> AT.plus(Duration.ofDays(7)));
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("één keer");
        } finally {
            server.stop();
        }
    }
}

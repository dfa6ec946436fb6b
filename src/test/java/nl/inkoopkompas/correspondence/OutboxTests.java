package nl.inkoopkompas.correspondence;

import static nl.inkoopkompas.correspondence.SampleCases.NOON;
import static nl.inkoopkompas.correspondence.SampleCases.TODAY;
import static nl.inkoopkompas.correspondence.SampleCases.request;
import static nl.inkoopkompas.correspondence.SampleCases.satisfied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.inkoopkompas.correspondence.OutboxMail.Status;
import nl.inkoopkompas.correspondence.ScriptedMailServer.Trouble;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.RegisteredDecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails leave once, whatever goes wrong; where nobody can know, a person decides. */
@SpringBootTest
@Import(SampleCases.class)
class OutboxTests {

    @Autowired
    Letters letters;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    SampleCases cases;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void open() {
        jdbc.sql("update outbox_mail set status = 'SENT' where status <> 'SENT'")
                .update();
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private Letter letter() {
        RegisteredDecision decision = cases.recorded(satisfied());
        return letters.send(decision.summary().id(), request(LetterKind.CONFIRMATION), TODAY, NOON, "inkoper");
    }

    private OutboxMail mail(Letter letter) {
        return outbox.of(letter.dossier()).get(0);
    }

    private static JavaMailSenderImpl sender(int port) {
        return ready(new JavaMailSenderImpl(), port);
    }

    private static JavaMailSenderImpl ready(JavaMailSenderImpl sender, int port) {
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "500");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "500");
        return sender;
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private void round(JavaMailSenderImpl sender, Instant at) {
        postman.round(sender, () -> at);
    }

    @Test
    void bringsTheSameBytesToTheProvider() throws Exception {
        Letter letter = letter();

        round(sender(port()), NOON);
        round(sender(port()), NOON.plusSeconds(60));

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage message = server.getReceivedMessages()[0];
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("brief-bevestiging-2026-11-22.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(letters.document(letter.id()).orElseThrow());
        assertThat(message.getMessageID()).isEqualTo(mail(letter).messageId());
        assertThat(message.getAllRecipients()[0].toString()).contains("inkoop@zorg.example");
        assertThat(mail(letter).status()).isEqualTo(Status.SENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_GREETING", "REFUSES_RECIPIENT", "REFUSES_MESSAGE"})
    void triesAgainLaterWhatTheServerDidNotTake(Trouble trouble) throws Exception {
        Letter letter = letter();
        try (ScriptedMailServer refusing = new ScriptedMailServer(trouble)) {
            round(sender(refusing.port()), NOON);
        }
        assertThat(mail(letter).status()).isEqualTo(Status.WAITING);
        assertThat(mail(letter).reason()).isNotEmpty();

        round(sender(port()), NOON.plusSeconds(59));
        assertThat(server.getReceivedMessages()).isEmpty();
        round(sender(port()), NOON.plusSeconds(60));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail(letter).status()).isEqualTo(Status.SENT);
    }

    @Test
    void givesUpWhatIsRefusedTimeAfterTime() throws Exception {
        Letter letter = letter();
        try (ScriptedMailServer refusing = new ScriptedMailServer(Trouble.REFUSES_RECIPIENT)) {
            Instant at = NOON;
            List<Long> pauses = new ArrayList<>();
            for (int i = 1; i <= Outbox.MOST_ATTEMPTS; i++) {
                round(sender(refusing.port()), at);
                pauses.add(mail(letter).dueAt().getEpochSecond() - at.getEpochSecond());
                at = mail(letter).dueAt();
            }
            assertThat(pauses.subList(0, 3)).containsExactly(60L, 240L, 960L);
        }
        assertThat(mail(letter).status()).isEqualTo(Status.FAILED);
        assertThat(mail(letter).reason()).contains("550");

        assertThat(outbox.sendAgain(mail(letter), NOON, "inkoper")).isTrue();
        round(sender(port()), NOON);

        assertThat(mail(letter).status()).isEqualTo(Status.SENT);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"SILENT_AFTER_MESSAGE", "HANGS_UP_AFTER_MESSAGE"})
    void leavesToAPersonWhatTheServerMayHaveTaken(Trouble trouble) throws Exception {
        Letter letter = letter();
        try (ScriptedMailServer silent = new ScriptedMailServer(trouble)) {
            round(sender(silent.port()), NOON);
            assertThat(silent.messages).hasValue(1);
        }

        round(sender(port()), NOON.plusSeconds(99_999));

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mail(letter).status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void leavesToAPersonWhatWasUnderWayInACrash() {
        Letter letter = letter();
        JavaMailSenderImpl crashing = ready(
                new JavaMailSenderImpl() {
                    @Override
                    protected void doSend(MimeMessage[] messages, Object[] originals) {
                        super.doSend(messages, originals);
                        throw new AssertionError("the process ends here");
                    }
                },
                port());

        assertThatThrownBy(() -> round(crashing, NOON)).hasMessage("the process ends here");
        round(sender(port()), NOON.plusSeconds(60));
        assertThat(mail(letter).status()).isEqualTo(Status.SENDING);
        round(sender(port()), NOON.plus(Outbox.PATIENCE).plusSeconds(1));

        assertThat(mail(letter).status()).isEqualTo(Status.UNCERTAIN);
        assertThat(server.getReceivedMessages()).hasSize(1);
        OutboxMail seen = mail(letter);
        assertThat(outbox.markSent(seen, NOON, "inkoper")).isTrue();
        assertThat(outbox.sendAgain(seen, NOON, "inkoper-2")).isFalse();
        assertThat(mail(letter).status()).isEqualTo(Status.SENT);
        assertThat(journal.of(letter.dossier(), "MAIL"))
                .extracting(JournalEntry::recordedBy)
                .containsExactly("inkoper");
    }

    @Test
    void ignoresASenderThatComesBackAfterAPersonSentItAgain() {
        Letter letter = letter();
        OutboxMail claimed = outbox.claim(NOON).orElseThrow();
        Instant later = NOON.plus(Outbox.PATIENCE).plusSeconds(1);
        assertThat(outbox.giveUpStopped(later)).isEqualTo(1);
        assertThat(outbox.sendAgain(mail(letter), later, "inkoper")).isTrue();
        OutboxMail again = outbox.claim(later).orElseThrow();

        outbox.sent(claimed, later);
        outbox.notSent(claimed, "late", later);

        assertThat(mail(letter).status()).isEqualTo(Status.SENDING);
        outbox.sent(again, later);
        assertThat(mail(letter).status()).isEqualTo(Status.SENT);
    }

    @Test
    void sendsEveryMailOnceWithManySenders() throws Exception {
        for (int i = 0; i < 12; i++) {
            letter();
        }
        int senders = 4;
        CyclicBarrier together = new CyclicBarrier(senders);
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        Callable<Void> sending = () -> {
            together.await();
            postman.round(ready(new JavaMailSenderImpl(), port()), () -> NOON);
            return null;
        };
        for (Future<Void> done : threads.invokeAll(java.util.Collections.nCopies(senders, sending))) {
            done.get();
        }
        threads.shutdown();

        assertThat(Arrays.stream(server.getReceivedMessages()).map(OutboxTests::messageId))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void waitsAsLongAsThereIsNoServer() {
        Letter letter = letter();

        postman.round(() -> NOON.plusSeconds(60));

        assertThat(postman.hasServer()).isFalse();
        assertThat(mail(letter).status()).isEqualTo(Status.WAITING);
        assertThat(outbox.find(Status.WAITING, 1, 9).items())
                .extracting(OutboxMail::letter)
                .contains(letter.id());
        assertThat(outbox.counts()).containsEntry(Status.WAITING, 1);
        assertThat(outbox.byId(UUID.randomUUID())).isEmpty();
    }
}

package nl.inkoopkompas.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Brings mails from the outbox to the mail server, one at a time. That a mail was taken is committed before the server
 * hears of it. What the server refused is tried again; where the server may have taken it, a person decides.
 */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final LetterArchive archive;
    private final Organisation organisation;
    private final ObjectProvider<JavaMailSender> sender;

    Postman(Outbox outbox, LetterArchive archive, Organisation organisation, ObjectProvider<JavaMailSender> sender) {
        this.outbox = outbox;
        this.archive = archive;
        this.organisation = organisation;
        this.sender = sender;
    }

    /** Whether there is a mail server at all. */
    public boolean hasServer() {
        return sender.getIfAvailable() != null;
    }

    /** Sends all that is due now, and gives up what other senders left behind. */
    public void round(Supplier<Instant> clock) {
        JavaMailSender server = sender.getIfAvailable();
        if (server != null) {
            round(server, clock);
        }
    }

    void round(JavaMailSender server, Supplier<Instant> clock) {
        outbox.giveUpStopped(clock.get());
        Optional<OutboxMail> next = outbox.claim(clock.get());
        while (next.isPresent()) {
            deliver(next.get(), server, clock);
            next = outbox.claim(clock.get());
        }
    }

    private void deliver(OutboxMail mail, JavaMailSender server, Supplier<Instant> clock) {
        try {
            server.send(message(mail, server, clock.get()));
        } catch (MailException e) {
            String reason = reason(e);
            if (wasSent(e)) {
                outbox.sent(mail, clock.get());
            } else if (certainlyNotSent(e)) {
                LOG.warn("Mail {} was not sent: {}", mail.id(), reason);
                outbox.notSent(mail, reason, clock.get());
            } else {
                LOG.warn("Mail {} may have been sent or not: {}", mail.id(), reason);
                outbox.uncertain(mail, reason, clock.get());
            }
            return;
        } catch (MessagingException | UnsupportedEncodingException e) {
            LOG.warn("Mail {} cannot be written", mail.id(), e);
            outbox.notSent(mail, e.toString(), clock.get());
            return;
        }
        outbox.sent(mail, clock.get());
    }

    private MimeMessage message(OutboxMail mail, JavaMailSender server, Instant at)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, mail.letter() != null, StandardCharsets.UTF_8.name());
        helper.setFrom(organisation.email(), organisation.name());
        helper.setTo(new InternetAddress(
                Objects.requireNonNull(mail.recipientAddress()), mail.recipientName(), StandardCharsets.UTF_8.name()));
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        helper.setSentDate(Date.from(at));
        if (mail.letter() != null) {
            byte[] pdf = archive.document(mail.letter()).orElseThrow();
            helper.addAttachment(
                    Objects.requireNonNull(mail.fileName()), new ByteArrayResource(pdf), "application/pdf");
        }
        message.setHeader("Message-ID", mail.messageId());
        return message;
    }

    /** Whether nothing failed but the farewell. */
    private static boolean wasSent(MailException failure) {
        return failure instanceof MailSendException sending
                && sending.getFailedMessages().isEmpty();
    }

    /** Whether no server can have taken it: none was reached, or it said so itself. */
    private static boolean certainlyNotSent(MailException failure) {
        if (failure instanceof MailAuthenticationException
                || failure instanceof MailParseException
                || failure instanceof MailPreparationException) {
            return true;
        }
        // Where no connection was made, that is what failed for the message too.
        return failure instanceof MailSendException sending
                && sending.getFailedMessages().values().stream()
                        .allMatch(one -> one == sending.getCause() || isRefusal(one));
    }

    /** Whether the server answered with a code that refuses. */
    private static boolean isRefusal(Exception failure) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            if ((cause instanceof SMTPSendFailedException sending && sending.getReturnCode() >= 400)
                    || (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 400)
                    || (cause instanceof SMTPSenderFailedException from && from.getReturnCode() >= 400)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /** What went wrong at the bottom of it, in the words of the server where it had some. */
    private static String reason(MailException failure) {
        Exception cause = failure;
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            cause = sending.getMessageExceptions()[0];
        }
        for (Exception next = next(cause); next != null; next = next(cause)) {
            cause = next;
        }
        return String.valueOf(cause.getMessage());
    }
}

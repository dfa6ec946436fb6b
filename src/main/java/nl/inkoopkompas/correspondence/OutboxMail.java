package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that brings a letter, and what became of it.
 *
 * @param messageId the same for every try, so that a receiver can tell a repetition
 * @param attempts since it last started to wait
 * @param claims names the claim of the sender that took it
 * @param dueAt not to be tried before
 * @param endedAt when it was sent, failed or became uncertain; null before
 * @param reason what went wrong last; null where nothing did
 */
public record OutboxMail(
        UUID id,
        UUID letter,
        UUID dossier,
        String recipientName,
        String recipientAddress,
        String subject,
        String body,
        String fileName,
        String messageId,
        Status status,
        int attempts,
        long claims,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** Where a mail stands. */
    public enum Status {
        WAITING,
        /** A sender has it. */
        SENDING,
        SENT,
        /** Given up, and certainly not sent. */
        FAILED,
        /** It may have been sent or not: a person finds out. */
        UNCERTAIN
    }
}

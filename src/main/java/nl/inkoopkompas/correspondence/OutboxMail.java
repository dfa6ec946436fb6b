package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail, which most often brings a letter, and what became of it.
 *
 * @param letter that it brings; null as long as that is not written, or where it brings none
 * @param caseLetter the letter on a request for an exception contract that it brings or waits for; null for none
 * @param recipientAddress null as long as nobody has given one
 * @param fileName of the letter; null where it brings none
 * @param messageId the same for every try, so that a receiver can tell a repetition
 * @param attempts since it last started to wait
 * @param claims names the claim of the sender that took it
 * @param dueAt not to be tried before
 * @param endedAt when it was sent, failed or became uncertain; null before
 * @param reason what went wrong last; null where nothing did
 */
public record OutboxMail(
        UUID id,
        @Nullable UUID letter,
        @Nullable UUID caseLetter,
        UUID dossier,
        String recipientName,
        @Nullable String recipientAddress,
        String subject,
        String body,
        @Nullable String fileName,
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
        /** Not sent: nobody has given an address. */
        NO_ADDRESS,
        /** A sender has it. */
        SENDING,
        SENT,
        /** Given up, and certainly not sent. */
        FAILED,
        /** It may have been sent or not: a person finds out. */
        UNCERTAIN
    }
}

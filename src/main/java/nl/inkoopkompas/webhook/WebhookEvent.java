package nl.inkoopkompas.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a municipality is told, and what became of it.
 *
 * @param id the same for every try, so that a receiver can tell a repetition
 * @param turn the act on the case that it tells of
 * @param attempts since it last started to wait
 * @param claims names the claim of the sender that took it
 * @param dueAt not to be tried before
 * @param endedAt when it was delivered or given up; null before
 * @param reason what went wrong last; null where nothing did
 */
public record WebhookEvent(
        UUID id,
        String municipality,
        UUID caseId,
        int turn,
        String body,
        Status status,
        int attempts,
        long claims,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** Where it stands. */
    public enum Status {
        WAITING,
        /** A sender has it. */
        SENDING,
        DELIVERED,
        /** Given up: a person can offer it again. */
        FAILED
    }
}

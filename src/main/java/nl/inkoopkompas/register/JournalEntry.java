package nl.inkoopkompas.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that was recorded for good.
 *
 * @param kind what it is, such as {@code DECISION}
 * @param dossier the first decision of the dossier that it belongs to; null where it belongs to none
 * @param recordedAt to the millisecond
 * @param content null once retention has removed it
 */
public record JournalEntry(
        UUID id,
        String kind,
        @Nullable UUID dossier,
        Instant recordedAt,
        String recordedBy,
        @Nullable ObjectNode content) {}

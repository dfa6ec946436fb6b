package nl.inkoopkompas.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody established what the coverage is and what follows. It changes nothing by itself.
 *
 * @param on the day that was looked at
 * @param providers how many there were
 * @param least how many there are at least
 * @param norm where that stands
 * @param step what follows
 * @param establishedBy who decided, such as a body; the plan names nobody
 * @param establishedOn when they did
 * @param recordedBy who recorded it here
 */
public record Establishment(
        UUID id,
        String contract,
        String product,
        @Nullable String municipality,
        @Nullable String place,
        LocalDate on,
        int providers,
        long least,
        String norm,
        String ruleBook,
        String step,
        String establishedBy,
        LocalDate establishedOn,
        String motivation,
        Instant recordedAt,
        String recordedBy) {}

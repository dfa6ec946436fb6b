package nl.inkoopkompas.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that was handed in for a dossier. That it was received says nothing of whether it proves anything.
 *
 * @param name of the file, as it was handed in
 * @param proofs what it is to prove
 * @param receivedOn the day it came in
 * @param expiresOn the last day that it counts; null where it does not expire
 * @param checks what people said of it, oldest first
 */
public record Evidence(
        UUID id,
        UUID dossier,
        String name,
        List<Proof> proofs,
        LocalDate receivedOn,
        Instant recordedAt,
        String receivedBy,
        StoredFile file,
        @Nullable LocalDate expiresOn,
        List<Check> checks) {

    /** What somebody found when checking a document. */
    public enum Result {
        VERIFIED,
        NOT_ACCEPTED
    }

    /** Where a document stands on some day. */
    public enum Status {
        RECEIVED,
        VERIFIED,
        NOT_ACCEPTED,
        EXPIRED
    }

    /** What is kept of the file itself. */
    public record StoredFile(String sha256, long bytes, FileType type, boolean scanned) {}

    /** What somebody found; a date replaces the one that came with the document. */
    public record Check(
            UUID id, Result result, String note, @Nullable LocalDate expiresOn, Instant checkedAt, String checkedBy) {}

    public List<String> pointers() {
        return proofs.stream().map(Proof::pointer).toList();
    }

    public @Nullable Check lastCheck() {
        return checks.isEmpty() ? null : checks.get(checks.size() - 1);
    }

    /** The last day that it counts, as whoever checked it last has said, or else whoever handed it in. */
    public @Nullable LocalDate lastDay() {
        Check last = lastCheck();
        return last != null && last.expiresOn() != null ? last.expiresOn() : expiresOn;
    }

    public Status statusOn(LocalDate day) {
        Check last = lastCheck();
        if (last != null && last.result() == Result.NOT_ACCEPTED) {
            return Status.NOT_ACCEPTED;
        }
        LocalDate lastDay = lastDay();
        if (lastDay != null && day.isAfter(lastDay)) {
            return Status.EXPIRED;
        }
        return last == null ? Status.RECEIVED : Status.VERIFIED;
    }
}

package nl.inkoopkompas.contracting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a provider is contracted for a product, as one version of its history says.
 *
 * @param id the same in every version
 * @param version 1 for the first
 * @param holdsFrom the day from which this version holds, and no longer an earlier one
 * @param reason why it was changed; null for the first version
 */
public record Contracting(
        UUID id,
        int version,
        Parties parties,
        Terms terms,
        LocalDate holdsFrom,
        Origin origin,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {

    /** Who is contracted, and for what. */
    public record Parties(String kvkNumber, String name, String contract, String product) {}

    /**
     * Where a contracting comes from.
     *
     * @param decision the decision on the admission; null for other kinds
     * @param dossier the first decision of the same application; null for other kinds
     * @param file the name of the file; null for other kinds
     */
    public record Origin(
            Kind kind,
            @Nullable UUID decision,
            @Nullable UUID dossier,
            @Nullable String file) {

        /** How a contracting came about. */
        public enum Kind {
            ADMISSION,
            IMPORT,
            HAND
        }

        public static Origin admission(UUID decision, UUID dossier) {
            return new Origin(Kind.ADMISSION, decision, dossier, null);
        }

        public static Origin imported(String file) {
            return new Origin(Kind.IMPORT, null, null, file);
        }

        public static Origin byHand() {
            return new Origin(Kind.HAND, null, null, null);
        }
    }
}

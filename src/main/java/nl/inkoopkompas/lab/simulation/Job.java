package nl.inkoopkompas.lab.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A simulation that was asked for.
 *
 * @param turn which version of the draft
 * @param population {@code register} or {@code sample:N}
 * @param from the first reference date that a case is judged on
 */
record Job(
        UUID id,
        UUID draft,
        int turn,
        String type,
        String population,
        LocalDate from,
        int total,
        int chunkSize,
        Instant startedAt,
        String startedBy) {

    static final String REGISTER = "register";
    static final String SAMPLE = "sample:";
    static final int LARGEST_SAMPLE = 1_000_000;

    boolean isSample() {
        return population.startsWith(SAMPLE);
    }

    long seed() {
        return Long.parseLong(population.substring(SAMPLE.length()));
    }

    int chunks() {
        return (total + chunkSize - 1) / chunkSize;
    }

    int sizeOf(int chunk) {
        return Math.min(chunkSize, total - chunk * chunkSize);
    }
}

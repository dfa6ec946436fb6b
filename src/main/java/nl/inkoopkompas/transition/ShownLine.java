package nl.inkoopkompas.transition;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan as lists show it, with what it is about.
 *
 * @param end the last day of the indication; null where it is open-ended
 * @param plannedIn the month in which it is re-indicated, as far as that fits
 * @param resident what the resident is told
 */
public record ShownLine(
        String id,
        String municipality,
        String provider,
        String product,
        @Nullable LocalDate end,
        int situation,
        @Nullable Scenario scenario,
        @Nullable LocalDate continuesUntil,
        @Nullable LocalDate reindicateBy,
        @Nullable String newProduct,
        boolean providerChanges,
        boolean viaExceptionContract,
        @Nullable String changeReason,
        @Nullable BigDecimal newVolume,
        @Nullable String plannedIn,
        @Nullable String resident) {

    /** A line with what its indication is about, before a resident is told of it. */
    static ShownLine of(String municipality, String provider, String product, @Nullable LocalDate end, Line line) {
        return new ShownLine(
                line.id(),
                municipality,
                provider,
                product,
                end,
                line.situation(),
                line.scenario(),
                line.continuesUntil(),
                line.reindicateBy(),
                line.newProduct(),
                line.providerChanges(),
                line.viaExceptionContract(),
                line.changeReason(),
                line.newVolume(),
                line.plannedIn(),
                null);
    }

    ShownLine saying(String sentence) {
        return new ShownLine(
                id,
                municipality,
                provider,
                product,
                end,
                situation,
                scenario,
                continuesUntil,
                reindicateBy,
                newProduct,
                providerChanges,
                viaExceptionContract,
                changeReason,
                newVolume,
                plannedIn,
                sentence);
    }
}

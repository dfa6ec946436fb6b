package nl.inkoopkompas.transition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one indication.
 *
 * @param scenario null where it does not run on the day of the switch
 * @param continuesUntil the last day on old terms; where it simply continues, its own last day
 * @param reindicateBy null where nothing has to be re-indicated
 * @param newProduct null where the re-indication decides, or where nothing follows
 * @param viaExceptionContract whether old terms run on with a provider that has no contract for the successor
 * @param changeReason the code RedenWijziging for back offices; null where nothing changes
 * @param newVolume the volume in units of the new product, where its unit differs
 * @param plannedIn the month in which it is re-indicated, as far as that fits
 */
public record Line(
        String id,
        int situation,
        @Nullable Scenario scenario,
        @Nullable LocalDate continuesUntil,
        @Nullable LocalDate reindicateBy,
        @Nullable String newProduct,
        boolean providerChanges,
        boolean viaExceptionContract,
        @Nullable String changeReason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal newVolume,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String plannedIn) {}

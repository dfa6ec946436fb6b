package nl.inkoopkompas.contracting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a provider is contracted.
 *
 * @param from the first day
 * @param to the last day; null while it is open
 * @param municipalities CBS codes; null for all of the region
 * @param places where the provider does the work, in words; empty where that does not matter
 * @param capacity how many clients at a time; null where that is unknown
 * @param clientStop null where new clients are welcome
 */
public record Terms(
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable List<String> municipalities,
        List<String> places,
        @Nullable Integer capacity,
        @Nullable ClientStop clientStop) {

    public Terms {
        municipalities = municipalities == null ? null : List.copyOf(municipalities);
        places = List.copyOf(places);
    }

    /** A period in which the provider takes no new clients; {@code to} is the last day, null while it goes on. */
    public record ClientStop(LocalDate from, @Nullable LocalDate to) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** From this day on, everywhere, with nothing known of the capacity. */
    public static Terms from(LocalDate day) {
        return new Terms(day, null, null, List.of(), null, null);
    }

    public boolean stopsClientsOn(LocalDate day) {
        return clientStop != null && clientStop.holdsOn(day);
    }

    boolean overlaps(Terms other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Terms other) {
        return other.to == null || !from.isAfter(other.to);
    }
}

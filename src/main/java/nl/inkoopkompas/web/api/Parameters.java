package nl.inkoopkompas.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of query parameters; a value that cannot be is refused by name. */
public final class Parameters {

    public static final int MAX_SIZE = 500;
    public static final String DEFAULT_SIZE = "50";
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    private Parameters() {}

    public static long page(String value) {
        long page = value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
        if (page < 1) {
            throw refused("page", "is een geheel getal vanaf 1", "is a whole number from 1");
        }
        return page;
    }

    public static int size(String value) {
        int size = value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
        if (size < 1 || size > MAX_SIZE) {
            throw refused(
                    "size",
                    "is een geheel getal van 1 tot en met " + MAX_SIZE,
                    "is a whole number from 1 to " + MAX_SIZE);
        }
        return size;
    }

    public static boolean truth(String name, String value) {
        return option(name, value, List.of("true", "false")).equals("true");
    }

    public static String option(String name, String value, Collection<String> options) {
        if (!options.contains(value)) {
            throw refused(name, "is een van " + String.join(", ", options), "is one of " + String.join(", ", options));
        }
        return value;
    }

    static List<String> options(String name, @Nullable String value, Collection<String> options) {
        return value == null ? List.of() : List.of(option(name, value, options));
    }

    /** The first moment of a day, or the moment itself. */
    static @Nullable Instant from(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return value.matches(DATE) ? day(name, value).atStartOfDay(ZONE).toInstant() : moment(name, value);
    }

    /** The first moment after a day, or after the moment itself. */
    static @Nullable Instant until(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return value.matches(DATE)
                ? day(name, value).plusDays(1).atStartOfDay(ZONE).toInstant()
                : moment(name, value).plus(1, ChronoUnit.MILLIS);
    }

    /** A day; today where none is given. */
    static LocalDate day(String name, @Nullable String value, LocalDate today) {
        if (value == null) {
            return today;
        }
        if (!value.matches(DATE)) {
            throw refused(name, "is een datum als 2024-04-01", "is a date as 2024-04-01");
        }
        return day(name, value);
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw refusedDate(name);
        }
    }

    private static Instant moment(String name, String value) {
        if (!value.matches(DATE + "T.{1,60}")) {
            throw refusedDate(name);
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw refusedDate(name);
        }
    }

    private static Refused refusedDate(String name) {
        return refused(
                name,
                "is een datum als 2024-04-01, of een tijdstip als 2024-04-01T09:30:00Z",
                "is a date as 2024-04-01, or a time as 2024-04-01T09:30:00Z");
    }

    static Refused refused(String name, String dutch, String english) {
        return Refused.invalid(
                "Parameter \"" + name + "\" " + dutch + ".", "Parameter \"" + name + "\" " + english + ".");
    }
}

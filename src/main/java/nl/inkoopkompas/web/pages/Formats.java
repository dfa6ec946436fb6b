package nl.inkoopkompas.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates and times as people write them, with spaces that do not break. */
public record Formats(Locale locale) {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final char UNBREAKABLE_SPACE = '\u00a0';

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** 20 november 2026. */
    public String date(LocalDate date) {
        return format("d MMMM yyyy", date);
    }

    /** 20 nov 2026. */
    public String shortDate(LocalDate date) {
        return format("d MMM yyyy", date).replace(".", "");
    }

    /** 20-11-2026. */
    String dayMonthYear(LocalDate date) {
        return format("d-M-yyyy", date);
    }

    /** 9.12. */
    public String time(Instant instant) {
        return format("H.mm", instant.atZone(ZONE));
    }

    private String format(String pattern, TemporalAccessor moment) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment).replace(' ', UNBREAKABLE_SPACE);
    }
}

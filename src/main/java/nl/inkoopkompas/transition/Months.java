package nl.inkoopkompas.transition;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months as numbers that follow each other. */
final class Months {

    private Months() {}

    static int of(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** The first month that begins on a day or after it. */
    static int firstFull(LocalDate day) {
        return day.getDayOfMonth() == 1 ? of(day) : of(day) + 1;
    }

    /** How many months begin on or after a day and end before another. */
    static int full(LocalDate from, LocalDate before) {
        return Math.max(0, of(before) - firstFull(from));
    }

    /** A month as {@code 2025-03}. */
    static String text(int month) {
        return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1)
                .toString();
    }
}

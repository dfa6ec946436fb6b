package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A small picture of when time alone makes a criterion met: positions on a line, and the dates beside them.
 *
 * @param window from where the rule looks back on the reference date, null where it does not
 */
record Timeline(List<Mark> events, @Nullable Mark window, Mark asOf, Mark metFrom) {

    private static final int LEFT = 40;
    private static final int RIGHT = 352;

    /** @param x position on a line of 392 wide */
    record Mark(int x, String date) {

        /** Which end of its text stands at the mark, so that it stays within the picture. */
        public String anchor() {
            return x < 90 ? "start" : x > 302 ? "end" : "middle";
        }
    }

    /** The width of the window that is looked back on. */
    public int windowWidth() {
        return window == null ? 0 : asOf.x - window.x;
    }

    static Optional<Timeline> of(Finding finding, LocalDate asOf, Formats formats) {
        var remedy = finding.remedy();
        if (remedy == null || remedy.metFrom() == null) {
            return Optional.empty();
        }
        var metFrom = remedy.metFrom();
        var events = finding.facts().stream()
                .flatMap(fact -> date(fact.value()).stream())
                .filter(date -> !date.isAfter(asOf))
                .distinct()
                .sorted()
                .toList();
        var window = windowStart(finding, asOf);
        var first = Stream.concat(events.stream(), Stream.concat(window.stream(), Stream.of(asOf)))
                .min(Comparator.naturalOrder())
                .orElse(asOf);
        var scale = new Scale(first, metFrom);
        return Optional.of(new Timeline(
                events.stream().map(date -> scale.mark(date, formats)).toList(),
                window.map(date -> scale.mark(date, formats)).orElse(null),
                scale.mark(asOf, formats),
                scale.mark(metFrom, formats)));
    }

    /** Where the one norm in years or months begins, counted back from the reference date. */
    private static Optional<LocalDate> windowStart(Finding finding, LocalDate asOf) {
        var starts = finding.norms().stream()
                .flatMap(norm -> norm.value() instanceof Number number && norm.unit() != null
                        ? switch (norm.unit()) {
                            case "years" -> Stream.of(asOf.minusYears(number.longValue()));
                            case "months" -> Stream.of(asOf.minusMonths(number.longValue()));
                            default -> Stream.<LocalDate>empty();
                        }
                        : Stream.<LocalDate>empty())
                .toList();
        return starts.size() == 1 ? Optional.of(starts.get(0)) : Optional.empty();
    }

    private static Optional<LocalDate> date(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return Optional.of(date);
        }
        return value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? Optional.of(LocalDate.parse(text))
                : Optional.empty();
    }

    private record Scale(LocalDate first, LocalDate last) {

        Mark mark(LocalDate date, Formats formats) {
            long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
            long position = ChronoUnit.DAYS.between(first, date) * (RIGHT - LEFT) / days;
            return new Mark(LEFT + (int) position, formats.dayMonthYear(date));
        }
    }
}

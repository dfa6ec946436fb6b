package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape;
import org.jspecify.annotations.Nullable;

/** Whether a date lies where it should, seen from the reference date. */
final class DateTest extends Test {

    enum Kind {
        /** Not after the reference date, and no longer ago than a number of years. */
        WITHIN_YEARS(true, false),
        /** Not after the reference date, and no longer ago than a number of months. */
        NOT_OLDER_THAN_MONTHS(true, true),
        /** Not after the reference date. */
        BEGUN(true, false),
        /** No longer ago than a number of years, or still to come. */
        ENDED_WITHIN_YEARS(false, false),
        /** The reference date or later. */
        NOT_PASSED(false, false);

        private final boolean notAfter;
        private final boolean months;

        Kind(boolean notAfter, boolean months) {
            this.notAfter = notAfter;
            this.months = months;
        }

        boolean holds(LocalDate date, LocalDate day, @Nullable Long term) {
            if (notAfter && date.isAfter(day)) {
                return false;
            }
            if (this == NOT_PASSED) {
                return !date.isBefore(day);
            }
            return term == null || !lapses(date, term).isBefore(day);
        }

        /** The last day on which a date still counts. */
        LocalDate lapses(LocalDate date, long term) {
            return months ? date.plusMonths(term) : date.plusYears(term);
        }

        /** The first date that counts on a day. */
        LocalDate first(LocalDate day, long term) {
            LocalDate date = months ? day.minusMonths(term) : day.minusYears(term);
            while (!lapses(date.minusDays(1), term).isBefore(day)) {
                date = date.minusDays(1);
            }
            while (lapses(date, term).isBefore(day)) {
                date = date.plusDays(1);
            }
            return date;
        }
    }

    private final Kind kind;
    private final @Nullable NormReference norm;

    DateTest(Path path, Kind kind, @Nullable NormReference norm) {
        super(path);
        this.kind = kind;
        this.norm = norm;
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.DATE;
    }

    @Override
    void bind(Binding binding) {
        super.bind(binding);
        if (norm == null) {
            return;
        }
        norm.bind(binding);
        binding.unit(norm, kind.months ? "months" : "years");
        for (Object value : norm.values()) {
            if (!(value instanceof Long term) || term < 0) {
                binding.problem("\"" + path().text() + "\" is compared with " + value + ", which is no whole number");
            }
        }
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        Norm term = norm == null ? null : norm.norm(scope);
        boolean unset = term != null && term.isUnset();
        if (!(leaf.value() instanceof LocalDate date)) {
            return Why.of(Truth.UNKNOWN, leaf, unset && norm != null ? norm.pickedBy(scope) : null, term);
        }
        Leaf handedIn = leaf.owner().handedIn();
        if (kind.notAfter && date.isAfter(scope.day())) {
            return later(scope, leaf, date, handedIn, term);
        }
        if (unset && norm != null) {
            // a date after the reference date would be out whatever the norm is
            return Why.of(
                    Truth.UNKNOWN,
                    kind.notAfter ? leaf : null,
                    kind.notAfter ? scope.asOf() : norm.pickedBy(scope),
                    term);
        }
        Long limit = term == null ? null : (Long) term.value();
        return Why.of(Truth.of(kind.holds(date, scope.day(), limit)), leaf, scope.asOf(), term);
    }

    /** A date after the reference date: it counts only for what was handed in later, on that date or after it. */
    private static Why later(Scope scope, Leaf leaf, LocalDate date, @Nullable Leaf handedIn, @Nullable Norm term) {
        if (handedIn == null) {
            return Why.of(Truth.FALSE, leaf, scope.asOf(), null);
        }
        Truth counts = Truth.of(!date.isAfter((LocalDate) Objects.requireNonNull(handedIn.value())));
        return Why.from(
                counts,
                Why.of(counts, leaf, scope.asOf(), counts == Truth.TRUE ? term : null),
                Why.of(counts, handedIn));
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        LocalDate day = scope.day();
        Long term = norm == null ? null : (Long) norm.norm(scope).value();
        if (!wanted) {
            return kind.notAfter ? List.of(day.plusDays(1)) : List.of(day.minusDays(1));
        }
        if (leaf.value() instanceof LocalDate date && kind.notAfter && term != null && !date.isAfter(day)) {
            return List.of(kind.first(day, term));
        }
        return List.of(day);
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        if (norm != null) {
            norm.turningDays(days);
        }
        if (!(path().leaf(scope).value() instanceof LocalDate date)) {
            return;
        }
        days.add(date);
        days.add(date.plusDays(1));
        if (norm != null) {
            for (Object term : norm.values()) {
                days.add(kind.lapses(date, (Long) term).plusDays(1));
            }
        }
    }

    @Override
    void survey(Survey survey) {
        if (norm != null) {
            norm.survey(survey);
        }
        survey.add(new Survey.Since(path().place(survey), this::parts));
    }

    private Collection<LocalDate> parts(LocalDate day) {
        List<LocalDate> parts = new ArrayList<>();
        if (kind.notAfter) {
            parts.add(day.plusDays(1));
        }
        if (kind == Kind.NOT_PASSED) {
            parts.add(day);
        }
        if (norm != null) {
            norm.values().forEach(term -> parts.add(kind.first(day, (Long) term)));
        }
        return parts;
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        List<Object> values = new ArrayList<>(List.of(day, day.plusDays(1), day.minusDays(1)));
        if (norm != null) {
            for (Object term : norm.values()) {
                LocalDate first = kind.first(day, (Long) term);
                values.add(first);
                values.add(first.minusDays(1));
            }
        }
        return values;
    }
}

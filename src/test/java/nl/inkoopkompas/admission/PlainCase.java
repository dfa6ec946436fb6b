package nl.inkoopkompas.admission;

import static nl.inkoopkompas.decision.algebra.Truth.FALSE;
import static nl.inkoopkompas.decision.algebra.Truth.TRUE;
import static nl.inkoopkompas.decision.algebra.Truth.UNKNOWN;

import java.time.LocalDate;
import java.util.Objects;
import nl.inkoopkompas.admission.PlainNorms.Whole;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.Truth;
import org.jspecify.annotations.Nullable;

/** One application under plain evaluation: questions about its fields, each of which leaves its trail. */
final class PlainCase {

    /** A question about an element of a list; null is an element that an unknown list might hold. */
    interface Question {
        Truth of(@Nullable Element element);
    }

    final PlainTrail trail = new PlainTrail();
    final Element request;
    final Element applicant;
    final LocalDate day;
    final String contract;
    private final int asOf;
    final int contractSlot;

    PlainCase(Element request, PlainSlots slots) {
        this.request = request;
        this.applicant = (Element) Objects.requireNonNull(request.get(slots.applicant));
        this.day = (LocalDate) Objects.requireNonNull(request.get(slots.asOf));
        this.contract = (String) Objects.requireNonNull(request.get(slots.contract));
        this.asOf = slots.asOf;
        this.contractSlot = slots.contract;
    }

    void citeDay() {
        trail.add(request, asOf);
    }

    void citeContract() {
        trail.add(request, contractSlot);
    }

    static Truth truth(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Truth and(Truth one, Truth other) {
        return one == FALSE || other == FALSE ? FALSE : one == UNKNOWN ? UNKNOWN : other;
    }

    @Nullable
    Object get(@Nullable Element element, int slot) {
        trail.add(element, slot);
        return element == null ? null : element.get(slot);
    }

    Truth is(@Nullable Element element, int slot, Object expected) {
        Object value = get(element, slot);
        return value == null ? UNKNOWN : truth(value.equals(expected));
    }

    /** Not after the reference date. */
    Truth begun(@Nullable Element element, int slot) {
        if (!(get(element, slot) instanceof LocalDate date)) {
            return UNKNOWN;
        }
        citeDay();
        return truth(!date.isAfter(day));
    }

    /** Not after the reference date, and at most some years ago. */
    Truth withinYears(@Nullable Element element, int slot, Whole years) {
        if (!(get(element, slot) instanceof LocalDate date)) {
            trail.add(years.norm());
            return UNKNOWN;
        }
        citeDay();
        if (date.isAfter(day)) {
            return FALSE;
        }
        trail.add(years.norm());
        return truth(!date.plusYears(years.value()).isBefore(day));
    }

    /** At most some years ago, or still to come. */
    Truth endedWithinYears(@Nullable Element element, int slot, Whole years) {
        trail.add(years.norm());
        if (!(get(element, slot) instanceof LocalDate date)) {
            return UNKNOWN;
        }
        citeDay();
        return truth(!date.plusYears(years.value()).isBefore(day));
    }

    /** Not after the reference date, and at most some months ago where there is a limit. */
    Truth withinMonths(@Nullable Element element, int slot, Norm months) {
        if (!(get(element, slot) instanceof LocalDate date)) {
            trail.add(months);
            return UNKNOWN;
        }
        citeDay();
        if (date.isAfter(day)) {
            return FALSE;
        }
        trail.add(months);
        return truth(!(months.value() instanceof Long limit)
                || !date.plusMonths(limit).isBefore(day));
    }

    Truth below(Element element, int slot, Whole limit) {
        Object value = get(element, slot);
        trail.add(limit.norm());
        return value == null ? UNKNOWN : truth((Long) value < limit.value());
    }

    Truth atLeast(@Nullable Element element, int slot, Whole limit) {
        Object value = get(element, slot);
        trail.add(limit.norm());
        return value == null ? UNKNOWN : truth((Long) value >= limit.value());
    }

    /** A part that fails says all; what the others left is dropped. */
    Truth alone(int start, int from) {
        trail.drop(start, from);
        return FALSE;
    }

    Truth any(Element owner, int list, Question question) {
        return elements(true, false, owner, list, question);
    }

    /** Whether any or every element suits; those that decide it are cited, else all of them and the list. */
    Truth elements(boolean any, boolean neverEmpty, Element owner, int slot, Question question) {
        int start = trail.mark();
        Truth decides = truth(any);
        if (!(owner.get(slot) instanceof Element[] list)) {
            Truth whatever = question.of(null);
            if (whatever != UNKNOWN && (neverEmpty || whatever != decides)) {
                return whatever;
            }
            trail.add(owner, slot);
            return UNKNOWN;
        }
        boolean hit = false;
        boolean open = false;
        for (Element element : list) {
            int mark = trail.mark();
            Truth truth = question.of(element);
            if (truth == decides) {
                if (!trail.touches(mark, element)) {
                    trail.add(element, 0);
                }
                if (!hit) {
                    trail.drop(start, mark);
                    hit = true;
                }
            } else if (hit) {
                trail.back(mark);
            } else {
                open |= truth == UNKNOWN;
            }
        }
        if (hit) {
            return decides;
        }
        trail.add(owner, slot);
        return open ? UNKNOWN : truth(!any);
    }
}

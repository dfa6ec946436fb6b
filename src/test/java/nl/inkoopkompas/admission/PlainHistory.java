package nl.inkoopkompas.admission;

import static nl.inkoopkompas.admission.PlainCase.and;
import static nl.inkoopkompas.admission.PlainCase.truth;
import static nl.inkoopkompas.decision.algebra.Truth.FALSE;
import static nl.inkoopkompas.decision.algebra.Truth.TRUE;
import static nl.inkoopkompas.decision.algebra.Truth.UNKNOWN;

import java.util.List;
import java.util.Objects;
import nl.inkoopkompas.admission.PlainNorms.Product;
import nl.inkoopkompas.admission.PlainNorms.Window;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.Truth;
import org.jspecify.annotations.Nullable;

/** By hand: the entry window and what lies behind an applicant. */
final class PlainHistory {

    private final PlainCase the;
    private final PlainTrail trail;
    private final PlainSlots slots;
    private final PlainNorms norms;

    PlainHistory(PlainCase the, PlainSlots slots, PlainNorms norms) {
        this.the = the;
        this.trail = the.trail;
        this.slots = slots;
        this.norms = norms;
    }

    Verdict entryWindow(Element product, Product norm) {
        Norm entry = norms.contracts.get(the.contract).entry;
        the.citeContract();
        trail.add(entry);
        if (entry.value() == null) {
            window(product, norm, false);
            return Verdict.UNDETERMINED;
        }
        if (entry.value().equals("INVITATION")) {
            return Verdict.NOT_APPLICABLE;
        }
        if (entry.value().equals("CLOSED")) {
            return Verdict.NOT_MET;
        }
        Truth open = window(product, norm, true);
        return open == TRUE ? Verdict.MET : open == FALSE ? Verdict.NOT_MET : Verdict.UNDETERMINED;
    }

    private Truth window(Element product, Product norm, boolean required) {
        Truth open = windows(norm.windows, product);
        if (open == FALSE && required && norm.windows.isEmpty()) {
            trail.add(norms.noWindow);
            return UNKNOWN;
        }
        return open;
    }

    /** Windows of a product, or of a contract where there is none. */
    private Truth windows(List<Window> windows, @Nullable Element product) {
        boolean held = false;
        boolean all = false;
        boolean dated = false;
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            dated |= window.from() != null || window.to() != null;
            if (window.holds(the.day)) {
                held = true;
                all |= window.wholeContract();
            }
        }
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            if (!held || window.holds(the.day)) {
                trail.add(window.norm());
            }
        }
        the.citeContract();
        if (!(held && all)) {
            trail.add(product, slots.code);
        }
        if (held || dated) {
            the.citeDay();
        }
        return truth(held);
    }

    Verdict reEntryBan() {
        trail.add(norms.banReading);
        boolean reopening = "REOPENING_SAME_CONTRACT".equals(norms.banReading.value());
        Truth banned = reopening ? reopenedAndLost() : the.any(the.applicant, slots.events, this::dissolvedHere);
        return banned == TRUE ? Verdict.NOT_MET : banned == FALSE ? Verdict.MET : Verdict.UNDETERMINED;
    }

    private Truth reopenedAndLost() {
        int start = trail.mark();
        if (windows(norms.contracts.get(the.contract).reopened, null) == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        if (reopenedProduct() == FALSE) {
            return the.alone(start, mark);
        }
        mark = trail.mark();
        Truth lost = the.any(the.applicant, slots.events, this::dissolvedSame);
        return lost == FALSE ? the.alone(start, mark) : lost;
    }

    private Truth reopenedProduct() {
        int start = trail.mark();
        boolean hit = false;
        for (Element product : (Element[]) Objects.requireNonNull(the.request.get(slots.products))) {
            int mark = trail.mark();
            Product norm = norms.products.get(product.get(slots.code));
            if (windows(norm.reopened, product) == TRUE) {
                if (!trail.touches(mark, product)) {
                    trail.add(product, 0);
                }
                if (!hit) {
                    trail.drop(start, mark);
                    hit = true;
                }
            } else if (hit) {
                trail.back(mark);
            }
        }
        return truth(hit);
    }

    private Truth dissolved(@Nullable Element event, int start) {
        Truth all = the.is(event, slots.eventKind, "DISSOLVED");
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth begun = the.begun(event, slots.eventDate);
        return begun == FALSE ? the.alone(start, mark) : and(all, begun);
    }

    private Truth dissolvedHere(@Nullable Element event) {
        int start = trail.mark();
        Truth all = dissolved(event, start);
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth here = the.is(event, slots.eventHere, true);
        return here == FALSE ? the.alone(start, mark) : and(all, here);
    }

    private Truth dissolvedSame(@Nullable Element event) {
        int start = trail.mark();
        Truth all = dissolved(event, start);
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        the.citeContract();
        Truth same = the.is(event, slots.eventContract, the.contract);
        if (same == FALSE) {
            return the.alone(start, mark);
        }
        mark = trail.mark();
        Truth theirs = the.is(event, slots.eventInitiative, "COMMISSIONER");
        return theirs == FALSE ? the.alone(start, mark) : and(and(all, same), theirs);
    }

    Verdict negativeExperience() {
        int start = trail.mark();
        Truth lost = the.any(the.applicant, slots.events, this::lost);
        if (lost == FALSE) {
            return Verdict.MET;
        }
        int mark = trail.mark();
        Truth unimproved = the.any(the.applicant, slots.events, this::unimproved);
        if (unimproved == TRUE) {
            trail.drop(start, mark);
            return Verdict.NOT_MET;
        }
        return lost == TRUE && unimproved == FALSE ? Verdict.JUDGEMENT : Verdict.UNDETERMINED;
    }

    private Truth lost(@Nullable Element event) {
        int start = trail.mark();
        Truth recent = the.withinYears(event, slots.eventDate, norms.lostYears);
        if (recent == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth refused = the.is(event, slots.eventKind, "REFUSED");
        if (refused == TRUE) {
            return recent;
        }
        int next = trail.mark();
        trail.add(norms.ownNotice);
        if (Boolean.TRUE.equals(norms.ownNotice.value())) {
            trail.drop(mark, next);
            return recent;
        }
        next = trail.mark();
        Truth theirs = the.is(event, slots.eventInitiative, "COMMISSIONER");
        if (theirs == TRUE) {
            trail.drop(mark, next);
            return recent;
        }
        return refused == FALSE && theirs == FALSE ? the.alone(start, mark) : UNKNOWN;
    }

    private Truth unimproved(@Nullable Element event) {
        int start = trail.mark();
        Truth all = lost(event);
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth nothing =
                the.get(event, slots.eventImprovements) instanceof Element[] list ? truth(list.length == 0) : UNKNOWN;
        return nothing == FALSE ? the.alone(start, mark) : and(all, nothing);
    }

    Verdict administrativeMeasure() {
        Truth imposed = the.any(the.applicant, slots.measures, this::imposed);
        return imposed == TRUE ? Verdict.NOT_MET : imposed == FALSE ? Verdict.MET : Verdict.UNDETERMINED;
    }

    private Truth imposed(@Nullable Element measure) {
        int start = trail.mark();
        Truth all = the.is(measure, slots.measureKind, "ADMINISTRATIVE");
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth next = the.withinYears(measure, slots.measureDate, norms.measureYears);
        if (next == FALSE) {
            return the.alone(start, mark);
        }
        all = and(all, next);
        mark = trail.mark();
        Object status = the.get(measure, slots.measureStatus);
        if (status != null && (status.equals("SUSPENDED") || status.equals("WITHDRAWN"))) {
            return the.alone(start, mark);
        }
        all = and(all, status == null ? UNKNOWN : TRUE);
        mark = trail.mark();
        next = the.is(measure, slots.measureHere, true);
        return next == FALSE ? the.alone(start, mark) : and(all, next);
    }

    Verdict experience(Element product, Product norm) {
        trail.add(product, slots.code);
        Truth isNew = norm.isNew.value() instanceof Boolean value ? truth(value) : UNKNOWN;
        int mark = trail.mark();
        trail.add(norm.isNew);
        if (isNew != FALSE) {
            trail.add(norm.predecessor);
            if (norm.predecessor.value() != null) {
                trail.back(mark);
                trail.add(norm.predecessor);
                isNew = FALSE;
            }
        }
        if (isNew == TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth enough = trajectories(product, norm);
        if (isNew == UNKNOWN || enough == UNKNOWN) {
            return Verdict.UNDETERMINED;
        }
        return enough == TRUE ? Verdict.MET : Verdict.NOT_MET;
    }

    /** The code of the product has been cited. */
    private Truth trajectories(Element product, Product norm) {
        trail.add(norm.minTrajectories);
        if (!(norm.minTrajectories.value() instanceof Long minimum)) {
            return UNKNOWN;
        }
        if (!(product.get(slots.experience) instanceof Element[] list)) {
            if (minimum <= 0) {
                return TRUE;
            }
            trail.add(product, slots.experience);
            return UNKNOWN;
        }
        PlainTrail sure = new PlainTrail();
        int start = trail.mark();
        long least = 0;
        long most = 0;
        boolean endless = false;
        for (Element done : list) {
            Object number = done.get(slots.trajectories);
            int mark = trail.mark();
            if (number != null && (Long) number == 0) {
                trail.add(done, slots.trajectories);
                continue;
            }
            Truth counts = counts(done);
            if (counts == FALSE) {
                continue;
            }
            trail.add(done, slots.trajectories);
            if (number == null) {
                endless = true;
                continue;
            }
            most += (Long) number;
            if (counts == TRUE) {
                least += (Long) number;
                sure.append(trail, mark, trail.mark());
            }
        }
        if (least >= minimum) {
            trail.back(start);
            trail.append(sure, 0, sure.mark());
            return TRUE;
        }
        trail.add(product, slots.experience);
        return endless || most >= minimum ? UNKNOWN : FALSE;
    }

    private Truth counts(Element done) {
        int start = trail.mark();
        Truth all = inTime(done, start);
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth next = the.is(done, slots.independently, true);
        if (next == FALSE) {
            return the.alone(start, mark);
        }
        all = and(all, next);
        mark = trail.mark();
        next = the.is(done, slots.satisfaction, true);
        if (next == FALSE) {
            return the.alone(start, mark);
        }
        all = and(all, next);
        mark = trail.mark();
        next = the.is(done, slots.statement, true);
        return next == FALSE ? the.alone(start, mark) : and(all, next);
    }

    private Truth inTime(Element done, int start) {
        if (!"CARRIED_OUT".equals(norms.experienceReading.value())) {
            trail.add(norms.experienceReading);
            return the.withinYears(done, slots.to, norms.experienceYears);
        }
        Truth begun = the.begun(done, slots.from);
        int mark = trail.mark();
        if (begun != FALSE) {
            Truth ended = the.endedWithinYears(done, slots.to, norms.experienceYears);
            if (ended == FALSE) {
                the.alone(start, mark);
            }
            begun = and(begun, ended);
        }
        trail.add(norms.experienceReading);
        return begun;
    }
}

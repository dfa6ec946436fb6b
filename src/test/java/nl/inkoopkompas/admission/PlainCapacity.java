package nl.inkoopkompas.admission;

import static nl.inkoopkompas.admission.PlainCase.and;
import static nl.inkoopkompas.admission.PlainCase.truth;
import static nl.inkoopkompas.decision.algebra.Truth.FALSE;
import static nl.inkoopkompas.decision.algebra.Truth.TRUE;
import static nl.inkoopkompas.decision.algebra.Truth.UNKNOWN;

import java.math.BigDecimal;
import nl.inkoopkompas.admission.PlainNorms.Product;
import nl.inkoopkompas.admission.PlainNorms.Ratio;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.Truth;
import org.jspecify.annotations.Nullable;

/** By hand: what an applicant has, in money, people, insurance and housing. */
final class PlainCapacity {

    private final PlainCase the;
    private final PlainTrail trail;
    private final PlainSlots slots;
    private final PlainNorms norms;
    private final PlainTrail microTrail = new PlainTrail();
    private @Nullable Truth micro;
    private int level;
    private @Nullable Norm minLevel;

    PlainCapacity(PlainCase the, PlainSlots slots, PlainNorms norms) {
        this.the = the;
        this.trail = the.trail;
        this.slots = slots;
        this.norms = norms;
    }

    Verdict financialHealth() {
        Element applicant = the.applicant;
        if (!(applicant.get(slots.accounts) instanceof Element[] all)) {
            trail.add(applicant, slots.accounts);
            return Verdict.UNDETERMINED;
        }
        int last = the.day.getYear() - (the.day.getMonthValue() >= norms.accountsDue.value() ? 1 : 2);
        Element[] judged = new Element[(int) norms.accountYears.value()];
        boolean gap = false;
        for (int i = 0; i < judged.length; i++) {
            for (Element account : all) {
                if (account.get(slots.year) instanceof Long year && year == last - i) {
                    judged[i] = account;
                }
            }
            gap |= judged[i] == null;
        }
        trail.add(norms.accountYears.norm());
        trail.add(norms.accountsDue.norm());
        the.citeDay();
        Truth weak = solvent(judged, norms.lower, false);
        if (weak == TRUE) {
            return Verdict.NOT_MET;
        }
        calendar(all, judged, gap);
        Truth strong = solvent(judged, norms.upper, true);
        if (strong != FALSE) {
            calendar(all, judged, gap);
        }
        if (weak == UNKNOWN || strong == UNKNOWN) {
            return Verdict.UNDETERMINED;
        }
        return strong == TRUE ? Verdict.MET : Verdict.JUDGEMENT;
    }

    private void calendar(Element[] all, Element[] judged, boolean gap) {
        for (Element account : gap ? all : judged) {
            trail.add(account, slots.year);
        }
        if (gap) {
            trail.add(the.applicant, slots.accounts);
        }
    }

    /** Every one at least a bound, or any one below it. */
    private Truth solvent(Element[] judged, Ratio bound, boolean every) {
        int start = trail.mark();
        Truth decides = truth(!every);
        boolean hit = false;
        boolean open = false;
        for (Element account : judged) {
            if (account == null) {
                if (!hit) {
                    trail.add(the.applicant, slots.accounts);
                }
                open = true;
                continue;
            }
            int mark = trail.mark();
            Truth truth = ratio(account, bound);
            if (!every && truth != UNKNOWN) {
                truth = truth(truth == FALSE);
            }
            if (truth == decides) {
                if (!hit) {
                    trail.drop(start, mark);
                    hit = true;
                }
                trail.add(account, slots.year);
            } else if (hit) {
                trail.back(mark);
            } else {
                open |= truth == UNKNOWN;
            }
        }
        return hit ? decides : open ? UNKNOWN : truth(every);
    }

    private Truth ratio(Element account, Ratio bound) {
        Object equity = account.get(slots.equity);
        Object assets = account.get(slots.assets);
        trail.add(bound.norm());
        if (equity == null || assets == null) {
            if (equity == null) {
                trail.add(account, slots.equity);
            }
            if (assets == null) {
                trail.add(account, slots.assets);
            }
            return UNKNOWN;
        }
        trail.add(account, slots.equity);
        trail.add(account, slots.assets);
        return truth(bound.isReachedBy((Long) equity, (Long) assets));
    }

    Verdict competentStaff(Element of, Product norm) {
        minLevel = norm.minLevel;
        level = norm.level;
        boolean sized = norm.fte != null;
        int start = trail.mark();
        Truth sum = fte(of, norm);
        int mark = trail.mark();
        Truth any = the.any(of, slots.staff, member -> qualified(of, member));
        Truth enough = sum;
        if (sum != any || sum == UNKNOWN) {
            if (sized) {
                trail.back(mark);
            } else {
                trail.drop(start, mark);
                enough = any;
            }
        }
        trail.add(of, slots.code);
        trail.add(norm.minFte);
        if (enough == UNKNOWN) {
            return Verdict.UNDETERMINED;
        }
        return enough == FALSE ? Verdict.NOT_MET : sized ? Verdict.MET : Verdict.JUDGEMENT;
    }

    /** The code of the product is cited with the verdict. */
    private Truth fte(Element of, Product norm) {
        trail.add(norm.minFte);
        BigDecimal minimum = norm.fte;
        if (minimum == null) {
            return UNKNOWN;
        }
        if (!(of.get(slots.staff) instanceof Element[] list)) {
            if (minimum.signum() <= 0) {
                return TRUE;
            }
            trail.add(of, slots.staff);
            return UNKNOWN;
        }
        PlainTrail sure = new PlainTrail();
        int start = trail.mark();
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        boolean endless = false;
        for (Element member : list) {
            Object value = member.get(slots.fte);
            BigDecimal number = value == null ? null : PlainNorms.decimal(value);
            int mark = trail.mark();
            if (number != null && number.signum() == 0) {
                trail.add(member, slots.fte);
                continue;
            }
            Truth counts = qualified(of, member);
            if (counts == FALSE) {
                continue;
            }
            trail.add(member, slots.fte);
            if (number == null) {
                endless = true;
                continue;
            }
            most = most.add(number);
            if (counts == TRUE) {
                least = least.add(number);
                sure.append(trail, mark, trail.mark());
            }
        }
        if (least.compareTo(minimum) >= 0) {
            trail.back(start);
            trail.append(sure, 0, sure.mark());
            return TRUE;
        }
        trail.add(of, slots.staff);
        return endless || most.compareTo(minimum) >= 0 ? UNKNOWN : FALSE;
    }

    private Truth qualified(Element of, @Nullable Element member) {
        trail.add(minLevel);
        if (level == 0) {
            trail.add(of, slots.code);
            return TRUE;
        }
        Object value = member == null ? null : member.get(slots.qualification);
        if (level < 0) {
            trail.add(of, slots.code);
            if (value == null) {
                trail.add(member, slots.qualification);
            }
            return UNKNOWN;
        }
        trail.add(member, slots.qualification);
        if (value == null) {
            return UNKNOWN;
        }
        trail.add(of, slots.code);
        return truth(slots.levels.indexOf(value) >= level);
    }

    Verdict volunteerPolicy() {
        Truth exempt = the.is(the.applicant, slots.usesVolunteers, false);
        if (exempt != TRUE) {
            Truth small = micro();
            if (small == TRUE) {
                trail.back(0);
            }
            trail.append(microTrail, 0, microTrail.mark());
            exempt = small == TRUE ? TRUE : exempt == FALSE && small == FALSE ? FALSE : UNKNOWN;
        }
        if (exempt == TRUE) {
            return Verdict.NOT_APPLICABLE;
        }
        Truth policy = the.is(the.applicant, slots.volunteerPolicy, true);
        if (policy == TRUE) {
            return Verdict.MET;
        }
        return exempt == FALSE && policy == FALSE ? Verdict.NOT_MET : Verdict.UNDETERMINED;
    }

    /** Whether it is a micro-enterprise; its trail is kept apart, since two criteria use it. */
    private Truth micro() {
        Truth known = micro;
        if (known != null) {
            return known;
        }
        int start = trail.mark();
        Truth small = the.below(the.applicant, slots.employees, norms.microEmployees);
        if (small != FALSE) {
            int mark = trail.mark();
            boolean either = "EITHER".equals(norms.microReading.value());
            Truth decides = truth(either);
            Truth money = the.below(the.applicant, slots.turnover, norms.microAmount);
            if (money != decides) {
                int next = trail.mark();
                Truth balance = the.below(the.applicant, slots.balance, norms.microAmount);
                if (balance == decides) {
                    trail.drop(mark, next);
                    money = decides;
                } else if (balance == UNKNOWN) {
                    money = UNKNOWN;
                }
            }
            trail.add(norms.microReading);
            if (money == FALSE) {
                the.alone(start, mark);
            }
            small = and(small, money);
        }
        microTrail.append(trail, start, trail.mark());
        trail.back(start);
        micro = small;
        return small;
    }

    Verdict insurance() {
        return verdict(the.any(the.applicant, slots.insurances, this::insured));
    }

    private Truth insured(@Nullable Element insurance) {
        int start = trail.mark();
        Truth amount = sums(insurance, 0);
        int mark = trail.mark();
        Truth other = sums(insurance, 1);
        if (amount != other || amount == UNKNOWN) {
            Truth small = micro();
            if (small == TRUE) {
                trail.back(mark);
            } else if (small == FALSE) {
                trail.drop(start, mark);
                amount = other;
            } else {
                amount = UNKNOWN;
            }
            trail.append(microTrail, 0, microTrail.mark());
        }
        if (amount == FALSE) {
            return FALSE;
        }
        mark = trail.mark();
        Truth proof = the.is(insurance, slots.proof, true);
        return proof == FALSE ? the.alone(start, mark) : and(amount, proof);
    }

    private Truth sums(@Nullable Element insurance, int size) {
        int start = trail.mark();
        Truth event = the.atLeast(insurance, slots.perEvent, norms.perEvent[size]);
        if (event == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth year = the.atLeast(insurance, slots.perYear, norms.perYear[size]);
        return year == FALSE ? the.alone(start, mark) : and(event, year);
    }

    Verdict housing() {
        Truth available = the.is(the.applicant, slots.housing, true);
        if (available == TRUE) {
            return Verdict.MET;
        }
        trail.add(norms.housingMissing);
        if (available == UNKNOWN) {
            return Verdict.UNDETERMINED;
        }
        return "JUDGEMENT".equals(norms.housingMissing.value()) ? Verdict.JUDGEMENT : Verdict.NOT_MET;
    }

    static Verdict verdict(Truth met) {
        return met == TRUE ? Verdict.MET : met == FALSE ? Verdict.NOT_MET : Verdict.UNDETERMINED;
    }
}

package nl.inkoopkompas.admission;

import static nl.inkoopkompas.admission.PlainCase.and;
import static nl.inkoopkompas.admission.PlainCase.truth;
import static nl.inkoopkompas.decision.algebra.Truth.FALSE;
import static nl.inkoopkompas.decision.algebra.Truth.TRUE;
import static nl.inkoopkompas.decision.algebra.Truth.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.admission.PlainNorms.Contract;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.Truth;
import org.jspecify.annotations.Nullable;

/** By hand: the memberships, certificates and declarations of an applicant. */
final class PlainPapers {

    private final PlainCase the;
    private final PlainTrail trail;
    private final PlainSlots slots;
    private final PlainNorms norms;
    private @Nullable Element director;

    PlainPapers(PlainCase the, PlainSlots slots, PlainNorms norms) {
        this.the = the;
        this.trail = the.trail;
        this.slots = slots;
        this.norms = norms;
    }

    Verdict association() {
        int start = trail.mark();
        Contract contract = norms.contracts.get(the.contract);
        if (!(the.applicant.get(slots.memberships) instanceof Element[] list)) {
            the.citeContract();
            trail.add(the.applicant, slots.memberships);
            return Verdict.UNDETERMINED;
        }
        if (list.length == 0) {
            trail.add(the.applicant, slots.memberships);
            return Verdict.NOT_MET;
        }
        boolean hit = false;
        for (Element membership : list) {
            Object name = membership.get(0);
            List<Norm> rows = contract.associations.get(name);
            if (rows != null) {
                if (!hit) {
                    trail.back(start);
                    hit = true;
                }
                for (int i = 0; i < rows.size(); i++) {
                    trail.add(rows.get(i));
                }
                trail.add(membership, 0);
                if (!contract.ofEveryContract.get(name)) {
                    the.citeContract();
                }
            } else if (!hit) {
                trail.add(membership, 0);
            }
        }
        if (!hit) {
            the.citeContract();
            trail.add(the.applicant, slots.memberships);
        }
        return hit ? Verdict.MET : Verdict.JUDGEMENT;
    }

    Verdict certificateOfConduct() {
        int start = trail.mark();
        Truth entity = the.is(the.applicant, slots.legalForm, "EENMANSZAAK");
        if (entity != TRUE) {
            int mark = trail.mark();
            Truth held = the.any(the.applicant, slots.conduct, this::ofEntity);
            if (held == TRUE) {
                trail.drop(start, mark);
                entity = TRUE;
            } else if (held == UNKNOWN) {
                entity = UNKNOWN;
            }
            if (entity == FALSE) {
                return Verdict.NOT_MET;
            }
        }
        int mark = trail.mark();
        Truth all = the.elements(false, true, the.applicant, slots.directors, this::hasCertificate);
        if (all == FALSE) {
            trail.drop(start, mark);
            return Verdict.NOT_MET;
        }
        return and(entity, all) == TRUE ? Verdict.MET : Verdict.UNDETERMINED;
    }

    private Truth ofEntity(@Nullable Element certificate) {
        int start = trail.mark();
        Truth all = the.is(certificate, slots.conductSubject, "LEGAL_ENTITY");
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Truth next = the.withinMonths(certificate, slots.conductDate, norms.conductAge);
        return next == FALSE ? the.alone(start, mark) : and(all, next);
    }

    private Truth hasCertificate(@Nullable Element of) {
        director = of;
        return the.any(the.applicant, slots.conduct, this::ofDirector);
    }

    private Truth ofDirector(@Nullable Element certificate) {
        int start = trail.mark();
        Truth all = the.is(certificate, slots.conductSubject, "DIRECTOR");
        if (all == FALSE) {
            return FALSE;
        }
        int mark = trail.mark();
        Object holder = the.get(certificate, slots.conductHolder);
        Object expected = the.get(director, 0);
        if (holder == null || expected == null) {
            all = UNKNOWN;
        } else if (!holder.equals(expected)) {
            return the.alone(start, mark);
        }
        mark = trail.mark();
        Truth next = the.withinMonths(certificate, slots.conductDate, norms.conductAge);
        return next == FALSE ? the.alone(start, mark) : and(all, next);
    }

    Verdict procurementDeclaration() {
        return PlainCapacity.verdict(the.any(
                the.applicant,
                slots.declarations,
                declaration -> the.withinMonths(declaration, slots.declarationDate, norms.declarationAge)));
    }

    Verdict qualityCertificate() {
        int start = trail.mark();
        Truth listed = the.any(the.applicant, slots.quality, this::listed);
        if (listed == TRUE) {
            return Verdict.MET;
        }
        int mark = trail.mark();
        Truth valid = the.any(the.applicant, slots.quality, this::valid);
        if (listed == FALSE && valid == FALSE) {
            trail.drop(start, mark);
            return Verdict.NOT_MET;
        }
        return listed == FALSE && valid == TRUE ? Verdict.JUDGEMENT : Verdict.UNDETERMINED;
    }

    private Truth valid(@Nullable Element certificate) {
        if (!(the.get(certificate, slots.validUntil) instanceof LocalDate until)) {
            return UNKNOWN;
        }
        the.citeDay();
        return truth(!until.isBefore(the.day));
    }

    private Truth listed(@Nullable Element certificate) {
        int start = trail.mark();
        Truth valid = valid(certificate);
        if (valid == FALSE || certificate == null) {
            return valid;
        }
        int mark = trail.mark();
        Norm row = norms.schemes.get(the.get(certificate, slots.scheme));
        if (row == null) {
            return the.alone(start, mark);
        }
        trail.add(row);
        return valid;
    }
}

package nl.inkoopkompas.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.admission.PlainNorms.Applies;
import nl.inkoopkompas.admission.PlainNorms.Product;
import nl.inkoopkompas.admission.PlainTrail.PlainFinding;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * The fourteen criteria of admission by hand, for speed: the yardstick that the engine is measured against, not the
 * product. It reads the same requests and norms, and yields the same verdicts, for more than nine in ten findings with
 * the same facts and norms, else with a few more ({@link PlainAdmissionTests}), and nothing else: no reasons, sources,
 * remedies or texts. It is frozen: whoever makes it faster or slower changes every ratio that was reported. It knows
 * only parameters that do not change in time.
 */
final class PlainAdmission {

    private static final String[] CRITERIA = ReferenceAdmission.CRITERIA.toArray(String[]::new);

    private final PlainSlots slots;
    private final PlainNorms norms;
    private final List<Map<String, Applies>> applies = new ArrayList<>();
    private final @Nullable Applies[] everywhere = new Applies[CRITERIA.length];

    PlainAdmission(RuleBook book) {
        slots = new PlainSlots(book.policy(AdmissionType.ID).schema());
        norms = new PlainNorms(book, slots.levels);
        for (int i = 0; i < CRITERIA.length; i++) {
            applies.add(norms.applies.get(CRITERIA[i]));
            everywhere[i] = applies.get(i).get(Table.ANY);
        }
    }

    /** One finding for each criterion and subject, in order. */
    List<PlainFinding> judge(Element request) {
        PlainCase the = new PlainCase(request, slots);
        Element[] products = (Element[]) Objects.requireNonNull(request.get(slots.products));
        PlainHistory history = new PlainHistory(the, slots, norms);
        PlainCapacity capacity = new PlainCapacity(the, slots, norms);
        PlainPapers papers = new PlainPapers(the, slots, norms);
        List<PlainFinding> findings = new ArrayList<>(11 + 3 * products.length);
        for (int i = 0; i < CRITERIA.length; i++) {
            if (i == 0 || i == 3 || i == 8) {
                for (int k = 0; k < products.length; k++) {
                    findings.add(finding(the, history, capacity, papers, i, products[k], k));
                }
            } else {
                findings.add(finding(the, history, capacity, papers, i, the.applicant, -1));
            }
        }
        return findings;
    }

    private PlainFinding finding(
            PlainCase the,
            PlainHistory history,
            PlainCapacity capacity,
            PlainPapers papers,
            int criterion,
            Element subject,
            int product) {
        Applies row = everywhere[criterion];
        boolean picked = row == null;
        if (row == null) {
            row = Objects.requireNonNull(applies.get(criterion).get(the.contract));
        }
        Verdict verdict =
                row.applies() ? judge(history, capacity, papers, criterion, subject, product) : Verdict.NOT_APPLICABLE;
        if (picked) {
            the.citeContract();
        }
        if (picked || !row.applies()) {
            the.trail.add(row.norm());
        }
        if (verdict == Verdict.JUDGEMENT) {
            verdict = judged(the, criterion, product);
        }
        if (verdict == Verdict.NOT_MET && row.remediable()) {
            verdict = answered(the, criterion, product);
        }
        return the.trail.finding(CRITERIA[criterion], subject, verdict);
    }

    private Verdict judge(
            PlainHistory history,
            PlainCapacity capacity,
            PlainPapers papers,
            int criterion,
            Element subject,
            int product) {
        return switch (criterion) {
            case 0 -> history.entryWindow(subject, norms(subject));
            case 1 -> history.reEntryBan();
            case 2 -> history.negativeExperience();
            case 3 -> history.experience(subject, norms(subject));
            case 4 -> history.administrativeMeasure();
            case 5 -> capacity.financialHealth();
            case 6 -> papers.association();
            case 7 -> papers.certificateOfConduct();
            case 8 -> capacity.competentStaff(subject, norms(subject));
            case 9 -> papers.procurementDeclaration();
            case 10 -> capacity.volunteerPolicy();
            case 11 -> capacity.insurance();
            case 12 -> papers.qualityCertificate();
            default -> capacity.housing();
        };
    }

    private Product norms(Element product) {
        return norms.products.get(product.get(slots.code));
    }

    private Verdict judged(PlainCase the, int criterion, int product) {
        Element act = act(the, slots.judgements, slots.actCriterion, slots.actSubject, criterion, product);
        if (act == null) {
            return Verdict.JUDGEMENT;
        }
        return Boolean.TRUE.equals(the.get(act, slots.actAccepted)) ? Verdict.MET : Verdict.NOT_MET;
    }

    private Verdict answered(PlainCase the, int criterion, int product) {
        Element act = act(the, slots.responses, slots.responseCriterion, slots.responseSubject, criterion, product);
        if (act == null || "LAPSED".equals(the.get(act, slots.responseKind))) {
            return Verdict.NOT_MET;
        }
        return Boolean.TRUE.equals(the.get(act, slots.responseAccepted)) ? Verdict.REMEDIED : Verdict.NOT_MET;
    }

    /** The first act on a finding; null where there is none. */
    private static @Nullable Element act(PlainCase the, int list, int about, int on, int criterion, int product) {
        if (the.request.get(list) instanceof Element[] acts) {
            for (Element act : acts) {
                boolean sameCriterion = CRITERIA[criterion].equals(act.get(about));
                boolean sameSubject = sameCriterion && isSubject((String) act.get(on), product);
                if (sameCriterion) {
                    the.trail.add(act, on);
                }
                if (!sameCriterion || sameSubject) {
                    the.trail.add(act, about);
                }
                if (sameSubject) {
                    return act;
                }
            }
        }
        the.trail.add(the.request, list);
        return null;
    }

    private static boolean isSubject(@Nullable String pointer, int product) {
        return product < 0 ? ReferenceAdmission.APPLICANT.equals(pointer) : ("/products/" + product).equals(pointer);
    }
}

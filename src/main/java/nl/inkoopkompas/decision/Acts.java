package nl.inkoopkompas.decision;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.decision.Judged.Answer;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * What people did in the procedure: judgements answer a question that a rule asked, responses answer a shortcoming
 * after a hearing. The first act on a finding counts; one with nothing to act on changes nothing and is named as
 * unused.
 */
final class Acts {

    private final Element request;
    private final boolean[] judgementUsed;
    private final boolean[] responseUsed;
    private final @Nullable Field judgements;
    private final @Nullable Field responses;

    Acts(Element request) {
        this.request = request;
        this.judgements = request.shape().field("judgements");
        this.responses = request.shape().field("responses");
        this.judgementUsed = new boolean[list(judgements).length];
        this.responseUsed = new boolean[list(responses).length];
    }

    private Element[] list(@Nullable Field field) {
        return field == null ? new Element[0] : request.list(field);
    }

    List<Judged> applyTo(List<Judged> findings) {
        List<Judged> after = new ArrayList<>(findings.size());
        for (Judged finding : findings) {
            after.add(answered(judged(finding)));
        }
        return after;
    }

    /** Pointers of the acts that had nothing to act on. */
    List<String> unused() {
        List<String> unused = new ArrayList<>();
        addUnused(judgements, judgementUsed, unused);
        addUnused(responses, responseUsed, unused);
        return unused;
    }

    private void addUnused(@Nullable Field field, boolean[] used, List<String> unused) {
        Element[] acts = list(field);
        for (int i = 0; i < acts.length; i++) {
            if (!used[i]) {
                unused.add(acts[i].pointer());
            }
        }
    }

    private Judged judged(Judged finding) {
        if (finding.verdict() != Verdict.JUDGEMENT || judgements == null) {
            return finding;
        }
        int at = find(judgements, finding);
        if (at < 0) {
            return finding;
        }
        judgementUsed[at] = true;
        boolean accepted = Boolean.TRUE.equals(accepted(list(judgements)[at], finding));
        return finding.after(accepted ? Verdict.MET : Verdict.NOT_MET, Answer.JUDGED);
    }

    private Judged answered(Judged finding) {
        if (finding.verdict() != Verdict.NOT_MET || !finding.remediable() || responses == null) {
            return finding;
        }
        int at = find(responses, finding);
        if (at < 0) {
            return finding;
        }
        Element response = list(responses)[at];
        Field kind = response.shape().require("kind");
        boolean lapsed = "LAPSED".equals(response.get(kind));
        Boolean accepted = lapsed ? null : accepted(response, finding);
        if (!Boolean.FALSE.equals(accepted)) {
            finding.citations().add(new Leaf(response, kind.slot()));
        }
        if (!lapsed && accepted == null) {
            // nobody has said yet whether the measures suffice
            return finding;
        }
        responseUsed[at] = true;
        if (lapsed) {
            return finding.after(Verdict.NOT_MET, Answer.LAPSED);
        }
        return Boolean.TRUE.equals(accepted)
                ? finding.after(Verdict.REMEDIED, Answer.MEASURES_ACCEPTED)
                : finding.after(Verdict.NOT_MET, Answer.MEASURES_REFUSED);
    }

    private static @Nullable Boolean accepted(Element act, Judged finding) {
        Field accepted = act.shape().require("accepted");
        finding.citations().add(new Leaf(act, accepted.slot()));
        return (Boolean) act.get(accepted);
    }

    /** The first act on a finding, or -1; what makes it so is cited. */
    private int find(Field field, Judged finding) {
        Element[] acts = list(field);
        for (int i = 0; i < acts.length; i++) {
            Field criterion = acts[i].shape().require("criterion");
            Field subject = acts[i].shape().require("subject");
            boolean sameCriterion = finding.criterion().equals(acts[i].get(criterion));
            boolean sameSubject = finding.subjectPointer().equals(acts[i].get(subject));
            if (sameCriterion) {
                finding.citations().add(new Leaf(acts[i], subject.slot()));
            }
            if (!sameCriterion || sameSubject) {
                finding.citations().add(new Leaf(acts[i], criterion.slot()));
            }
            if (sameCriterion && sameSubject) {
                return i;
            }
        }
        finding.citations().add(new Leaf(request, field.slot()));
        return -1;
    }
}

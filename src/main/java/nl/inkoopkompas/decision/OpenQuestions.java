package nl.inkoopkompas.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.DecisionType.Outcome;
import nl.inkoopkompas.decision.Judged.Answer;
import nl.inkoopkompas.decision.algebra.Element;

/**
 * Which open findings can still change the outcome. One can when it does where every other open finding turns out one
 * way: all met, none met, or as they are.
 */
public final class OpenQuestions {

    private static final List<Verdict> ANSWERS =
            List.of(Verdict.MET, Verdict.NOT_MET, Verdict.JUDGEMENT, Verdict.UNDETERMINED);

    private OpenQuestions() {}

    /** The keys of those findings: criterion and subject with a space between. */
    public static Set<String> deciding(DecisionType type, Element request, List<Judged> findings) {
        List<List<Judged>> settings =
                List.of(all(findings, Verdict.MET), all(findings, Verdict.NOT_MET), List.copyOf(findings));
        Set<String> deciding = new HashSet<>();
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).verdict() == Verdict.UNDETERMINED && decides(type, request, settings, i)) {
                deciding.add(findings.get(i).criterion() + " " + findings.get(i).subjectPointer());
            }
        }
        return deciding;
    }

    private static boolean decides(DecisionType type, Element request, List<List<Judged>> settings, int at) {
        for (List<Judged> setting : settings) {
            Set<Outcome> outcomes = new HashSet<>();
            List<Judged> findings = new ArrayList<>(setting);
            for (Verdict answer : ANSWERS) {
                findings.set(at, findings.get(at).after(answer, Answer.NONE));
                outcomes.add(type.outcome(request, findings));
            }
            if (outcomes.size() > 1) {
                return true;
            }
        }
        return false;
    }

    private static List<Judged> all(List<Judged> findings, Verdict verdict) {
        return findings.stream()
                .map(finding ->
                        finding.verdict() == Verdict.UNDETERMINED ? finding.after(verdict, Answer.NONE) : finding)
                .toList();
    }
}

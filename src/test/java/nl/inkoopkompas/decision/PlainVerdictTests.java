package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.rules.Criteria;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What an analysis may rely on: verdicts read without the engine are the engine's, and the gravest finding counts. */
class PlainVerdictTests {

    private static final int APPLICATIONS = 1_000;
    private static final Criteria CRITERIA = ProjectRuleBook.ENGINE.criteria(ProjectRuleBook.BOOK, "admission");

    @Test
    void areThoseThatTheEngineGives() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            Element request =
                    ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, "admission", SeededApplications.application(seed));
            for (Judged judged : CRITERIA.judge(request)) {
                assertThat(CRITERIA.verdicts(judged.criterion(), request, judged.subject()))
                        .as(judged.criterion() + " of " + seed)
                        .isEqualTo(Set.of(judged.verdict()));
                seen.merge(judged.verdict(), 1, Integer::sum);
            }
        }
        assertThat(seen.keySet())
                .contains(Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.JUDGEMENT, Verdict.NOT_APPLICABLE);
    }

    @Test
    void oneFindingRulesOutWhatNoOtherMakesUpFor() {
        AdmissionType type = new AdmissionType();
        assertThat(type.oneFindingRulesOut()).isTrue();
        Random random = new Random(7);
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            ObjectNode json = SeededApplications.application(seed);
            Element request = ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, "admission", json);
            List<Judged> all = CRITERIA.judge(request);
            List<Judged> some = new ArrayList<>(all);
            some.removeIf(judged -> random.nextBoolean());
            boolean admissible = outcomes(type, json, all).contains("ADMISSIBLE");
            if (admissible) {
                assertThat(outcomes(type, json, some)).contains("ADMISSIBLE");
            }
        }
    }

    private static String outcomes(AdmissionType type, ObjectNode request, List<Judged> findings) {
        return type.outcome(request, findings).particulars().toString();
    }
}

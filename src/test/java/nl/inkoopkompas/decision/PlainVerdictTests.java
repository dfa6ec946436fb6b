package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.AdmissionType.ProductOutcome;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.rules.Criteria;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an analysis may rely on: verdicts read without the engine are the engine's, and a finding rules out only what
 * does not follow.
 */
class PlainVerdictTests {

    private static final int APPLICATIONS = 1_000;
    private static final Criteria CRITERIA = ProjectRuleBook.ENGINE.criteria(ProjectRuleBook.BOOK, "admission");

    @Test
    void areThoseThatTheEngineGives() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            Element request = ProjectRuleBook.ENGINE.read(
                    ProjectRuleBook.BOOK, "admission", SeededApplications.application(seed));
            for (Judged judged : CRITERIA.judge(request)) {
                assertThat(CRITERIA.verdicts(judged.criterion(), request, judged.subject()))
                        .as(judged.criterion() + " of " + seed)
                        .isEqualTo(Set.of(judged.verdict()));
                seen.merge(judged.verdict(), 1, Integer::sum);
            }
        }
        assertThat(seen.keySet())
                .contains(
                        Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.JUDGEMENT, Verdict.NOT_APPLICABLE);
    }

    @Test
    void aFindingRulesOutNoOutcomeThatFollows() {
        AdmissionType type = new AdmissionType();
        Set<String> ruledOut = new TreeSet<>();
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            ObjectNode json = SeededApplications.application(seed);
            Element request = ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, "admission", json);
            List<Judged> findings = CRITERIA.judge(request);
            for (int i = 0; i < json.path("products").size(); i++) {
                String product = "/products/" + i;
                String outcome = outcome(type, json, findings, i);
                for (Judged finding : findings) {
                    boolean concerns = !finding.subjectPointer().startsWith("/products/")
                            || finding.subjectPointer().equals(product);
                    if (concerns) {
                        assertThat(type.rulesOut(finding, outcome)).isFalse();
                        for (ProductOutcome other : ProductOutcome.values()) {
                            if (type.rulesOut(finding, other.name())) {
                                ruledOut.add(other.name());
                            }
                        }
                    }
                }
            }
        }
        assertThat(ruledOut).contains("ADMISSIBLE", "ASSESS", "HEARING").doesNotContain("NOT_OPEN");
        assertThat(type.rulesOut(CRITERIA.judge(request(0)).get(0), "MIXED")).isFalse();
    }

    private static Element request(int seed) {
        return ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, "admission", SeededApplications.application(seed));
    }

    private static String outcome(AdmissionType type, ObjectNode request, List<Judged> findings, int product) {
        List<?> products =
                (List<?>) type.outcome(request, findings).particulars().get("products");
        return ((AdmissionType.ProductProposal) products.get(product)).outcome().name();
    }
}

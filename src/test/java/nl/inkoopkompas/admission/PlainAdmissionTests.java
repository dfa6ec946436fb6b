package nl.inkoopkompas.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.PlainTrail.PlainFinding;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Norm;
import org.junit.jupiter.api.Test;

/** The yardstick says what the engine says, so that the ratio between them compares the same work. */
class PlainAdmissionTests {

    private static final int APPLICATIONS = 5_000;

    @Test
    void yieldsTheSameVerdictsWithTheSameFactsAndNorms() {
        PlainAdmission plain = new PlainAdmission(ProjectRuleBook.BOOK);
        Map<String, String> verdicts = new TreeMap<>();
        Map<String, String> citations = new TreeMap<>();
        int different = 0;
        int findings = 0;
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            Element request = ProjectRuleBook.ENGINE.read(
                    ProjectRuleBook.BOOK, AdmissionType.ID, SeededApplications.application(seed));
            List<Judged> expected = ProjectRuleBook.ENGINE.judge(ProjectRuleBook.BOOK, AdmissionType.ID, request);
            List<PlainFinding> found = plain.judge(request);
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < found.size(); i++) {
                Judged judged = expected.get(i);
                PlainFinding finding = found.get(i);
                findings++;
                assertThat(finding.criterion()).isEqualTo(judged.criterion());
                assertThat(finding.subject()).isSameAs(judged.subject());
                String which = judged.criterion() + " " + judged.verdict();
                if (finding.verdict() != judged.verdict()) {
                    verdicts.putIfAbsent(which, "seed " + seed + ": " + finding.verdict());
                }
                Set<Object> wanted = Set.copyOf(judged.citations().facts());
                Set<Object> cited = Set.copyOf(Arrays.asList(finding.facts()));
                Set<String> norms = keys(judged.citations().norms());
                Set<String> applied = keys(Arrays.asList(finding.norms()));
                if (!wanted.equals(cited) || !norms.equals(applied)) {
                    different++;
                    citations.putIfAbsent(
                            which,
                            "seed " + seed + ": " + pointers(finding) + " " + applied + ", the engine "
                                    + judged.citations().facts().stream()
                                            .map(leaf -> leaf.pointer())
                                            .sorted()
                                            .toList()
                                    + " " + norms);
                }
            }
        }
        System.out.println("Plain: " + findings + " findings, " + different + " cite otherwise: " + citations);
        assertThat(verdicts).isEmpty();
        assertThat(different).as(citations.toString()).isLessThan(findings / 10);
    }

    private static List<String> pointers(PlainFinding finding) {
        return Arrays.stream(finding.facts())
                .map(leaf -> leaf.pointer())
                .sorted()
                .toList();
    }

    private static Set<String> keys(List<Norm> norms) {
        return norms.stream().map(norm -> norm.key() + " " + norm.column()).collect(Collectors.toSet());
    }
}

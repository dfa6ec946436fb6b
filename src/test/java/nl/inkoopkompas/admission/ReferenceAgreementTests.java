package nl.inkoopkompas.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.DecisionType.Outcome;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.RuleBook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The rules and a plain-Java evaluator, written from the contract without them, say the same. */
class ReferenceAgreementTests {

    private static final int APPLICATIONS = 20_000;

    @Test
    void agreesWithTheReferenceFindingByFindingOnRandomApplications() {
        RuleBook book = ProjectRuleBook.BOOK;
        RandomApplications random = new RandomApplications(asOf -> ProjectNorms.of(book, asOf));
        AdmissionType type = new AdmissionType();
        List<String> different = new ArrayList<>();
        Map<String, Integer> seen = new TreeMap<>();
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            ObjectNode request = random.application(seed);
            Element read = ProjectRuleBook.ENGINE.read(book, AdmissionType.ID, request);
            List<Judged> judged = ProjectRuleBook.ENGINE.judge(book, AdmissionType.ID, read);
            Outcome outcome = type.outcome(request, judged);
            ReferenceAdmission.Result expected = ReferenceAdmission.evaluate(
                    request,
                    ProjectNorms.of(
                            book, java.time.LocalDate.parse(request.path("asOf").asString())));
            Map<String, String> wanted = expected.findings().stream()
                    .collect(Collectors.toMap(f -> f.criterion() + " " + f.subject(), f -> f.verdict()
                            .name()));
            Map<String, String> got = judged.stream()
                    .collect(Collectors.toMap(f -> f.criterion() + " " + f.subjectPointer(), f -> f.verdict()
                            .name()));
            got.forEach((finding, verdict) -> seen.merge(finding.split(" ")[0] + " " + verdict, 1, Integer::sum));
            for (Map.Entry<String, String> finding : wanted.entrySet()) {
                if (!finding.getValue().equals(got.get(finding.getKey()))) {
                    different.add("seed " + seed + ": " + finding.getKey() + " is " + got.get(finding.getKey())
                            + ", the reference says " + finding.getValue());
                }
            }
            if (got.size() != wanted.size()) {
                different.add("seed " + seed + ": " + got.size() + " findings, the reference has " + wanted.size());
            }
            if (!outcome.overall().equals(expected.outcome())) {
                different.add("seed " + seed + ": outcome " + outcome.overall() + ", the reference says "
                        + expected.outcome());
            }
        }
        System.out.println("Agreed on " + APPLICATIONS + " applications; verdicts seen: " + seen);
        assertThat(different).as(byFinding(different)).isEmpty();
    }

    private static String byFinding(List<String> different) {
        return different.stream()
                .map(line -> line.replaceAll("seed \\d+: ", "").replaceAll("/\\d+", "/i"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .toString();
    }
}

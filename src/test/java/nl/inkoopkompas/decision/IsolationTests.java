package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.SingleCriterionBook;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** No criterion hears of another, and no decision of another. */
class IsolationTests {

    private static final int APPLICATIONS = 500;
    private static final int EACH_THREAD = 2_000;
    private static final List<ObjectNode> REQUESTS = IntStream.range(0, 2 * EACH_THREAD)
            .mapToObj(SeededApplications::application)
            .toList();
    private static final List<List<String>> TOGETHER = range(0, 2 * EACH_THREAD);

    @ParameterizedTest
    @MethodSource("criteria")
    void findsTheSameAloneAsAmongTheOthers(String criterion) {
        RuleBook alone = RuleBookReader.read(SingleCriterionBook.of(criterion));
        DecisionEngine engine = new DecisionEngine(new EngineReceipt("test", "alone"));
        assertThat(engine.criteria(alone, "admission").ids()).containsExactly(criterion);
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            List<String> together = TOGETHER.get(seed).stream()
                    .filter(finding -> finding.startsWith(criterion + " "))
                    .toList();
            assertThat(findings(engine, alone, seed)).as("seed " + seed).isEqualTo(together);
        }
    }

    static List<String> criteria() {
        return List.copyOf(ProjectRuleBook.ENGINE
                .criteria(ProjectRuleBook.BOOK, "admission")
                .ids());
    }

    @Test
    void findsTheSameOnTwoThreadsAsOnOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 2; round++) {
                List<Callable<List<List<String>>>> work =
                        List.of(() -> range(0, EACH_THREAD), () -> range(EACH_THREAD, 2 * EACH_THREAD));
                List<List<String>> together = new ArrayList<>();
                for (Future<List<List<String>>> done : threads.invokeAll(work)) {
                    together.addAll(done.get());
                }
                assertThat(together).isEqualTo(TOGETHER);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<List<String>> range(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(seed -> findings(ProjectRuleBook.ENGINE, ProjectRuleBook.BOOK, seed))
                .toList();
    }

    /** All that a finding says, without words. */
    private static List<String> findings(DecisionEngine engine, RuleBook book, int seed) {
        return engine.judge(book, "admission", engine.read(book, "admission", REQUESTS.get(seed))).stream()
                .map(finding -> finding.criterion() + " " + finding.subjectPointer() + " " + finding.verdict() + " "
                        + finding.citations().facts().stream()
                                .map(Leaf::pointer)
                                .toList()
                        + " "
                        + finding.citations().norms().stream().map(Norm::key).toList() + " " + finding.missing() + " "
                        + finding.interpretations() + finding.sources() + finding.isFinal())
                .toList();
    }
}

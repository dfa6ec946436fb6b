package nl.inkoopkompas.decision.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.ProjectTypes;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Scenario;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import tools.jackson.databind.node.ObjectNode;

/** Rules that the build compiled say what the same rules say that are compiled from their text. */
class PrecompiledRulesTests {

    private static final RuleBook BOOK = ProjectRuleBook.BOOK;

    private final Map<String, Criteria> early = new ConcurrentHashMap<>();
    private final Map<String, Criteria> late = new ConcurrentHashMap<>();

    @Test
    void judgeEveryGoldenCaseAlike() {
        int judged = 0;
        for (DecisionType type : ProjectTypes.ALL) {
            for (Scenario scenario : BOOK.policy(type.id()).scenarios()) {
                Element request = ProjectRuleBook.ENGINE.read(BOOK, type.id(), input(type, scenario));
                List<String> expected = said(late(type.id()), request);
                assertThat(said(early(type.id()), request)).as(scenario.id()).isEqualTo(expected);
                judged += expected.size();
            }
        }
        assertThat(judged).isGreaterThan(1_000);
    }

    @Test
    void areNotFoundForOtherRules() throws IOException {
        Map<String, String> other = new TreeMap<>(BOOK.policy("admission").rules());
        other.replaceAll((path, text) -> text + "\n");

        assertThat(PrecompiledRules.find(other)).isNull();
    }

    private static Input input(DecisionType type, Scenario scenario) {
        ObjectNode request = (ObjectNode) scenario.request();
        return new Input(
                request, scenario.context().isEmpty() ? type.context(BOOK, request) : (ObjectNode) scenario.context());
    }

    private static List<String> said(Criteria criteria, Element request) {
        return criteria.judge(request).stream()
                .map(finding -> String.join(
                        " ",
                        finding.criterion(),
                        finding.subjectPointer(),
                        finding.verdict().name(),
                        finding.factPointers().toString(),
                        finding.citations().norms().toString(),
                        finding.missing().toString()))
                .toList();
    }

    private Criteria early(String decision) {
        return of(decision, early, drl -> PrecompiledRules.load(PrecompiledRules.compile(drl)));
    }

    private Criteria late(String decision) {
        return of(decision, late, drl -> RuleCompiler.compile(drl, new ArrayList<>()));
    }

    /** A way from the text of rules to rules that run. */
    private interface Compiling {

        KieBase of(Map<String, String> drl) throws IOException;
    }

    private static Criteria of(String decision, Map<String, Criteria> known, Compiling compiling) {
        Criteria there = known.get(decision);
        if (there != null) {
            return there;
        }
        Policy policy = BOOK.policy(decision);
        List<Problem> problems = new ArrayList<>();
        List<RuleFile> files = new ArrayList<>();
        policy.rules().forEach((path, text) -> files.add(RuleFile.read(path, text, problems)));
        try {
            CompiledRules rules = new CompiledRules(compiling.of(policy.rules()), files);
            Criteria criteria = Criteria.of(rules, BOOK, policy, other -> of(other, known, compiling));
            known.put(decision, criteria);
            return criteria;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

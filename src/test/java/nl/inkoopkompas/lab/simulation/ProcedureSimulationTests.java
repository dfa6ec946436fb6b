package nl.inkoopkompas.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.lab.Drafted;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.amendment.TableAmendments;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A simulation counts each request of which a draft of the trade-offs turns the advice. */
class ProcedureSimulationTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ProcedureType TYPE = new ProcedureType();
    private static final int CASES = 600;

    private static RuleBook with(Set<Integer> numbers) {
        RuleBookFiles files = ProjectRuleBook.FILES;
        if (numbers.contains(1)) {
            files = TableAmendments.of(files, "procedure/trade-offs")
                    .withCell("sas-partnership", "weight", JSON.readTree("1"));
        }
        if (numbers.contains(2)) {
            files = files.with(
                    "rules/procedure/parameters.yaml",
                    files.text("rules/procedure/parameters.yaml").replace("value: 48, source", "value: 60, source"));
        }
        return Drafted.book(files);
    }

    @Test
    void countsWhatWholeDecisionsFindAndNamesTheEdit() {
        Books books = new Books(
                ProjectRuleBook.ENGINE,
                TYPE,
                ProjectRuleBook.BOOK,
                with(Set.of(1, 2)),
                List.of(1, 2),
                ProcedureSimulationTests::with,
                Drafted.FROM);
        Generator generator = new Generator(books.engine().verdicts(TYPE, books.base()), TYPE.id(), 7, books.from());
        List<Case> cases = IntStream.range(0, CASES).mapToObj(generator::at).toList();

        Map<Integer, Flip> flips = new HashMap<>();
        new Experiment(books).run(0, cases, new BaseRun()).flips().forEach(flip -> flips.put(flip.number(), flip));

        assertThat(flips).isNotEmpty();
        for (Case one : cases) {
            ObjectNode request = DecisionEngine.json(one.request());
            String from = outcome(request, books.base());
            String to = outcome(request, books.draft());
            Flip flip = flips.get(one.number());
            assertThat(flip == null).as(request.toString()).isEqualTo(from.equals(to));
            if (flip != null) {
                assertThat(flip.from()).isEqualTo(from);
                assertThat(flip.to()).isEqualTo(to);
                assertThat(flip.edits()).containsExactly(1);
            }
        }
    }

    private static String outcome(ObjectNode request, RuleBook book) {
        return ProjectRuleBook.ENGINE
                .decide(TYPE, new Input(request, DecisionEngine.noContext()), book, Language.NL)
                .outcome();
    }
}

package nl.inkoopkompas.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.lab.comparison.Comparison;
import nl.inkoopkompas.lab.comparison.Comparisons;
import nl.inkoopkompas.lab.comparison.Gaps;
import nl.inkoopkompas.lab.comparison.InvariantCheck;
import nl.inkoopkompas.lab.comparison.Invariants;
import nl.inkoopkompas.lab.scenarios.Scenarios;
import nl.inkoopkompas.lab.tables.TableReport;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.amendment.TableAmendments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lab works on the choice of a procedure without knowing it. */
class ProcedureInLabTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<ProcedureType> TYPES = List.of(new ProcedureType());
    private static final String TRADE_OFFS = "procedure/trade-offs";

    private static RuleBook lighter() {
        return Drafted.book(TableAmendments.of(ProjectRuleBook.FILES, TRADE_OFFS)
                .withCell("sas-groups", "weight", JSON.readTree("1")));
    }

    private static String outcome(RuleBook book, ObjectNode request) {
        return ProjectRuleBook.ENGINE
                .decide(TYPES.get(0), new Input(request, JSON.createObjectNode()), book, Language.NL)
                .outcome();
    }

    @Test
    void showsRequestsOfWhichAnotherWeightTurnsTheOutcome() {
        RuleBook draft = Drafted.book(TableAmendments.of(ProjectRuleBook.FILES, TRADE_OFFS)
                .withCell("oh-changes", "weight", JSON.readTree("1")));

        Comparison comparison = new Comparisons(ProjectRuleBook.ENGINE)
                .compare(TYPES, ProjectRuleBook.BOOK, draft, Drafted.FROM, Language.NL);

        assertThat(comparison.criteria())
                .allSatisfy(criterion -> assertThat(criterion.proven()).isTrue());
        assertThat(comparison.outcomes()).isNotEmpty().allSatisfy(turned -> {
            ObjectNode request = (ObjectNode) turned.example().request();
            assertThat(outcome(ProjectRuleBook.BOOK, request)).isEqualTo(turned.from());
            assertThat(outcome(draft, request)).isEqualTo(turned.to());
        });
        assertThat(comparison.notAnalysed()).isNotEmpty();
    }

    @Test
    void comparesACriterionOverAllInputs() {
        RuleBook draft = Drafted.with("rules/procedure/parameters.yaml", "value: 48, source", "value: 60, source");

        Comparison comparison = new Comparisons(ProjectRuleBook.ENGINE)
                .compare(TYPES, ProjectRuleBook.BOOK, draft, Drafted.FROM, Language.NL);

        assertThat(comparison.criteria())
                .filteredOn(criterion -> !criterion.changes().isEmpty())
                .singleElement()
                .satisfies(criterion -> assertThat(criterion.criterion()).isEqualTo("procedure.term"));
    }

    @Test
    void provesWhatMayNeverHappenAndThatNoCriterionIsSilent() {
        InvariantCheck check = new Invariants(ProjectRuleBook.ENGINE).check(TYPES, ProjectRuleBook.BOOK, Drafted.FROM);

        assertThat(check.invariants()).hasSize(2).allSatisfy(one -> assertThat(one.holds())
                .isTrue());
        assertThat(new Gaps(ProjectRuleBook.ENGINE)
                        .find(TYPES, ProjectRuleBook.BOOK, Drafted.FROM)
                        .findings())
                .isEmpty();
    }

    @Test
    void namesTheGoldenCasesThatADraftBreaks() {
        assertThat(new Scenarios(ProjectRuleBook.ENGINE)
                        .run(TYPES, ProjectRuleBook.BOOK, lighter())
                        .failed())
                .isEmpty();
        RuleBook draft = Drafted.book(TableAmendments.of(ProjectRuleBook.FILES, TRADE_OFFS)
                .withCell("negotiated-few", "effect", JSON.valueToTree("DISADVANTAGE")));

        assertThat(new Scenarios(ProjectRuleBook.ENGINE)
                        .run(TYPES, ProjectRuleBook.BOOK, draft)
                        .failed())
                .anySatisfy(failed -> assertThat(failed.scenario()).isEqualTo("plan-jeugdzorgplus"));
    }

    @Test
    void findsNothingWrongWithTheTables() {
        TableReport report = TableReport.of(ProjectRuleBook.BOOK);

        assertThat(report.gaps()).noneMatch(finding -> finding.table().startsWith("procedure/"));
        assertThat(report.overlaps()).noneMatch(finding -> finding.table().startsWith("procedure/"));
        assertThat(report.unreachable()).noneMatch(finding -> finding.table().startsWith("procedure/"));
    }

    @ParameterizedTest
    @CsvSource({
        "procedure/trade-offs, oh-diverse, field, /profile/nonsense",
        "procedure/trade-offs, oh-diverse, value, maybe",
        "procedure/trade-offs, oh-anew-soon, value, soon",
        "procedure/trade-offs, oh-structural-shortage, value, LARGE",
        "procedure/trade-offs, oh-lump-sum, comparison, AT_LEAST",
        "procedure/trade-offs, sas-auction, form, elders",
        "procedure/trade-offs, sas-auction, form, zeeuws",
        "procedure/profiles, wonen-wmo-domain, value, ZORG",
        "procedure/profiles, wonen-wmo-domain, field, nonsense"
    })
    void refusesACellThatStatesNothing(String table, String row, String column, String value) {
        var files = TableAmendments.of(ProjectRuleBook.FILES, table).withCell(row, column, JSON.valueToTree(value));

        assertThatThrownBy(() -> ProjectRuleBook.ENGINE.prepare(RuleBookReader.read(files), TYPES))
                .isInstanceOf(RuleBookRefused.class)
                .hasMessageContaining("decision-tables/" + table + ".csv")
                .hasMessageContaining(row);
    }
}

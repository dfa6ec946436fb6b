package nl.inkoopkompas.lab.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.ProjectTypes;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.lab.Drafted;
import nl.inkoopkompas.lab.scenarios.ScenarioReport.Differing;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.Scenario;
import nl.inkoopkompas.rulebook.amendment.ScenarioAmendments;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Golden cases of a draft: what an edit explains is told apart from what it broke. */
class ScenariosTests {

    private static final RuleBook BASE = ProjectRuleBook.BOOK;
    private static final Scenarios SCENARIOS = new Scenarios(ProjectRuleBook.ENGINE);

    @Test
    void allPassInThisRuleBook() {
        ScenarioReport report = run(BASE);

        assertThat(report.passed())
                .isEqualTo(BASE.policy("admission").scenarios().size());
        assertThat(report.changedByEdit()).isEmpty();
        assertThat(report.failed()).isEmpty();
    }

    @Test
    void areChangedByAnEditOfANormThatTheyName() {
        ScenarioReport report = run(Drafted.with(Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"));

        Differing exact = of(report.changedByEdit(), "insurance-exact");
        assertThat(exact.norms()).containsExactly("admission/insurance#other");
        assertThat(exact.expected().verdicts()).containsEntry("admission.insurance", "MET");
        assertThat(exact.got().verdicts()).containsEntry("admission.insurance", "NOT_MET");
        assertThat(of(report.changedByEdit(), "insurance-event-one-short").besides())
                .singleElement()
                .asString()
                .contains("3000000");
        assertThat(report.failed()).isEmpty();
    }

    @Test
    void areChangedWhereAnotherCriterionMakesTheirOutcome() {
        ScenarioReport report = run(Drafted.with(Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"));

        Differing unknown = of(report.changedByEdit(), "association-unknown");
        assertThat(unknown.norms()).containsExactly("admission/insurance#other");
        assertThat(unknown.expected().verdicts()).isEqualTo(unknown.got().verdicts());
        assertThat(unknown.got().outcome()).isEqualTo("HEARING");
    }

    @Test
    void areChangedInADecisionThatRestsOnTheCriteriaOfAnother() {
        ScenarioReport report = SCENARIOS.run(
                ProjectTypes.ALL, BASE, Drafted.with(Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"));

        assertThat(of(report.changedByEdit(), "quality-met").norms()).containsExactly("admission/insurance#other");
        assertThat(report.failed()).isEmpty();
    }

    @Test
    void areChangedByAnyRowOfATableThatTheyName() {
        ScenarioReport report =
                run(Drafted.with(naming("admission/insurance"), Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"));

        assertThat(of(report.changedByEdit(), "insurance-exact").norms()).containsExactly("admission/insurance#other");
    }

    @Test
    void failWhereNothingThatTheyNameWasChanged() {
        RuleBook draft = Drafted.with(naming(""), Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000");

        ScenarioReport report = run(draft);

        assertThat(report.failed()).extracting(Differing::scenario).contains("insurance-exact");
        assertThat(report.changedByEdit()).extracting(Differing::scenario).doesNotContain("insurance-exact");
    }

    @Test
    void failWhereTheyExpectWhatNeverWas() {
        RuleBook draft = Drafted.with(
                "rules/admission/scenarios/insurance.yaml",
                "      admission.insurance: MET",
                "      admission.insurance: NOT_MET");

        assertThat(run(draft).failed()).extracting(Differing::scenario).contains("insurance-exact");
    }

    @Test
    void tellWhyTheirRequestCannotBeRead() {
        String tariffs = "decision-tables/exceptioncontract/tariffs.csv";
        String without = ProjectRuleBook.FILES.text(tariffs).replace("t-45a20,45A20,HOUR,96\n", "");
        RuleBook draft = Drafted.with(
                ProjectRuleBook.FILES.with(tariffs, without),
                "decision-tables/admission/products.csv",
                "p-45a20,45A20,ambulant-jeugd,Vaktherapie binnen een behandeltraject,4,,1,false,,6.8\n",
                "");

        assertThat(run(draft).changedByEdit())
                .filteredOn(each -> each.got().refused() != null)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.norms()).contains("admission/products#p-45a20"));
    }

    @Test
    void areWrittenFromARequestAsTheChangesOfABase() {
        Scenario scenario = BASE.policy("admission").scenarios().stream()
                .filter(each -> each.id().equals("insurance-micro-exact"))
                .findFirst()
                .orElseThrow();

        ObjectNode written = new ScenarioWriter(ProjectRuleBook.ENGINE)
                .write(
                        new AdmissionType(),
                        BASE,
                        "admission.insurance",
                        "/applicant",
                        scenario.request(),
                        "written",
                        "Geschreven");
        RuleBook draft = Drafted.book(new ScenarioAmendments(ProjectRuleBook.FILES).withScenario("admission", written));

        Scenario read = draft.policy("admission").scenarios().stream()
                .filter(each -> each.id().equals("written"))
                .findFirst()
                .orElseThrow();
        assertThat(read.request()).isEqualTo(scenario.request());
        assertThat(read.norms()).contains("admission/insurance#micro");
        assertThat(run(draft).failed()).isEmpty();
    }

    /** The rule book with one golden case that names other norms. */
    private static RuleBookFiles naming(String norms) {
        String path = "rules/admission/scenarios/insurance.yaml";
        String named = ProjectRuleBook.FILES
                .text(path)
                .replaceFirst("(?s)(id: insurance-exact\n.*?norms: )\\[[^\\]]*\\]", "$1[" + norms + "]");
        return ProjectRuleBook.FILES.with(path, named);
    }

    private static ScenarioReport run(RuleBook draft) {
        return SCENARIOS.run(Drafted.TYPES, BASE, draft);
    }

    private static Differing of(List<Differing> differing, String scenario) {
        return differing.stream()
                .filter(each -> each.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }
}

package nl.inkoopkompas.lab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.SingleCriterionBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.lab.Drafted;
import nl.inkoopkompas.lab.comparison.Comparison.Changed;
import nl.inkoopkompas.lab.comparison.Comparison.OfCriterion;
import nl.inkoopkompas.lab.comparison.Comparison.OfOutcome;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What a draft does to the criteria of this project, each difference shown by a request that was run. */
class ComparisonTests {

    private static final RuleBook BASE = ProjectRuleBook.BOOK;
    private static final Comparisons COMPARISONS = new Comparisons(ProjectRuleBook.ENGINE);
    private static final String PRODUCTS = "decision-tables/admission/products.csv";

    static Stream<Arguments> edits() {
        String p = Drafted.PARAMETERS;
        return Stream.of(
                edit("insurance", Relation.STRICTER, Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"),
                edit("insurance", Relation.LOOSER, Drafted.INSURANCE, "OTHER,2500000", "OTHER,2000000"),
                edit(
                        "insurance",
                        Relation.INCOMPARABLE,
                        Drafted.INSURANCE,
                        "OTHER,2500000,5000000",
                        "OTHER,3000000,4000000"),
                edit("insurance", Relation.INCOMPARABLE, Drafted.INSURANCE, "OTHER,2500000", "OTHER,"),
                edit(
                        "negative-experience",
                        Relation.STRICTER,
                        p,
                        Drafted.value("3", "4.4.1 onder 1"),
                        Drafted.value("5", "4.4.1 onder 1")),
                edit(
                        "experience",
                        Relation.LOOSER,
                        p,
                        Drafted.value("2", "4.4.1 onder 2"),
                        Drafted.value("3", "4.4.1 onder 2")),
                edit("experience", Relation.STRICTER, PRODUCTS, "regulier jeugd,10,MBO4", "regulier jeugd,12,MBO4"),
                edit("competent-staff", Relation.STRICTER, PRODUCTS, "regulier jeugd,10,MBO4", "regulier jeugd,10,HBO"),
                edit("financial-health", Relation.STRICTER, p, "value: 0.20", "value: 0.25"),
                edit("financial-health", Relation.LOOSER, p, "value: 0.30", "value: 0.28"),
                edit(
                        "financial-health",
                        Relation.LOOSER,
                        p,
                        Drafted.value("3", "4.4.1 onder 4"),
                        Drafted.value("2", "4.4.1 onder 4")),
                edit(
                        "procurement-declaration",
                        Relation.STRICTER,
                        p,
                        "value: 24, source: { document: c",
                        "value: 12, source: { document: c"),
                edit(
                        "association",
                        Relation.STRICTER,
                        "decision-tables/admission/associations.csv",
                        "actiz-hulp-bij-huishouden,ActiZ,hulp-bij-huishouden\n",
                        ""),
                edit("volunteer-policy", Relation.LOOSER, p, "value: 10, ", "value: 12, "),
                edit(
                        "quality-certificate",
                        Relation.LOOSER,
                        "decision-tables/admission/quality-schemes.csv",
                        "iso9001,ISO9001",
                        "iso9001,ISO9001\nhkz,HKZ"),
                edit(
                        "certificate-of-conduct",
                        Relation.LOOSER,
                        "rules/admission/certificate-of-conduct.drl",
                        "every(\"directors\")",
                        "any(\"directors\")"),
                edit(
                        "administrative-measure",
                        Relation.STRICTER,
                        "rules/admission/administrative-measure.drl",
                        "isNoneOf(\"SUSPENDED\", \"WITHDRAWN\")",
                        "isNoneOf(\"WITHDRAWN\")"),
                edit(
                        "procurement-declaration",
                        Relation.LOOSER,
                        Drafted.CRITERIA,
                        "admission.procurement-declaration,true",
                        "admission.procurement-declaration,false"));
    }

    private static Arguments edit(String criterion, Relation relation, String path, String from, String to) {
        return Arguments.of("admission." + criterion, relation, path, from, to);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void saysHowACriterionChangesAndShowsIt(String criterion, Relation relation, String path, String from, String to) {
        RuleBook draft = Drafted.with(path, from, to);

        Comparison comparison = compare(BASE, draft);

        OfCriterion found = of(comparison, criterion);
        assertThat(found.relation()).as(found.changes().toString()).isEqualTo(relation);
        assertThat(comparison.notAnalysed()).extracting("what").contains("context");
        assertThat(comparison.notAnalysed())
                .allSatisfy(left -> assertThat(left.what()).isIn("outcomes", "context"));
        assertThat(found.example()).isNotNull();
        for (OfCriterion each : comparison.criteria()) {
            for (Changed changed : each.changes()) {
                ObjectNode request = changed.example().request();
                String subject = changed.example().subject();
                assertThat(verdict(BASE, request, each.criterion(), subject)).isEqualTo(changed.from());
                assertThat(verdict(draft, request, each.criterion(), subject)).isEqualTo(changed.to());
            }
        }
        for (OfOutcome outcome : comparison.outcomes()) {
            assertThat(decide(BASE, outcome.example().request()).outcome()).isEqualTo(outcome.from());
            assertThat(decide(draft, outcome.example().request()).outcome()).isEqualTo(outcome.to());
        }
    }

    @Test
    void provesThatWhatNoEditTouchesIsEqual() {
        Comparison comparison = compare(BASE, Drafted.with(Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"));

        assertThat(comparison.criteria())
                .filteredOn(criterion -> !criterion.proven())
                .extracting(OfCriterion::criterion)
                .containsExactly("admission.insurance");
        assertThat(compare(BASE, BASE).criteria())
                .allMatch(criterion -> criterion.proven() && criterion.relation() == Relation.EQUAL);
    }

    @Test
    void findsNothingWhereARuleSaysTheSameInOtherWords() {
        RuleBook draft = Drafted.with(
                "rules/admission/housing.drl",
                "the(\"housingAvailable\").isTrue()",
                "not( the(\"housingAvailable\").isFalse() )");

        OfCriterion housing = of(compare(BASE, draft), "admission.housing");

        assertThat(housing.proven()).isFalse();
        assertThat(housing.relation()).isEqualTo(Relation.EQUAL);
        assertThat(housing.changes()).isEmpty();
    }

    @Test
    void tellsOfACriterionThatOnlyOneBookHas() {
        RuleBook one = Drafted.book(SingleCriterionBook.of("admission.insurance"));

        Comparison less = compare(BASE, one);

        assertThat(of(less, "admission.housing").only()).isEqualTo("base");
        assertThat(of(less, "admission.housing").relation()).isEqualTo(Relation.LOOSER);
        assertThat(of(less, "admission.insurance").proven()).isTrue();
        assertThat(of(compare(one, BASE), "admission.housing").relation()).isEqualTo(Relation.STRICTER);
    }

    @Test
    void comparesOnDaysOnWhichTheEditHolds() {
        String later = "value: 24, source: { document: contractstandaard-wmo-1.2, section: \"toelatingsprocedure\" },"
                + " example: true }\n";
        RuleBook draft = Drafted.with(
                Drafted.PARAMETERS, later, later + "    - { from: 2027-01-01, " + later.replace("24", "12"));

        Comparison comparison = COMPARISONS.compare(Drafted.TYPES, BASE, draft, LocalDate.of(2027, 1, 1), Language.NL);

        OfCriterion criterion = of(comparison, "admission.procurement-declaration");
        assertThat(criterion.relation()).isEqualTo(Relation.STRICTER);
        assertThat(criterion.example().request().path("asOf").asString()).isGreaterThanOrEqualTo("2027-01-01");
    }

    @Test
    void doesNotCompareRequestsThatMeanOtherThings() {
        String schema = "rules/admission/input.schema.yaml";
        RuleBookFiles files = ProjectRuleBook.FILES;
        RuleBook draft = Drafted.book(files.with(schema, files.text(schema) + "# changed\n"));

        Comparison comparison = compare(BASE, draft);

        assertThat(comparison.criteria()).isEmpty();
        assertThat(comparison.notAnalysed()).extracting("what").containsExactly("admission");
    }

    @Test
    void explainsBothSidesOfAnExample() {
        Comparison comparison = compare(BASE, Drafted.with(Drafted.INSURANCE, "OTHER,2500000", "OTHER,3000000"));

        Comparison.Example example = of(comparison, "admission.insurance").example();

        assertThat(example.base().verdict()).isEqualTo(Verdict.MET);
        assertThat(example.draft().verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(example.draft().reason())
                .contains("3.000.000")
                .isNotEqualTo(example.base().reason());
        assertThat(example.draft().verdicts()).containsEntry("admission.insurance", Verdict.NOT_MET);
    }

    private static Comparison compare(RuleBook base, RuleBook draft) {
        return COMPARISONS.compare(Drafted.TYPES, base, draft, Drafted.FROM, Language.NL);
    }

    private static OfCriterion of(Comparison comparison, String criterion) {
        return comparison.criteria().stream()
                .filter(each -> each.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static Decision decide(RuleBook book, ObjectNode request) {
        return ProjectRuleBook.ENGINE.decide(
                new AdmissionType(), new Input(request, DecisionEngine.noContext()), book, Language.NL);
    }

    private static Verdict verdict(RuleBook book, ObjectNode request, String criterion, String subject) {
        Map<List<String>, Verdict> verdicts = new HashMap<>();
        decide(book, request)
                .findings()
                .forEach(finding -> verdicts.put(List.of(finding.criterion(), finding.subject()), finding.verdict()));
        return verdicts.getOrDefault(List.of(criterion, subject), Verdict.NOT_APPLICABLE);
    }
}

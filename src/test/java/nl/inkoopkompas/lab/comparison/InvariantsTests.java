package nl.inkoopkompas.lab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.lab.Drafted;
import nl.inkoopkompas.lab.comparison.Gaps.GapReport;
import nl.inkoopkompas.lab.comparison.InvariantCheck.Checked;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may never happen is proven not to, or shown to. */
class InvariantsTests {

    private static final String PATH = "rules/admission/invariants.yaml";
    private static final Invariants INVARIANTS = new Invariants(ProjectRuleBook.ENGINE);

    @Test
    void holdInThisRuleBook() {
        InvariantCheck check = check(ProjectRuleBook.BOOK);

        assertThat(check.invariants())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(invariant ->
                        assertThat(invariant.holds()).as(invariant.invariant()).isTrue())
                .extracting(Checked::provenBy)
                .contains("admission.procurement-declaration", "admission.certificate-of-conduct");
        assertThat(check.notAnalysed()).isEmpty();
    }

    @Test
    void areBrokenByADraftAndShownByARequest() {
        RuleBook draft = Drafted.with(
                Drafted.CRITERIA, "admission.procurement-declaration,true", "admission.procurement-declaration,false");

        Checked broken = of(check(draft), "no-declaration");

        assertThat(broken.holds()).isFalse();
        assertThat(broken.counterexample().at("/applicant/procurementDeclarations"))
                .isEmpty();
        Decision decision = ProjectRuleBook.ENGINE.decide(
                new AdmissionType(),
                new Input(broken.counterexample(), DecisionEngine.noContext()),
                draft,
                Language.NL);
        assertThat(decision.outcome()).isEqualTo("ADMISSIBLE");
    }

    @Test
    void areCheckedOnAVerdictToo() {
        RuleBook draft = Drafted.with(
                "rules/admission/certificate-of-conduct.drl",
                "is(\"EENMANSZAAK\")",
                "isOneOf(\"EENMANSZAAK\", \"NV\")");

        Checked broken = of(check(draft), "legal-entity-without-certificate-of-conduct");

        assertThat(broken.holds()).isFalse();
        assertThat(broken.counterexample().at("/applicant/legalForm").asString())
                .isEqualTo("NV");
    }

    @Test
    void areNotGuessedWhereNoCriterionRulesThemOut() {
        RuleBook draft = Drafted.book(ProjectRuleBook.FILES.with(PATH, """
                - id: no-small-firm
                  text: { nl: Geen kleine aanbieder., en: No small provider. }
                  source: { document: inkoopplan-2025, section: "5.2" }
                  when: [{ pointer: /applicant/usesVolunteers, absent: true }, { pointer: /applicant/volunteerPolicy, is: false }]
                  never: { outcome: REJECTED }
                """));

        InvariantCheck check = check(draft);

        assertThat(check.invariants()).isEmpty();
        assertThat(check.notAnalysed()).extracting("what").containsExactly("no-small-firm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pointer: /applicant/legalForm, in: [BV | pointer: /applicant/legalform, in: [BV | is no field of
            in: [BV, | in: [BVBA, | "BVBA" is no value of legalForm
            empty: true | empties: true | a fact says one of
            pointer: /applicant/legalForm, in | pointer: /applicant/directors, in | of which nobody says in
            outcome: ADMISSIBLE | outcome: ADMITTED | there is no outcome ADMITTED
            verdict: MET | verdict: GOOD | there is no verdict GOOD
            criterion: admission.certificate | criterion: admission.licence | there is no criterion admission.licence
            section: "4.4.1 onder 8" | section: "4.4.1 onder 88" | section "4.4.1 onder 88"
            """, quoteCharacter = '`')
    void areReadStrictly(String from, String to, String problem) {
        RuleBookFiles files = ProjectRuleBook.FILES;
        assertThat(files.text(PATH)).contains(from);

        RuleBookRefused refused = catchThrowableOfType(
                RuleBookRefused.class,
                () -> RuleBookReader.read(files.with(
                        PATH, files.text(PATH).replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)))));

        assertThat(refused.problems())
                .anySatisfy(found -> assertThat(found.sentence()).contains(problem));
    }

    @Test
    void everyInputHasOneVerdictInThisRuleBook() {
        GapReport report = new Gaps(ProjectRuleBook.ENGINE).find(Drafted.TYPES, ProjectRuleBook.BOOK, Drafted.FROM);

        assertThat(report.findings()).isEmpty();
        assertThat(report.notAnalysed()).isEmpty();
    }

    private static InvariantCheck check(RuleBook book) {
        return INVARIANTS.check(Drafted.TYPES, book, Drafted.FROM);
    }

    private static Checked of(InvariantCheck check, String id) {
        return check.invariants().stream()
                .filter(invariant -> invariant.invariant().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

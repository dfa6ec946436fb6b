package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.decision.Finding.Fact;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.transition.TransitionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Verbs of the algebra at their bounds, with what they cite: a norm or less, a dated cell, one of a list, a star. */
class VerbsTests {

    private static final JsonMapper JSON = new JsonMapper();

    private static Finding found(DecisionType type, ObjectNode request, RuleBook book, String criterion, int place) {
        return ProjectRuleBook.ENGINE
                .decide(type, new Input(request, DecisionEngine.noContext()), book, Language.NL)
                .findings()
                .stream()
                .filter(finding -> finding.criterion().equals(criterion))
                .skip(place)
                .findFirst()
                .orElseThrow();
    }

    private static Finding advised(String asOf, String profile, String criterion) {
        ObjectNode request = JSON.createObjectNode().put("asOf", asOf).put("contract", "wonen-wmo");
        request.set("profile", JSON.readTree(profile));
        return found(new ProcedureType(), request, ProjectRuleBook.BOOK, criterion, 0);
    }

    @ParameterizedTest
    @CsvSource({"47, MET", "48, MET", "49, JUDGEMENT"})
    void isAtMostHoldsUpToTheNormAndCitesBoth(int months, Verdict verdict) {
        Finding term = advised("2025-01-01", "{\"termMonths\": " + months + "}", "procedure.term");

        assertThat(term.verdict()).isEqualTo(verdict);
        assertThat(term.facts()).contains(new Fact("/profile/termMonths", (long) months));
        assertThat(term.norms()).extracting(AppliedNorm::key).contains("procedure.term.most-months");
    }

    @Test
    void isAtMostIsOpenWhereTheNumberIsNotKnown() {
        Finding term = advised("2025-01-01", "{}", "procedure.term");

        assertThat(term.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Objects.requireNonNull(term.remedy()).missing()).containsExactly("/profile/termMonths");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 749999, sas-2024-2025, NOT_APPLICABLE",
        "2025-12-31, 750000, sas-2024-2025, UNDETERMINED",
        "2026-01-01, 750000, sas-2026-2027, UNDETERMINED"
    })
    void datedReadsTheRowOfTheDay(String asOf, long value, String row, Verdict verdict) {
        Finding ground = advised(
                asOf,
                "{\"certifiedProvidersOnly\": true, \"capableProviders\": 2, \"estimatedValue\": " + value + "}",
                "procedure.legal-ground");

        assertThat(ground.verdict()).isEqualTo(verdict);
        assertThat(ground.norms()).extracting(AppliedNorm::key).contains("reference/thresholds#" + row);
        assertThat(ground.facts()).extracting(Fact::pointer).contains("/asOf");
    }

    private static final String PLAN = """
            {"asOf": "2024-10-01", "switchOn": "2025-01-01",
             "products": [{"old": "A", "new": ["A-1", "A-2"], "changed": true, "contract": "ambulant-jeugd"},
                          {"old": "B", "new": ["B-1"], "changed": true, "contract": "ambulant-wmo"}],
             "contracted": [{"provider": "P", "products": ["%s"]}],
             "indications": [
               {"id": "1", "municipality": "0513", "provider": "P", "product": "A", "start": "2024-02-01"},
               {"id": "2", "municipality": "0513", "provider": "P", "product": "B", "start": "2024-02-01"},
               {"id": "3", "municipality": "0513", "provider": "P", "product": "B", "start": "2024-02-01"}]}
            """;

    private static Finding planned(String held, int capacity, String criterion, int product) {
        RuleBook book = ProjectRuleBook.with(
                TransitionType.ID, Map.of("transition.capacity.reindications-per-month", IntNode.valueOf(capacity)));
        return found(new TransitionType(), (ObjectNode) JSON.readTree(PLAN.formatted(held)), book, criterion, product);
    }

    @ParameterizedTest
    @CsvSource({"A-1, MET, NOT_MET", "A-2, MET, NOT_MET", "B-1, NOT_MET, MET", "C, NOT_MET, NOT_MET"})
    void isAmongFindsATextInTheListOfTheSubject(String held, Verdict first, Verdict second) {
        assertThat(planned(held, 1, "transition.other-provider", 0).verdict()).isEqualTo(first);
        assertThat(planned(held, 1, "transition.other-provider", 1).verdict()).isEqualTo(second);
    }

    @Test
    void aStarIsThePlaceOfTheSubjectInItsOwnList() {
        Finding first = planned("C", 1, "transition.capacity", 0);
        Finding second = planned("C", 1, "transition.capacity", 1);

        assertThat(pointers(first)).anyMatch(one -> one.startsWith("/context/products/0/claims/"));
        assertThat(pointers(first)).noneMatch(one -> one.startsWith("/context/products/1/"));
        assertThat(pointers(second)).anyMatch(one -> one.startsWith("/context/products/1/claims/"));
        assertThat(pointers(second)).noneMatch(one -> one.startsWith("/context/products/0/"));
    }

    private static List<String> pointers(Finding finding) {
        return finding.facts().stream().map(Fact::pointer).toList();
    }
}

package nl.inkoopkompas.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Verdicts;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class GeneratorTests {

    private static final DecisionEngine ENGINE = ProjectRuleBook.ENGINE;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int CASES = 1_000;
    private static final AdmissionType TYPE = new AdmissionType();

    private static Generator generator(RuleBook book, long seed, LocalDate notBefore) {
        Verdicts verdicts = ENGINE.verdicts(TYPE, book);
        return new Generator(verdicts, TYPE.id(), seed, notBefore);
    }

    private static ObjectNode json(Generator generator, int i) {
        return DecisionEngine.json(generator.at(i).request());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesRequestsThatTheSchemaAllowsWithAndWithoutATable(boolean table) {
        RuleBook book = table
                ? ProjectRuleBook.BOOK
                : RuleBookReader.read(ProjectRuleBook.FILES
                        .without("decision-tables/admission/population.csv")
                        .without("decision-tables/admission/population.table.yaml"));
        Generator generator = generator(book, 7, FIRST);
        for (int i = 0; i < CASES; i++) {
            ObjectNode request = json(generator, i);
            assertThat(DecisionEngine.json(ENGINE.read(book, TYPE.id(), request)))
                    .isEqualTo(request);
        }
    }

    @Test
    void makesTheSameCaseForTheSameSeedAndNumber() {
        Generator one = generator(ProjectRuleBook.BOOK, 7, FIRST);
        Generator again = generator(ProjectRuleBook.BOOK, 7, FIRST);
        Generator other = generator(ProjectRuleBook.BOOK, 8, FIRST);
        json(one, 3);
        assertThat(json(one, 41)).isEqualTo(json(again, 41)).isNotEqualTo(json(other, 41));
        assertThat(json(one, 41)).isNotEqualTo(json(one, 42));
    }

    @Test
    void makesNoCaseOfBeforeTheFirstDay() {
        LocalDate day = LocalDate.of(2025, 1, 20);
        Generator generator = generator(ProjectRuleBook.BOOK, 7, day);
        for (int i = 0; i < CASES; i++) {
            assertThat(LocalDate.parse(json(generator, i).path("asOf").asString()))
                    .isAfterOrEqualTo(day);
        }
    }

    @Test
    void makesEveryOutcomeAndEveryContractThatCanBeApplied() {
        Generator generator = generator(ProjectRuleBook.BOOK, 7, FIRST);
        Verdicts verdicts = ENGINE.verdicts(TYPE, ProjectRuleBook.BOOK);
        Set<String> outcomes = new HashSet<>();
        Set<String> contracts = new HashSet<>();
        for (int i = 0; i < CASES; i++) {
            var request = generator.at(i).request();
            var row = verdicts.of(java.util.List.of(request))[0];
            verdicts.proposed(request, row).parts().forEach(part -> outcomes.add(part.outcome()));
            contracts.add(verdicts.traits(request).get(0).values().get(0));
        }
        assertThat(outcomes).contains("NOT_OPEN", "HEARING", "INCOMPLETE", "ASSESS", "ADMISSIBLE");
        assertThat(contracts).hasSizeGreaterThan(10);
    }

    @Test
    void makesNobodyUp() {
        Generator generator = generator(ProjectRuleBook.BOOK, 7, FIRST);
        for (int i = 0; i < CASES; i++) {
            ObjectNode request = json(generator, i);
            assertThat(request.path("applicant").path("name").asString()).contains("oorbeeld");
            assertThat(CitizenNumber.occursIn(
                            request.path("applicant").path("name").asString()))
                    .isFalse();
        }
    }
}

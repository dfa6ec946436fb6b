package nl.inkoopkompas.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.procedure.FormerForms.FormerForm;
import nl.inkoopkompas.rulebook.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the source of 2014 names counts in a choice today. */
class FormerFormsTests {

    private static final List<FormerForm> FORMS = FormerForms.of(ProjectRuleBook.BOOK, Language.NL);

    @Test
    void weighsEveryModelAndEveryFormOfFunding() {
        assertThat(FORMS)
                .hasSize(12)
                .allSatisfy(form -> assertThat(form.arguments()).as(form.id()).isNotEmpty());
        assertThat(FORMS).filteredOn(FormerForm::funding).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "zeeuws, ambulant-wmo, 0, advantages",
        "production-voucher, ambulant-wmo, 0, advantages",
        "dynamic-selection, hoog-specialistisch-jeugd, 1, advantages",
        "administrative, hoog-specialistisch-jeugd, 1, advantages",
        "catalogue, hoog-specialistisch-jeugd, 1, advantages",
        "per-client, wonen-wmo, 1, disadvantages",
        "production-person, jeugdzorgplus, 3, advantages"
    })
    void countsWhereItsConditionHolds(String form, String contract, int option, String side) {
        JsonNode decision = ProcedureTests.decide(ProcedureTests.request(contract), Language.NL);

        assertThat(FORMS)
                .filteredOn(one -> one.id().equals(form))
                .singleElement()
                .satisfies(one -> assertThat(decision.at("/options/" + option + "/" + side)
                                .valueStream()
                                .map(argument -> argument.path("norm").asString()))
                        .containsAnyElementsOf(one.arguments()));
    }
}

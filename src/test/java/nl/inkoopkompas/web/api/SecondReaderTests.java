package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** With a rule book in which a rejection takes two people. */
@ApiTest
class SecondReaderTests {

    private static final String DECISIONS = "/api/v1/decisions/";
    private static final String REJECT = "{\"products\": [{\"code\": \"45A01\", \"outcome\": \"REJECTED\"}]}";

    @Autowired
    ApiCaller api;

    @TestConfiguration
    static class TwoPeople {

        @Bean
        @Primary
        RuleBooks ruleBooksWithSecondReader() {
            RuleBook book = ProjectRuleBook.with(Map.of("admission.determination.second-reader", BooleanNode.TRUE));
            return new RuleBooks() {
                @Override
                public Optional<RuleBook> effectiveOn(LocalDate asOf) {
                    return Optional.of(book);
                }

                @Override
                public Optional<RuleBook> byVersion(String version) {
                    return Optional.of(book);
                }

                @Override
                public List<RuleBook> all() {
                    return List.of(book);
                }
            };
        }
    }

    /** An application of which the measures were refused after a hearing. */
    private String refused() {
        ObjectNode application = DossierApiTests.dissolved();
        application.withArray("responses").add(ApiCaller.object("""
                {"criterion": "admission.negative-experience", "subject": "/applicant", "kind": "MEASURES",
                 "accepted": false, "motivation": "Niets aangetoond."}
                """));
        return api.post("inkoper", "/api/v1/admissions", application.toString())
                .json()
                .path("id")
                .asString();
    }

    private Answer determine(String by, String id) {
        return api.post(by, DECISIONS + id + "/determination", REJECT);
    }

    private Answer read(String by, String id, String body) {
        return api.post(by, DECISIONS + id + "/determination/reading", body);
    }

    @Test
    void holdsOnlyWhenAnotherPersonAgrees() {
        String id = refused();
        Answer made = determine("inkoper", id);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("secondReader").asBoolean()).isTrue();
        assertThat(made.json().path("reading").isNull()).isTrue();
        assertThat(determine("inkoper-2", id).status()).isEqualTo(409);
        assertThat(read("inkoper", id, "{\"agreed\": true}").status()).isEqualTo(403);

        Answer read = read("directeur", id, "{\"agreed\": true}");
        assertThat(read.status()).as(read.text()).isEqualTo(201);
        assertThat(read.json().at("/reading/readBy").asString()).isEqualTo("directeur");
        assertThat(read("inkoper-2", id, "{\"agreed\": true}").status()).isEqualTo(409);
    }

    @Test
    void canBeDeterminedAgainWhenTheReaderDisagrees() {
        String id = refused();
        determine("inkoper", id);
        assertThat(read("inkoper-2", id, "{\"agreed\": false}").status()).isEqualTo(400);
        assertThat(read("inkoper-2", id, "{\"agreed\": false, \"motivation\": \"De maatregelen zijn wel aangetoond.\"}")
                        .status())
                .isEqualTo(201);
        Answer again = determine("inkoper-2", id);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json().path("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void asksNobodyElseForAnAdmission() {
        String id = api.post(
                        "inkoper",
                        "/api/v1/admissions",
                        DossierApiTests.complete().toString())
                .json()
                .path("id")
                .asString();
        Answer made = api.post("inkoper", DECISIONS + id + "/determination", REJECT.replace("REJECTED", "ADMISSIBLE"));
        assertThat(made.json().path("secondReader").asBoolean()).isFalse();
    }
}

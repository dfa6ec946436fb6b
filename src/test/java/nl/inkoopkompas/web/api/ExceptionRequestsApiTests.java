package nl.inkoopkompas.web.api;

import static nl.inkoopkompas.web.api.ExceptionCaller.PATH;
import static nl.inkoopkompas.web.api.ExceptionCaller.REASONS;
import static nl.inkoopkompas.web.api.ExceptionCaller.allowed;
import static nl.inkoopkompas.web.api.ExceptionCaller.body;
import static nl.inkoopkompas.web.api.ExceptionCaller.id;
import static nl.inkoopkompas.web.api.ExceptionCaller.kvk;
import static nl.inkoopkompas.web.api.ExceptionCaller.request;
import static nl.inkoopkompas.web.api.ExceptionCaller.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Asking for an exception contract over HTTP, and what is found of it. */
@ApiTest
class ExceptionRequestsApiTests {

    @Autowired
    ApiCaller api;

    @Autowired
    ExceptionCaller cases;

    @Test
    void recordsARequestWithWhatIsFoundOfIt() {
        Answer made = api.post("toegang-gouda", PATH, request().toString());

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(PATH + "/" + id(made));
        assertThat(made.json().path("type").asString()).isEqualTo("exception-contract");
        assertThat(made.json().path("outcome").asString()).isEqualTo("EXCEPTION");
        assertThat(made.json().path("kind").asString()).isEqualTo("URC");
        assertThat(made.json().path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(made.json().path("result").isNull()).isTrue();
        assertThat(StreamSupport.stream(made.json().path("findings").spliterator(), false)
                        .map(finding -> finding.path("criterion").asString()))
                .containsExactly(
                        "exception.kind",
                        "exception.alternatives",
                        "exception.quality",
                        "exception.tariff",
                        "exception.value",
                        "exception.long-term-impact",
                        "exception.like-cases",
                        "exception.mandate");
        assertThat(api.get("rwo", "/api/v1/decisions/" + id(made))
                        .json()
                        .path("kind")
                        .asString())
                .isEqualTo("URC");
        assertThat(api.post("auditor", "/api/v1/decisions/" + id(made) + "/replay", "")
                        .json()
                        .path("identical")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void closesAtOnceWhatNeedsNoException() {
        String kvk = kvk();
        cases.contracted(kvk, "45A04", "Gouda");

        Answer made = cases.submit(kvk, "45A04");

        assertThat(made.json().path("kind").asString()).isEqualTo("NOT_NEEDED");
        assertThat(made.json().path("outcome").asString()).isEqualTo("NOT_NEEDED");
        assertThat(made.json().path("status").asString()).isEqualTo("CLOSED");
        assertThat(allowed(made)).isEmpty();
        assertThat(cases.act("toegang-gouda", id(made), "WITHDRAW").status()).isEqualTo(409);
    }

    @Test
    void givesAnAddendumToWhoIsContractedForSomethingElse() {
        String kvk = kvk();
        cases.contracted(kvk, "45A04", "Waddinxveen");

        assertThat(cases.submit(kvk, "45A04").json().path("kind").asString()).isEqualTo("CSA");
        assertThat(cases.submit(kvk, "45A01").json().path("kind").asString()).isEqualTo("CSA");
    }

    @Test
    void addsUpWhatAProviderWasGranted() {
        String kvk = kvk();
        String first = id(api.post(
                "toegang-gouda", PATH, request(kvk).put("value", 700000).toString()));
        cases.act("rwo", first, "TAKE_UP");
        cases.act("rwo", first, "ADVISE");
        assertThat(verdict(cases.submit(kvk, "45A04"), "exception.value")).isEqualTo("MET");
        cases.act("directeur", first, "APPROVE");

        Answer second =
                api.post("toegang-gouda", PATH, request(kvk).put("value", 50000).toString());
        assertThat(verdict(second, "exception.value")).isEqualTo("NOT_MET");
        assertThat(second.json().at("/context/earlierExceptions/0/case").asString())
                .isEqualTo(first);
        cases.act("rwo", id(second), "TAKE_UP");
        cases.act("rwo", id(second), "ADVISE");
        Answer unnamed = cases.act("directeur", id(second), "APPROVE");
        assertThat(unnamed.status()).isEqualTo(400);
        assertThat(unnamed.json().at("/errors/0/pointer").asString()).isEqualTo("/motivation");
        assertThat(cases.act("directeur", id(second), body("APPROVE").put("motivation", REASONS + " exception.value"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksWhyALikeCaseEndsOtherwise() {
        String product = "02A01";
        String first = id(cases.submit(kvk(), product));
        cases.act("rwo", first, "TAKE_UP");
        cases.act("rwo", first, "ADVISE");
        cases.act("directeur", first, "REJECT");

        Answer second = cases.submit(kvk(), product);
        assertThat(verdict(second, "exception.like-cases")).isEqualTo("JUDGEMENT");
        assertThat(second.text()).contains("Besluit in die zaak: afgewezen.");
        cases.act("rwo", id(second), "TAKE_UP");
        cases.act("rwo", id(second), body("ADVISE").put("advice", "REJECT"));
        assertThat(verdict(api.get("rwo", PATH + "/" + id(second)), "exception.like-cases"))
                .isEqualTo("MET");
    }

    @Test
    void decidesAgainWhenAContractIsSignedInBetween() {
        String kvk = kvk();
        String id = id(cases.submit(kvk, "45A04"));
        cases.act("rwo", id, "TAKE_UP");
        cases.contracted(kvk, "45A01", "");

        Answer advised = cases.act("rwo", id, "ADVISE");

        assertThat(advised.json().path("kind").asString()).isEqualTo("CSA");
        assertThat(advised.json().path("rounds")).hasSize(2);
        assertThat(api.get("rwo", "/api/v1/decisions/" + id).json().path("kind").asString())
                .isEqualTo("URC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "municipality":"0627"                                          | 403 |
                    "municipality":"0000"                                          | 400 | /municipality
                    "client":"999900006"                                           | 400 | /client
                    "period":{"from":"2025-02-01","to":"2025-01-01"}               | 400 | /period/to
                    "applicant":{"name":"Zorg","kvkNumber":"90000032"}             | 400 | /applicant/kvkNumber
                    "product":"01A01"                                              | 400 | /product
                    "value":"20000"                                                | 400 | /value
                    "tariff":{"amount":90,"unit":"WEEK"}                           | 400 | /tariff/unit
                    "triedProviders":[{"kvkNumber":"90000031","reason":"OTHER"}]   | 400 | /triedProviders/0/reason
                    "surprise":1                                                   | 400 | /surprise
                    """)
    void refusesWhatDoesNotSuit(String field, int status, String pointer) {
        ObjectNode request = request();
        ApiCaller.object("{" + field + "}")
                .properties()
                .forEach(entry -> request.set(entry.getKey(), entry.getValue()));

        Answer answer = api.post("toegang-gouda", PATH, request.toString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (pointer != null) {
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
        assertThat(answer.text()).doesNotContain("999900006");
    }

    @Test
    void saysByWhenTheNextStepIsDue() {
        ObjectNode request = request();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

        assertThat(api.post("toegang-gouda", PATH, request.toString())
                        .json()
                        .path("dueOn")
                        .asString())
                .isEqualTo(today.plusDays(5).toString());
        Answer urgent =
                api.post("toegang-gouda", PATH, request.put("urgent", true).toString());
        assertThat(urgent.json().path("dueOn").asString())
                .isEqualTo(today.plusDays(1).toString());
        assertThat(urgent.json().path("overdue").asBoolean()).isFalse();
        assertThat(api.get(
                                "rwo",
                                PATH + "?overdue=true&provider="
                                        + request.at("/provider/kvkNumber").asString())
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }
}

package nl.inkoopkompas.web.api;

import static nl.inkoopkompas.web.api.ExceptionCaller.PATH;
import static nl.inkoopkompas.web.api.ExceptionCaller.allowed;
import static nl.inkoopkompas.web.api.ExceptionCaller.body;
import static nl.inkoopkompas.web.api.ExceptionCaller.id;
import static nl.inkoopkompas.web.api.ExceptionCaller.kvk;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people do with a request for an exception contract over HTTP. */
@ApiTest
class ExceptionActionsApiTests {

    @Autowired
    ApiCaller api;

    @Autowired
    ExceptionCaller cases;

    @Test
    void goesFromRequestToContract() {
        String id = id(cases.submit(kvk(), "45A04"));

        cases.moves("rwo", id, "TAKE_UP", "UNDER_REVIEW");
        cases.moves("rwo", id, "ASK_INFORMATION", "UNDER_REVIEW");
        assertThat(cases.act("rwo", id, "ASK_INFORMATION").status()).isEqualTo(409);
        assertThat(cases.act("rwo", id, "START_TARIFF_TALKS").status()).isEqualTo(409);
        assertThat(cases.act("rwo", id, "ADVISE").status()).isEqualTo(409);
        cases.moves("toegang-gouda", id, "SUPPLY_INFORMATION", "UNDER_REVIEW");
        assertThat(cases.act("toegang-gouda", id, "SUPPLY_INFORMATION").status())
                .isEqualTo(409);
        cases.moves("rwo", id, "START_TARIFF_TALKS", "TARIFF_TALKS");
        cases.moves("rwo", id, "AGREE_TARIFF", "UNDER_REVIEW");
        cases.moves("rwo", id, "ADVISE", "ADVISED");
        assertThat(cases.act("rwo", id, "APPROVE").status()).isEqualTo(403);
        assertThat(cases.act("rwo-2", id, "APPROVE").status()).isEqualTo(403);
        cases.moves("directeur", id, "RETURN", "UNDER_REVIEW");
        cases.moves("rwo-2", id, "ADVISE", "ADVISED");
        cases.moves("directeur", id, "APPROVE", "APPROVED");
        Answer issued = cases.moves("toegang-gouda", id, "ISSUE_INDICATION", "APPROVED");
        assertThat(issued.json().path("warnings")).hasSize(1);
        assertThat(cases.act("toegang-gouda", id, "ISSUE_INDICATION").status()).isEqualTo(409);
        Answer drawn = cases.moves("rwo", id, "DRAW_UP_CONTRACT", "CONTRACTED");
        assertThat(drawn.json().path("warnings")).isEmpty();
        Answer closed = cases.moves("rwo", id, "CLOSE", "CLOSED");

        assertThat(closed.json().path("result").asString()).isEqualTo("APPROVED");
        assertThat(closed.json().path("history")).hasSize(13);
        assertThat(closed.json().path("rounds")).hasSize(3);
        assertThat(allowed(closed)).isEmpty();
        JsonNode last = api.get(
                        "rwo",
                        "/api/v1/decisions/" + closed.json().path("decision").asString())
                .json();
        assertThat(last.at("/request/tariff/amount").asInt()).isEqualTo(80);
        assertThat(last.path("ruleBook")).isEqualTo(closed.json().path("ruleBook"));
        assertThat(api.get("auditor", "/api/v1/audit/verification")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void showsWhatItEnforces() {
        String id = id(cases.submit(kvk(), "45A04"));
        cases.act("rwo", id, "TAKE_UP");
        cases.act("rwo", id, "ADVISE");
        for (String who : List.of("toegang-gouda", "rwo", "rwo-2", "directeur")) {
            for (JsonNode action : cases.read(who, id).path("actions")) {
                if (!action.path("allowed").asBoolean()) {
                    Answer refused = cases.act(who, id, action.path("action").asString());
                    assertThat(refused.status()).as(who + " " + action).isIn(403, 409);
                    assertThat(refused.json().path("detail").asString())
                            .isEqualTo(action.path("because").asString())
                            .contains("exceptioncontract/");
                }
            }
        }
        assertThat(allowed(api.get("directeur", PATH + "/" + id))).containsExactly("APPROVE", "REJECT", "RETURN");
        assertThat(allowed(api.get("toegang-gouda", PATH + "/" + id))).containsExactly("WITHDRAW");
        assertThat(allowed(api.get("auditor", PATH + "/" + id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "inkoper, TAKE_UP, 403",
        "toegang-gouda, TAKE_UP, 403",
        "rwo, WITHDRAW, 403",
        "directeur, ADVISE, 403",
        "directeur, APPROVE, 409",
        "rwo, CLOSE, 409",
        "auditor, TAKE_UP, 403",
        "toegang-zuidplas, WITHDRAW, 404"
    })
    void judgesThePersonFirst(String who, String action, int status) {
        assertThat(cases.act(who, id(cases.submit(kvk(), "45A04")), action).status())
                .isEqualTo(status);
    }

    @Test
    void tellsWhoIsTooLateWhereTheCaseStandsNow() throws Exception {
        String id = id(cases.submit(kvk(), "45A04"));
        cases.act("rwo", id, "TAKE_UP");
        cases.act("rwo", id, "ADVISE");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> acts = List.of(
                    () -> cases.named("directeur", id, "APPROVE"), () -> cases.named("directeur", id, "REJECT"));
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : both.invokeAll(acts)) {
                answers.add(answer.get());
            }
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            String result = cases.read("directeur", id).path("result").asString();
            Answer late = answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(late.json().at("/case/status").asString()).isEqualTo(result);
            assertThat(late.json().path("status").asInt()).isEqualTo(409);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void honoursWhatTheCallerSaw() {
        String id = id(cases.submit(kvk(), "45A04"));
        String tag = api.get("rwo", PATH + "/" + id).header("ETag");
        String body = body("TAKE_UP").toString();

        assertThat(api.post("rwo", PATH + "/" + id + "/actions", body, "If-Match", "\"other\"")
                        .status())
                .isEqualTo(412);
        Answer taken =
                api.post("rwo", PATH + "/" + id + "/actions", body, "If-Match", tag, "Idempotency-Key", "a-" + id);
        Answer again =
                api.post("rwo", PATH + "/" + id + "/actions", body, "If-Match", tag, "Idempotency-Key", "a-" + id);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.header("ETag")).isNotEqualTo(tag).isNotEmpty();
        assertThat(again.json()).isEqualTo(taken.json());
        assertThat(cases.read("rwo", id).path("history")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"action":"JUMP"}                                                            | /action
                    {}                                                                           | /action
                    {"action":"ADVISE","advice":"MAYBE","motivation":"Dit is een lange motivering."} | /advice
                    {"action":"ADVISE","advice":"APPROVE","motivation":"kort"}                   | /motivation
                    {"action":"ADVISE","advice":"APPROVE","motivation":"Over 999900006 is gesproken."} | /motivation
                    {"action":"ASK_INFORMATION","question":7}                                    | /question
                    {"action":"ASK_INFORMATION","question":"Wie is 999900006?"}                  | /question
                    {"action":"ASK_INFORMATION","question":"Wat?","advice":"APPROVE"}            | /advice
                    """)
    void refusesABodyThatDoesNotSuit(String body, String pointer) {
        String id = id(cases.submit(kvk(), "45A04"));
        cases.act("rwo", id, "TAKE_UP");

        Answer answer = api.post("rwo", PATH + "/" + id + "/actions", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.text()).doesNotContain("999900006");
        assertThat(cases.read("rwo", id).path("history")).hasSize(2);
    }
}

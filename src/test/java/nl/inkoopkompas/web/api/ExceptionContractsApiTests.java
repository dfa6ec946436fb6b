package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asking for an exception contract, and what people do with it, over HTTP. */
@ApiTest
class ExceptionContractsApiTests {

    private static final String PATH = "/api/v1/exception-contracts";
    private static final String REASONS = "Er is geen gecontracteerde aanbieder met deze deskundigheid.";

    @Autowired
    ApiCaller api;

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
        contracted(kvk, "45A04", "Gouda");

        Answer made = submit(kvk, "45A04");

        assertThat(made.json().path("kind").asString()).isEqualTo("NOT_NEEDED");
        assertThat(made.json().path("outcome").asString()).isEqualTo("NOT_NEEDED");
        assertThat(made.json().path("status").asString()).isEqualTo("CLOSED");
        assertThat(allowed(made)).isEmpty();
        assertThat(act("toegang-gouda", id(made), "WITHDRAW").status()).isEqualTo(409);
    }

    @Test
    void givesAnAddendumToWhoIsContractedForSomethingElse() {
        String kvk = kvk();
        contracted(kvk, "45A04", "Waddinxveen");

        assertThat(submit(kvk, "45A04").json().path("kind").asString()).isEqualTo("CSA");
        assertThat(submit(kvk, "45A01").json().path("kind").asString()).isEqualTo("CSA");
    }

    @Test
    void goesFromRequestToContract() {
        String id = id(submit(kvk(), "45A04"));

        moves("rwo", id, "TAKE_UP", "UNDER_REVIEW");
        moves("rwo", id, "ASK_INFORMATION", "UNDER_REVIEW");
        assertThat(act("rwo", id, "ASK_INFORMATION").status()).isEqualTo(409);
        assertThat(act("rwo", id, "START_TARIFF_TALKS").status()).isEqualTo(409);
        assertThat(act("rwo", id, "ADVISE").status()).isEqualTo(409);
        moves("toegang-gouda", id, "SUPPLY_INFORMATION", "UNDER_REVIEW");
        assertThat(act("toegang-gouda", id, "SUPPLY_INFORMATION").status()).isEqualTo(409);
        moves("rwo", id, "START_TARIFF_TALKS", "TARIFF_TALKS");
        moves("rwo", id, "AGREE_TARIFF", "UNDER_REVIEW");
        moves("rwo", id, "ADVISE", "ADVISED");
        assertThat(act("rwo", id, "APPROVE").status()).isEqualTo(403);
        assertThat(act("rwo-2", id, "APPROVE").status()).isEqualTo(403);
        moves("directeur", id, "RETURN", "UNDER_REVIEW");
        moves("rwo-2", id, "ADVISE", "ADVISED");
        moves("directeur", id, "APPROVE", "APPROVED");
        Answer issued = moves("toegang-gouda", id, "ISSUE_INDICATION", "APPROVED");
        assertThat(issued.json().path("warnings")).hasSize(1);
        assertThat(act("toegang-gouda", id, "ISSUE_INDICATION").status()).isEqualTo(409);
        Answer drawn = moves("rwo", id, "DRAW_UP_CONTRACT", "CONTRACTED");
        assertThat(drawn.json().path("warnings")).isEmpty();
        Answer closed = moves("rwo", id, "CLOSE", "CLOSED");

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
        String id = id(submit(kvk(), "45A04"));
        act("rwo", id, "TAKE_UP");
        act("rwo", id, "ADVISE");
        for (String who : List.of("toegang-gouda", "rwo", "rwo-2", "directeur")) {
            for (JsonNode action : read(who, id).path("actions")) {
                if (!action.path("allowed").asBoolean()) {
                    Answer refused = act(who, id, action.path("action").asString());
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
        assertThat(act(who, id(submit(kvk(), "45A04")), action).status()).isEqualTo(status);
    }

    @Test
    void tellsWhoIsTooLateWhereTheCaseStandsNow() throws Exception {
        String id = id(submit(kvk(), "45A04"));
        act("rwo", id, "TAKE_UP");
        act("rwo", id, "ADVISE");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> acts =
                    List.of(() -> act("directeur", id, "APPROVE"), () -> act("directeur", id, "REJECT"));
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : both.invokeAll(acts)) {
                answers.add(answer.get());
            }
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            String result = read("directeur", id).path("result").asString();
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
        String id = id(submit(kvk(), "45A04"));
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
        assertThat(read("rwo", id).path("history")).hasSize(2);
    }

    @Test
    void hidesTheClientAndWhatIsNotDecidedFromOtherMunicipalities() {
        String client = "C-" + UUID.randomUUID();
        ObjectNode request = request().put("client", client).put("need", "Over " + client + " is overlegd.");
        String id = id(api.post("toegang-gouda", PATH, request.toString()));

        assertThat(api.get("toegang-zuidplas", PATH + "/" + id).status()).isEqualTo(404);
        assertThat(listed("toegang-zuidplas", request)).isEmpty();
        assertThat(listed("toegang-gouda", request)).hasSize(1);
        assertThat(api.get("inkoper", PATH + "/" + id).status()).isEqualTo(403);
        assertThat(api.get("inkoper", "/api/v1/decisions/" + id).status()).isEqualTo(404);
        assertThat(api.get("inkoper", "/api/v1/decisions?type=exception-contract")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        act("rwo", id, "TAKE_UP");
        act("rwo", id, "ADVISE");
        act("directeur", id, "REJECT");

        Answer seen = api.get("toegang-zuidplas", PATH + "/" + id);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).doesNotContain(client).contains(REASONS);
        assertThat(seen.json().has("client")).isFalse();
        assertThat(seen.json().path("request").has("client")).isFalse();
        assertThat(listed("toegang-zuidplas", request)).hasSize(1);
        assertThat(api.get("toegang-zuidplas", PATH).text()).doesNotContain(client);
        assertThat(act("toegang-zuidplas", id, "SEEK_ALTERNATIVE").status()).isEqualTo(403);
        assertThat(read("toegang-gouda", id).path("client").asString()).isEqualTo(client);
    }

    @Test
    void addsUpWhatAProviderWasGranted() {
        String kvk = kvk();
        String first = id(api.post(
                "toegang-gouda", PATH, request(kvk).put("value", 700000).toString()));
        act("rwo", first, "TAKE_UP");
        act("rwo", first, "ADVISE");
        assertThat(verdict(submit(kvk, "45A04"), "exception.value")).isEqualTo("MET");
        act("directeur", first, "APPROVE");

        Answer second =
                api.post("toegang-gouda", PATH, request(kvk).put("value", 50000).toString());
        assertThat(verdict(second, "exception.value")).isEqualTo("NOT_MET");
        assertThat(second.json().at("/context/earlierExceptions/0/case").asString())
                .isEqualTo(first);
        act("rwo", id(second), "TAKE_UP");
        act("rwo", id(second), "ADVISE");
        Answer unnamed = act("directeur", id(second), "APPROVE");
        assertThat(unnamed.status()).isEqualTo(400);
        assertThat(unnamed.json().at("/errors/0/pointer").asString()).isEqualTo("/motivation");
        assertThat(act("directeur", id(second), body("APPROVE").put("motivation", REASONS + " exception.value"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksWhyALikeCaseEndsOtherwise() {
        String product = "02A01";
        String first = id(submit(kvk(), product));
        act("rwo", first, "TAKE_UP");
        act("rwo", first, "ADVISE");
        act("directeur", first, "REJECT");

        Answer second = submit(kvk(), product);
        assertThat(verdict(second, "exception.like-cases")).isEqualTo("JUDGEMENT");
        act("rwo", id(second), "TAKE_UP");
        act("rwo", id(second), body("ADVISE").put("advice", "REJECT"));
        assertThat(verdict(api.get("rwo", PATH + "/" + id(second)), "exception.like-cases"))
                .isEqualTo("MET");
    }

    @Test
    void decidesAgainWhenAContractIsSignedInBetween() {
        String kvk = kvk();
        String id = id(submit(kvk, "45A04"));
        act("rwo", id, "TAKE_UP");
        contracted(kvk, "45A01", "");

        Answer advised = act("rwo", id, "ADVISE");

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
        String id = id(submit(kvk(), "45A04"));
        act("rwo", id, "TAKE_UP");

        Answer answer = api.post("rwo", PATH + "/" + id + "/actions", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.text()).doesNotContain("999900006");
        assertThat(read("rwo", id).path("history")).hasSize(2);
    }

    @Test
    void findsCasesByWhatTheyAreAbout() {
        String kvk = kvk();
        String id = id(submit(kvk, "45A04"));

        assertThat(total("rwo", "?provider=" + kvk)).isEqualTo(1);
        assertThat(total("rwo", "?provider=" + kvk + "&status=SUBMITTED&kind=URC&product=45A04&municipality=0513"))
                .isEqualTo(1);
        assertThat(total("rwo", "?provider=" + kvk + "&status=ADVISED")).isZero();
        assertThat(total("rwo", "?provider=" + kvk + "&municipality=0627")).isZero();
        assertThat(api.get("rwo", PATH + "?provider=" + kvk)
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(id);
        assertThat(api.get("rwo", PATH + "?status=DONE").status()).isEqualTo(400);
        assertThat(api.get("rwo", PATH + "?unknown=1").status()).isEqualTo(400);
        assertThat(api.post("toegang-gouda", PATH + "?record=false", request().toString())
                        .status())
                .isEqualTo(400);
    }

    private Answer moves(String who, String id, String action, String status) {
        Answer answer = act(who, id, action);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo(status);
        return answer;
    }

    private Answer act(String who, String id, String action) {
        return act(who, id, body(action));
    }

    private Answer act(String who, String id, ObjectNode body) {
        return api.post(who, PATH + "/" + id + "/actions", body.toString());
    }

    private static ObjectNode body(String action) {
        ObjectNode body = ApiCaller.object("{}").put("action", action).put("motivation", REASONS);
        switch (action) {
            case "ASK_INFORMATION" -> body.put("question", "Welke aanbieders zijn nog meer gevraagd?");
            case "SUPPLY_INFORMATION" -> body.put("answer", "Er zijn er geen meer.");
            case "AGREE_TARIFF" -> body.put("amount", 80).put("unit", "HOUR");
            case "ADVISE" -> body.put("advice", "APPROVE");
            default -> {}
        }
        return body;
    }

    private JsonNode read(String who, String id) {
        return api.get(who, PATH + "/" + id).json();
    }

    private static List<String> allowed(Answer answer) {
        return StreamSupport.stream(answer.json().path("actions").spliterator(), false)
                .filter(action -> action.path("allowed").asBoolean())
                .map(action -> action.path("action").asString())
                .toList();
    }

    private static String verdict(Answer answer, String criterion) {
        return StreamSupport.stream(answer.json().path("findings").spliterator(), false)
                .filter(finding -> finding.path("criterion").asString().equals(criterion))
                .map(finding -> finding.path("verdict").asString())
                .findFirst()
                .orElse(answer.text());
    }

    private JsonNode listed(String who, ObjectNode request) {
        return api.get(
                        who,
                        PATH + "?provider=" + request.at("/provider/kvkNumber").asString())
                .json()
                .path("items");
    }

    private int total(String who, String query) {
        return api.get(who, PATH + query).json().path("total").asInt();
    }

    private Answer submit(String kvk, String product) {
        ObjectNode request = request(kvk).put("product", product);
        request.put("contract", product.startsWith("02") ? "ambulant-wmo" : "ambulant-jeugd");
        Answer made = api.post("toegang-gouda", PATH, request.toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    private static String id(Answer made) {
        return made.json().path("id").asString();
    }

    private void contracted(String kvk, String product, String municipalities) {
        Answer imported = api.upload(
                "rwo",
                "/api/v1/contracted-providers/imports",
                "file",
                "gecontracteerden.csv",
                ("kvk_nummer,naam,contract,product,gemeenten,vanaf,tot_en_met,capaciteit,clientenstop_vanaf,"
                                + "clientenstop_tot_en_met\n" + kvk + ",Zorg " + kvk + ",ambulant-jeugd," + product
                                + ","
                                + municipalities + ",1-1-2025,,,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
    }

    private static String kvk() {
        return String.valueOf(10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000_000));
    }

    private static ObjectNode request() {
        return request(kvk());
    }

    private static ObjectNode request(String kvk) {
        return ApiCaller.object("""
                {"asOf":"2025-03-01","municipality":"0513","client":"C-1001","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"Praktijk Voorbeeld","kvkNumber":"%s"},
                 "need":"De specialistische begeleiding is nergens te krijgen.","urgent":false,
                 "longTermImpact":"Een traject van een jaar.","period":{"from":"2025-03-15","to":"2026-03-14"},
                 "value":20000,"tariff":{"amount":90,"unit":"HOUR"},"triedProviders":[]}
                """.formatted(kvk));
    }
}

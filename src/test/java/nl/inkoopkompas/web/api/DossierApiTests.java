package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.LikeFindings;
import nl.inkoopkompas.register.LikeFindings.LikeFinding;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ApiTest
class DossierApiTests {

    private static final String DECISIONS = "/api/v1/decisions/";

    @Autowired
    ApiCaller api;

    @Autowired
    DecisionRegister register;

    @Autowired
    LikeFindings likeFindings;

    private String recorded(ObjectNode application) {
        Answer made = api.post("inkoper", "/api/v1/admissions", application.toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    /** An application that meets every criterion, with its papers checked. */
    static ObjectNode complete() {
        ObjectNode application = (ObjectNode) ProjectRuleBook.BOOK.policy("admission").scenarios().stream()
                .filter(scenario -> scenario.id().equals("outcome-admissible"))
                .findFirst()
                .orElseThrow()
                .request()
                .deepCopy();
        ((ObjectNode) application.path("applicant")).put("name", ApiCaller.unique());
        for (String pointer : List.of(
                "/applicant/certificatesOfConduct",
                "/applicant/procurementDeclarations",
                "/applicant/insurances",
                "/products/0/experience")) {
            application
                    .withArray("evidence")
                    .addObject()
                    .put("pointer", pointer)
                    .put("verified", true);
        }
        return application;
    }

    static ObjectNode dissolved() {
        ObjectNode application = complete();
        ((ObjectNode) application.path("applicant")).withArray("contractEvents").add(ApiCaller.object("""
                        {"kind": "DISSOLVED", "date": "2022-05-10", "contract": "OTHER", "counterparty": "Regio X",
                         "inThisRegion": false, "initiatedBy": "COMMISSIONER", "partial": false, "improvements": []}
                        """));
        return application;
    }

    private static final String MEASURES = """
            {"kind": "HEARING", "on": "2024-04-20", "responses": [{"criterion": "admission.negative-experience",
             "subject": "/applicant", "kind": "MEASURES", "accepted": %s, "motivation": "Nieuwe administratie, getoetst."}]}
            """;

    private Answer round(String id, String body) {
        return api.post("rwo", DECISIONS + id + "/rounds", body);
    }

    private Answer determine(String by, String id, String outcome, String motivation) {
        JsonNode decision = api.get("auditor", DECISIONS + id).json();
        ObjectNode body = ApiCaller.object("{}");
        decision.path("products").forEach(product -> body.withArray("products")
                .addObject()
                .put("code", product.path("code").asString())
                .put("outcome", outcome));
        body.put("motivation", motivation);
        return api.post(by, DECISIONS + id + "/determination", body.toString());
    }

    private static String verdict(JsonNode decision, String criterion) {
        for (JsonNode finding : decision.path("findings")) {
            if (finding.path("criterion").asString().equals("admission." + criterion)) {
                return finding.path("verdict").asString();
            }
        }
        throw new AssertionError(criterion);
    }

    @Test
    void keepsBothRoundsAfterAHearing() {
        String first = recorded(dissolved());
        Answer second = round(first, MEASURES.formatted("true"));

        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.json().path("round").asInt()).isEqualTo(2);
        assertThat(second.json().path("previous").asString()).isEqualTo(first);
        assertThat(verdict(second.json(), "negative-experience")).isEqualTo("REMEDIED");
        assertThat(second.json().path("outcome").asString()).isEqualTo("ADMISSIBLE");
        JsonNode read = api.get("auditor", DECISIONS + first).json();
        assertThat(read.path("outcome").asString()).isEqualTo("HEARING");
        assertThat(read.path("rounds")).hasSize(2);
        assertThat(api.get("auditor", second.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void rejectsOnlyAfterTheHearing() {
        String first = recorded(dissolved());
        assertThat(determine("inkoper", first, "REJECTED", "Ik wijs dit af zonder te horen.")
                        .status())
                .isEqualTo(409);

        Answer second = round(first, MEASURES.formatted("false"));
        assertThat(second.json().path("outcome").asString()).isEqualTo("REJECTED");
        Answer determined = determine("directeur", second.json().path("id").asString(), "REJECTED", null);
        assertThat(determined.status()).as(determined.text()).isEqualTo(201);
        assertThat(determined.json().path("determinedBy").asString()).isEqualTo("directeur");
        assertThat(round(second.json().path("id").asString(), MEASURES.formatted("true"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void countsAPaperUpToTheDayOfTheRoundThatItCameWith() {
        ObjectNode application = complete();
        ((ObjectNode) application.path("applicant")).putArray("procurementDeclarations");
        String first = recorded(application);
        String change = """
                {"kind": "SUPPLEMENT", "on": "2024-04-20", "changes": [
                  {"op": "add", "path": "/applicant/procurementDeclarations/-", "value": {"issuedOn": "%s"}}]}
                """;
        assertThat(verdict(api.get("auditor", DECISIONS + first).json(), "procurement-declaration"))
                .isEqualTo("NOT_MET");

        Answer tooLate = api.post("rwo", DECISIONS + recorded(application) + "/rounds", change.formatted("2024-04-21"));
        assertThat(verdict(tooLate.json(), "procurement-declaration")).isEqualTo("NOT_MET");
        Answer inTime = round(first, change.formatted("2024-04-20"));
        assertThat(verdict(inTime.json(), "procurement-declaration")).isEqualTo("MET");
        assertThat(inTime.text()).contains("/context/handedIn/0/on");
        assertThat(inTime.json().at("/context/handedIn/0/on").asString()).isEqualTo("2024-04-20");

        Answer third = round(inTime.json().path("id").asString(), """
                {"kind": "SUPPLEMENT", "on": "2024-05-01", "changes": [
                  {"op": "replace", "path": "/applicant/employees", "value": 43}]}
                """);
        assertThat(verdict(third.json(), "procurement-declaration")).isEqualTo("MET");
        assertThat(third.json().at("/context/handedIn/0/on").asString()).isEqualTo("2024-04-20");
    }

    @Test
    void letsAResponseLapseWhenAFactOfItsFindingChanges() {
        Answer second = round(recorded(dissolved()), MEASURES.formatted("true"));
        String id = second.json().path("id").asString();
        Answer unrelated = round(id, """
                {"kind": "SUPPLEMENT", "on": "2024-04-21", "changes": [
                  {"op": "replace", "path": "/applicant/employees", "value": 43}]}
                """);
        assertThat(verdict(unrelated.json(), "negative-experience")).isEqualTo("REMEDIED");
        Answer third = round(unrelated.json().path("id").asString(), """
                {"kind": "SUPPLEMENT", "on": "2024-04-21", "changes": [
                  {"op": "replace", "path": "/applicant/contractEvents/0/date", "value": "2022-06-01"}]}
                """);
        assertThat(verdict(third.json(), "negative-experience")).isEqualTo("NOT_MET");
        assertThat(third.json().path("outcome").asString()).isEqualTo("HEARING");
    }

    @Test
    void admitsOnlyOnPapersThatWereChecked() {
        ObjectNode application = complete();
        application.remove("evidence");
        String first = recorded(application);
        Answer refused = determine("inkoper", first, "ADMISSIBLE", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("erzekeringen 1", "rvaring 1");

        Answer second = round(first, """
                {"kind": "SUPPLEMENT", "on": "2024-04-02", "changes": [{"op": "add", "path": "/evidence", "value": [
                  {"pointer": "/applicant/certificatesOfConduct", "verified": true},
                  {"pointer": "/applicant/procurementDeclarations/0", "verified": true},
                  {"pointer": "/applicant/insurances/0", "verified": true},
                  {"pointer": "/products/0/experience/0", "verified": true}]}]}
                """);
        Answer made = determine("inkoper", second.json().path("id").asString(), "ADMISSIBLE", null);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().at("/products/0/outcome").asString()).isEqualTo("ADMISSIBLE");
        JsonNode read = api.get("auditor", second.header("Location")).json();
        assertThat(read.at("/determination/determinedBy").asString()).isEqualTo("inkoper");
    }

    @Test
    void forgetsThatAPaperWasCheckedWhenItIsChanged() {
        String first = recorded(complete());
        Answer second = round(first, """
                {"kind": "SUPPLEMENT", "on": "2024-04-02", "changes": [
                  {"op": "replace", "path": "/applicant/insurances/0/perEvent", "value": 3000000}]}
                """);
        Answer refused = determine("inkoper", second.json().path("id").asString(), "ADMISSIBLE", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("erzekeringen 1").doesNotContain("edragsverklaringen");
    }

    @Test
    void determinesOnceAndAsksWhyItDiffers() {
        String id = recorded(complete());
        assertThat(determine("inkoper", id, "ASSESS", "te kort").status()).isEqualTo(400);
        assertThat(determine("rwo", id, "ADMISSIBLE", null).status()).isEqualTo(403);
        assertThat(determine("inkoper", id, "ADMISSIBLE", "Burgerservicenummer 111222333 staat hier.")
                        .status())
                .isEqualTo(400);
        assertThat(determine("inkoper", id, "ADMISSIBLE", null).status()).isEqualTo(201);
        assertThat(determine("inkoper-2", id, "ADMISSIBLE", null).status()).isEqualTo(409);
    }

    @Test
    void saysWhatIsWrongWithARound() {
        String id = recorded(dissolved());
        Answer empty = round(id, "{\"kind\": \"SUPPLEMENT\", \"on\": \"2024-02-30\", \"extra\": 1}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/extra", "/on", "/changes");
        Answer path = round(id, """
                {"kind": "SUPPLEMENT", "on": "2024-04-20", "changes": [{"op": "replace", "path": "/asOf", "value": "2024-05-01"}]}
                """);
        assertThat(path.json().at("/errors/0/pointer").asString()).isEqualTo("/changes/0/path");
        Answer value = round(id, """
                {"kind": "SUPPLEMENT", "on": "2024-04-20", "changes": [
                  {"op": "add", "path": "/applicant/insurances/-", "value": {"perEvent": "veel"}}]}
                """);
        assertThat(value.status()).isEqualTo(400);
        assertThat(value.json().at("/errors/0/pointer").asString()).startsWith("/changes/0/value");
        Answer response = round(id, """
                {"kind": "HEARING", "on": "2024-04-20", "responses": [{"criterion": "x", "subject": "/applicant", "kind": "NO"}]}
                """);
        assertThat(response.json().at("/errors/0/pointer").asString()).isEqualTo("/responses/0/kind");
        assertThat(round(id, MEASURES.formatted("true").replace("HEARING", "SUPPLEMENT"))
                        .status())
                .isEqualTo(400);
        assertThat(round("01a19c21-727b-7528-8e24-267ab9490092", MEASURES).status())
                .isEqualTo(404);
        assertThat(api.get("auditor", DECISIONS + id).json().path("rounds")).hasSize(1);
    }

    @Test
    void letsOneOfManySimultaneousRoundsWin() throws Exception {
        String id = recorded(dissolved());
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> () -> i % 2 == 0
                            ? round(id, MEASURES.formatted("true")).status()
                            : determine("inkoper", id, "HEARING", null).status())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> call : people.invokeAll(calls)) {
                statuses.add(call.get());
            }
            assertThat(statuses).containsOnly(201, 409);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSizeBetween(1, 2);
        } finally {
            people.shutdown();
        }
        assertThat(api.get("auditor", DECISIONS + id).json().path("rounds").size())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void honoursIfMatchAndIdempotencyKey() {
        String id = recorded(dissolved());
        String tag = api.get("auditor", DECISIONS + id).header("ETag");
        String path = DECISIONS + id + "/rounds";
        String body = MEASURES.formatted("true");
        assertThat(api.post("rwo", path, body, "If-Match", "\"other\"").status())
                .isEqualTo(412);
        Answer first = api.post("rwo", path, body, "If-Match", tag, "Idempotency-Key", "round-" + id);
        Answer again = api.post("rwo", path, body, "If-Match", tag, "Idempotency-Key", "round-" + id);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(api.get("auditor", DECISIONS + id).json().path("rounds")).hasSize(2);
    }

    @Test
    void replaysEveryRoundIdentically() {
        String first = recorded(dissolved());
        String second =
                round(first, MEASURES.formatted("true")).json().path("id").asString();
        for (String id : List.of(first, second)) {
            Answer replay = api.post("beleid", DECISIONS + id + "/replay", "");
            assertThat(replay.status()).as(replay.text()).isEqualTo(200);
            assertThat(replay.json().path("differences")).isEmpty();
            assertThat(replay.json().path("identical").asBoolean()).isTrue();
        }
    }

    @Test
    void contractsWhoIsAdmittedUnderOpenHouse() {
        ObjectNode application = complete();
        ((ObjectNode) application.path("applicant")).put("kvkNumber", "90007431");
        String contracted = "/api/v1/contracted-providers?contract=ambulant-jeugd&on=2026-12-31&size=500";
        String id = recorded(application);
        assertThat(api.get("toegang-gouda", contracted).text()).doesNotContain("90007431");

        determine("inkoper", id, "ADMISSIBLE", null);

        String watch = "/api/v1/contracts/ambulant-jeugd/open-house";
        assertThat(api.get("inkoper", watch).json().at("/conditions/0/verdict").asString())
                .isNotEqualTo("UNDETERMINED");
        assertThat(api.get("inkoper", watch + "?on=2024-06-01")
                        .json()
                        .at("/conditions/0/verdict")
                        .asString())
                .isEqualTo("UNDETERMINED");

        JsonNode row = null;
        for (JsonNode item : api.get("toegang-gouda", contracted).json().path("items")) {
            row = item.path("kvkNumber").asString().equals("90007431") ? item : row;
        }
        assertThat(row).isNotNull();
        assertThat(row.path("product").asString()).isEqualTo("45A01");
        assertThat(row.path("municipalities").isNull()).isTrue();
    }

    @Test
    void findsWhatWasDecidedOnLikeFacts() {
        ObjectNode later = dissolved();
        ((ObjectNode) later.at("/applicant/contractEvents/0"))
                .put("date", "2022-07-01")
                .put("counterparty", "Regio Uniek");
        ObjectNode other = dissolved();
        ((ObjectNode) other.at("/applicant/contractEvents/0")).put("counterparty", "Regio Uniek");
        String heard = recorded(other);
        String accepted =
                round(heard, MEASURES.formatted("true")).json().path("id").asString();
        RegisteredDecision open =
                register.byId(UUID.fromString(recorded(later))).orElseThrow();

        List<LikeFinding> like = likeFindings.of(open.dossier(), finding(open, "admission.negative-experience"), 50);

        assertThat(like).anySatisfy(found -> {
            assertThat(found.decision().toString()).isEqualTo(accepted);
            assertThat(found.answer()).isEqualTo("ACCEPTED");
            assertThat(found.same()).isFalse();
        });
        assertThat(like)
                .noneSatisfy(found -> assertThat(found.decision().toString()).isEqualTo(heard));
    }

    private static JsonNode finding(RegisteredDecision decision, String criterion) {
        for (JsonNode finding : decision.decision().path("findings")) {
            if (finding.path("criterion").asString().equals(criterion)) {
                return finding;
            }
        }
        throw new AssertionError(criterion);
    }

    @Test
    void verifiesTheRegister() {
        recorded(complete());
        Answer verification = api.get("auditor", "/api/v1/audit/verification");
        assertThat(verification.status()).isEqualTo(200);
        assertThat(verification.json().path("firstBroken").isNull())
                .as(verification.text())
                .isTrue();
        assertThat(verification.json().path("intact").asBoolean()).isTrue();
        assertThat(verification.json().path("entries").asLong()).isPositive();
    }
}

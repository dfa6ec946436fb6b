package nl.inkoopkompas.web.api.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Simulations over HTTP: what a draft does to the register and to a made-up population. */
@ApiTest
class SimulationsApiTests {

    private static final String STRICT =
            "{\"table\":\"admission/criteria\",\"row\":\"negative-experience\",\"column\":\"remediable\",\"value\":false}";
    private static final String SOLVENCY =
            "{\"parameter\":\"admission.financial-health.solvency-lower\",\"from\":\"2024-01-01\",\"value\":0.35}";
    private static final String UPPER =
            "{\"parameter\":\"admission.financial-health.solvency-upper\",\"from\":\"2024-01-01\",\"value\":0.40}";

    @Autowired
    ApiCaller api;

    private String draft(String... edits) {
        String draft = api.post("beleid", "/api/v1/drafts", "{\"base\":\"current\",\"title\":\"Proef\"}")
                .header("Location");
        Answer edited =
                api.patch("beleid", draft, "{\"edits\":[" + String.join(",", edits) + "],\"reason\":\"Proef\"}");
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        return draft;
    }

    private Answer start(String draft, String population) {
        return api.post(
                "beleid", draft + "/simulations", "{\"type\":\"admission\",\"population\":\"" + population + "\"}");
    }

    private JsonNode finished(Answer started) throws InterruptedException {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        JsonNode report = started.json();
        while (List.of("QUEUED", "RUNNING").contains(report.path("status").asString())) {
            assertThat(Instant.now()).as("waited too long: " + report).isBefore(end);
            Thread.sleep(50);
            report = api.get("auditor", started.header("Location")).json();
        }
        return report;
    }

    private static int sum(JsonNode rows, String field) {
        int sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(field).asInt();
        }
        return sum;
    }

    @Test
    void countsEachCaseThatGetsAnotherOutcomeUnderOneEdit() throws InterruptedException {
        String draft = draft(SOLVENCY, UPPER, STRICT);
        Answer started = start(draft, "sample:600");

        JsonNode report = finished(started);

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("DONE");
        assertThat(report.path("done").asInt()).isEqualTo(600);
        assertThat(report.path("total").asInt()).isEqualTo(600);
        int flipped = report.path("flipped").asInt();
        assertThat(flipped).isPositive();
        assertThat(sum(report.path("flips"), "count")).isEqualTo(flipped);
        assertThat(sum(report.path("byEdit"), "flips")).isEqualTo(flipped);
        assertThat(sum(report.path("byContract"), "flips")).isEqualTo(flipped);
        assertThat(report.path("notDecidable").isInt()).isTrue();
        assertThat(report.at("/coverage/changed").isArray()).isTrue();
        assertThat(report.at("/coverage/providers")).isEmpty();
        Set<Integer> seen = new HashSet<>();
        for (JsonNode share : report.path("byEdit")) {
            String edits = share.path("edits").toString().replaceAll("[\\[\\]]", "");
            Answer cases = api.get("beleid", started.header("Location") + "/cases?size=500&edits=" + edits);
            assertThat(cases.json().path("total").asInt())
                    .as(cases.text())
                    .isEqualTo(share.path("flips").asInt());
            cases.json()
                    .path("items")
                    .forEach(one -> seen.add(one.path("number").asInt()));
        }
        assertThat(seen).hasSize(flipped);
    }

    @Test
    void opensACaseUnderBothBooks() throws InterruptedException {
        String draft = draft(SOLVENCY);
        Answer started = start(draft, "sample:300");
        JsonNode first = finished(started).at("/cases/0");

        Answer opened = api.get(
                "auditor",
                started.header("Location") + "/cases/" + first.path("number").asInt());

        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        assertThat(opened.json().at("/base/outcome").asString())
                .isEqualTo(first.path("from").asString());
        assertThat(opened.json().at("/draft/outcome").asString())
                .isEqualTo(first.path("to").asString());
        assertThat(opened.json().at("/draft/explanation"))
                .isNotEqualTo(opened.json().at("/base/explanation"));
        assertThat(first.path("criteria").toString()).isEqualTo("[\"admission.financial-health\"]");
        assertThat(api.get("auditor", started.header("Location") + "/cases/999999")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void judgesTheLastRoundsOfTheRegister() throws InterruptedException {
        ObjectNode application = ApiCaller.application();
        ((ObjectNode) application.get("applicant")).put("name", ApiCaller.unique());
        Answer recorded = api.post("inkoper", "/api/v1/admissions", application.toString());
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        Answer started = start(draft(STRICT), "register");

        JsonNode report = finished(started);

        assertThat(report.path("status").asString()).isEqualTo("DONE");
        assertThat(report.path("total").asInt()).isPositive();
        JsonNode found = null;
        Answer cases = api.get("beleid", started.header("Location") + "/cases?size=500&to=REJECTED");
        for (JsonNode one : cases.json().path("items")) {
            if (one.path("decision").equals(recorded.json().path("id"))) {
                found = one;
            }
        }
        assertThat(found).as(cases.text()).isNotNull();
        assertThat(found.path("from").asString()).isEqualTo("HEARING");
        assertThat(found.path("applicant"))
                .isEqualTo(application.get("applicant").get("name"));
        assertThat(found.path("edits").toString()).isEqualTo("[1]");
    }

    @Test
    void keepsWhatItMeasuredWhenTheDraftChangesAfterwards() throws InterruptedException {
        String draft = draft(SOLVENCY);
        Answer started = start(draft, "sample:200");
        JsonNode before = finished(started);
        api.patch("beleid", draft, "{\"edits\":[" + STRICT + "],\"reason\":\"Proef\"}");

        JsonNode after = api.get("beleid", started.header("Location")).json();

        assertThat(after).isEqualTo(before);
        assertThat(api.get("beleid", draft + "/simulations")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void stopsWhenItIsAsked() {
        Answer started = start(draft(SOLVENCY), "sample:1000000");

        Answer stopped = api.call("DELETE", "beleid", started.header("Location"));

        assertThat(stopped.status()).as(stopped.text()).isEqualTo(200);
        assertThat(stopped.json().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(api.call("DELETE", "beleid", started.header("Location"))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"admission","population":"sample:0"} | /population
            {"type":"admission","population":"sample:1000001"} | /population
            {"type":"admission","population":"sample:-1"} | /population
            {"type":"admission","population":"sample:1e3"} | /population
            {"type":"admission","population":7} | /population
            {"type":"admission"} | /population
            {"type":"nothing","population":"register"} | /type
            {"population":"register"} | /type
            {"type":"admission","population":"register","seed":1} | /seed
            """)
    void saysWhatIsWrongWithWhatIsAsked(String body, String pointer) {
        Answer refused = api.post("beleid", draft(SOLVENCY) + "/simulations", body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void isStartedByPolicyMakersAlone() {
        String draft = draft(SOLVENCY);
        String asked = "{\"type\":\"admission\",\"population\":\"register\"}";

        assertThat(api.post("auditor", draft + "/simulations", asked).status()).isEqualTo(403);
        assertThat(api.post("inkoper", draft + "/simulations", asked).status()).isEqualTo(403);
        assertThat(api.get("inkoper", draft + "/simulations").status()).isEqualTo(403);
    }
}

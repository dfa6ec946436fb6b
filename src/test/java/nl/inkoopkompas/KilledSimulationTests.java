package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The program is killed in the middle of a simulation and started again: the report is the same as without. */
class KilledSimulationTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int CASES = 30_000;

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @Test
    void takesUpAfterAKillWhatWasSimulatingAndGivesTheSameReport() throws Exception {
        KilledProgram program = start();
        String draft = call("POST", "/api/v1/drafts", "{\"base\":\"current\",\"title\":\"Proef\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        call("PATCH", draft, """
                {"edits": [{"parameter": "admission.experience.look-back-years", "from": "2024-01-01", "value": 1}],
                 "reason": "Proef"}""");
        String broken = simulate(draft);
        awaitUntil(broken, report -> report.path("done").asInt() > 0);
        int done = read(broken).path("done").asInt();
        program.kill();
        assertThat(done).isLessThan(CASES);

        KilledProgram again = start();
        try {
            JsonNode resumed = awaitUntil(broken, report -> !isUnderWay(report));
            JsonNode whole = awaitUntil(simulate(draft), report -> !isUnderWay(report));
            assertThat(whole.path("done").asInt()).isEqualTo(CASES);
            assertThat(whole.path("flips").size()).isPositive();
            assertThat(findings(resumed)).isEqualTo(findings(whole));
        } finally {
            again.stop();
        }
    }

    private KilledProgram start() throws Exception {
        KilledProgram program = new KilledProgram(
                InkoopkompasApplication.class,
                directory.resolve("program.log"),
                List.of(
                        "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("db"),
                        "--server.port=0",
                        "--inkoopkompas.demo.applications=false"));
        port = program.port();
        return program;
    }

    private String simulate(String draft) throws Exception {
        return call("POST", draft + "/simulations", "{\"type\":\"admission\",\"population\":\"sample:" + CASES + "\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private interface Ready {
        boolean is(JsonNode report);
    }

    private JsonNode awaitUntil(String simulation, Ready ready) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        JsonNode report = read(simulation);
        while (!ready.is(report)) {
            assertThat(Instant.now()).as("still " + report).isBefore(end);
            Thread.sleep(20);
            report = read(simulation);
        }
        return report;
    }

    private static boolean isUnderWay(JsonNode report) {
        return List.of("QUEUED", "RUNNING").contains(report.path("status").asString());
    }

    /** All that a report says but for which simulation it is of and when. */
    private static JsonNode findings(JsonNode report) {
        ObjectNode findings = (ObjectNode) report.deepCopy();
        findings.remove(List.of("id", "startedAt", "startedBy", "endedAt", "cases"));
        return findings;
    }

    private JsonNode read(String address) throws Exception {
        return JSON.readTree(call("GET", address, "").body());
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        String basic = Base64.getEncoder().encodeToString("beleid:demo".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return answer;
    }
}

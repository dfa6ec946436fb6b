package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ApiTest
class AdmissionsApiTests {

    private static final String ADMISSIONS = "/api/v1/admissions";

    @Autowired
    ApiCaller api;

    @Test
    void decidesRecordsAndSaysWhere() {
        Answer answer = api.post("inkoper", ADMISSIONS, ApiCaller.application().toString());

        assertThat(answer.status()).isEqualTo(201);
        JsonNode decision = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/decisions/" + decision.path("id").asString());
        assertThat(answer.header("Content-Language")).isEqualTo("nl");
        assertThat(answer.header("API-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(UUID.fromString(decision.path("id").asString()).version()).isEqualTo(7);
        assertThat(decision.path("recordedBy").asString()).isEqualTo("inkoper");
        assertThat(decision.path("recordedAt").asString()).matches("\\d{4}-.*Z");
        assertThat(decision.path("round").asInt()).isEqualTo(1);
        assertThat(decision.path("type").asString()).isEqualTo("admission");
        assertThat(decision.path("outcome").asString()).isEqualTo("HEARING");
        assertThat(decision.at("/products/0/code").asString()).isEqualTo("45A01");
        assertThat(decision.at("/unused").isArray()).isTrue();
        assertThat(decision.path("findings")).hasSize(14);
        assertThat(decision.path("explanation").path("language").asString()).isEqualTo("nl");
        assertThat(decision.has("particulars")).isFalse();
    }

    @Test
    void givesTheFieldsInTheOrderOfTheContract() {
        JsonNode decision = api.post(
                        "inkoper", ADMISSIONS, ApiCaller.application().toString())
                .json();

        assertThat(decision.propertyNames())
                .startsWith("id", "type", "round", "previous", "recordedAt", "recordedBy", "outcome", "asOf");
        assertThat(decision.at("/findings/0").propertyNames())
                .containsExactly(
                        "criterion",
                        "subject",
                        "verdict",
                        "reason",
                        "facts",
                        "norms",
                        "sources",
                        "interpretation",
                        "remedy");
    }

    @Test
    void readsBackWhatItAnswered() {
        ObjectNode application = ApiCaller.application();
        Answer made = api.post("inkoper", ADMISSIONS, application.toString());
        Answer read = api.get("auditor", made.header("Location"));

        assertThat(read.status()).isEqualTo(200);
        made.json().properties().forEach(field -> assertThat(read.json().get(field.getKey()))
                .isEqualTo(field.getValue()));
        assertThat(read.json().get("request")).isEqualTo(application);
        assertThat(read.json().get("context")).isEmpty();
        assertThat(read.json().at("/rounds/0/id")).isEqualTo(made.json().get("id"));
        assertThat(read.json().get("determination").isNull()).isTrue();
    }

    @Test
    void readsBackInEnglishWhatWasRecordedInDutch() {
        Answer made = api.post("inkoper", ADMISSIONS, ApiCaller.application().toString());
        Answer read = api.get("inkoper", made.header("Location"), "Accept-Language", "en");

        assertThat(read.header("Content-Language")).isEqualTo("en");
        assertThat(read.json().at("/explanation/language").asString()).isEqualTo("en");
        assertThat(read.json().at("/findings/0/reason"))
                .isNotEqualTo(made.json().at("/findings/0/reason"));
        assertThat(verdicts(read.json())).isEqualTo(verdicts(made.json()));
        for (String field : List.of("id", "recordedAt", "recordedBy", "inputHash", "outcome", "ruleBook", "engine")) {
            assertThat(read.json().get(field)).as(field).isEqualTo(made.json().get(field));
        }
    }

    @Test
    void answersInEnglishWhenAsked() {
        Answer answer = api.post(
                "inkoper",
                ADMISSIONS,
                ApiCaller.application().toString(),
                "Accept-Language",
                "en-GB,en;q=0.9,nl;q=0.5");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.json().at("/explanation/language").asString()).isEqualTo("en");
        assertThat(answer.json().get("id").isString()).isTrue();
    }

    @Test
    void answersInDutchToAnyOtherLanguage() {
        for (String language : List.of("fr", "*", "garbage;;;q=x", "nl-NL,en;q=0.8")) {
            Answer answer = api.post(
                    "inkoper",
                    ADMISSIONS + "?record=false",
                    ApiCaller.application().toString(),
                    "Accept-Language",
                    language);
            assertThat(answer.header("Content-Language")).as(language).isEqualTo("nl");
        }
    }

    @Test
    void storesNothingWhenNotRecording() {
        String name = ApiCaller.unique();
        ObjectNode application = ApiCaller.application();
        ((ObjectNode) application.get("applicant")).put("name", name);
        Answer answer = api.post("beleid", ADMISSIONS + "?record=false", application.toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.json().get("id").isNull()).isTrue();
        assertThat(answer.json().get("recordedAt").isNull()).isTrue();
        assertThat(api.get("auditor", "/api/v1/decisions?size=500").text()).doesNotContain(name);
    }

    @Test
    void answersARepeatedCallWithoutDoingItAgain() {
        String body = ApiCaller.application().toString();
        String key = UUID.randomUUID().toString();
        Answer first = api.post("inkoper", ADMISSIONS, body, "Idempotency-Key", key);
        Answer again = api.post("inkoper", ADMISSIONS, body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(api.post("rwo", ADMISSIONS, body, "Idempotency-Key", key).header("Location"))
                .isNotEqualTo(first.header("Location"));
    }

    @Test
    void refusesAKeyThatCameWithAnotherBody() {
        String key = UUID.randomUUID().toString();
        ObjectNode application = ApiCaller.application();
        api.post("inkoper", ADMISSIONS, application.toString(), "Idempotency-Key", key);
        application.put("asOf", "2024-04-02");
        Answer other = api.post("inkoper", ADMISSIONS, application.toString(), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void letsAKeyBeUsedAgainAfterARefusal() {
        String key = UUID.randomUUID().toString();
        assertThat(api.post("inkoper", ADMISSIONS, "{}", "Idempotency-Key", key).status())
                .isEqualTo(400);
        assertThat(api.post("inkoper", ADMISSIONS, ApiCaller.application().toString(), "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void recordsSimultaneousCallsWithOneKeyOnce() {
        String body = ApiCaller.application().toString();
        String key = UUID.randomUUID().toString();
        List<String> locations = Stream.generate(() -> body)
                .limit(6)
                .parallel()
                .map(each -> api.post("inkoper", ADMISSIONS, each, "Idempotency-Key", key))
                .map(answer -> answer.status() + answer.header("Location"))
                .distinct()
                .toList();

        assertThat(locations).hasSize(1).first().asString().startsWith("201");
    }

    private static List<String> verdicts(JsonNode decision) {
        return StreamSupport.stream(decision.path("findings").spliterator(), false)
                .map(finding -> finding.path("criterion").asString()
                        + finding.path("subject").asString()
                        + finding.path("verdict").asString())
                .toList();
    }
}

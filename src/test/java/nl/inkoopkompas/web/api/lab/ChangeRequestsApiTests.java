package nl.inkoopkompas.web.api.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inkoopkompas.register.Verifier;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Anyone asks for a change, a policy maker answers, and the asker sees what became of it. */
@ApiTest
class ChangeRequestsApiTests {

    private static final String PATH = "/api/v1/change-requests";

    @Autowired
    ApiCaller api;

    @Autowired
    Verifier verifier;

    @Test
    void tellsTheAskerWhatBecameOfIt() {
        Answer asked = api.post(
                "toegang-gouda",
                PATH,
                "{\"what\":\"Kortere termijn\",\"why\":\"Wachttijd\",\"source\":\"raadsbesluit\"}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String request = asked.header("Location");
        String draft = api.post("beleid", "/api/v1/drafts", "{\"title\":\"Termijn\"}")
                .json()
                .path("id")
                .asString();

        Answer answered = api.post(
                "beleid",
                request + "/answers",
                "{\"status\":\"TAKEN_UP\",\"text\":\"Wij werken het uit\",\"draft\":\"" + draft + "\"}");

        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        Answer seen = api.get("toegang-gouda", request);
        assertThat(seen.json().path("status").asString()).isEqualTo("TAKEN_UP");
        assertThat(seen.json().path("draft").asString()).isEqualTo(draft);
        assertThat(seen.json().at("/answers/0/text").asString()).isEqualTo("Wij werken het uit");
        assertThat(verifier.verify().intact()).isTrue();
    }

    @Test
    void showsOthersNothing() {
        String request =
                api.post("inkoper", PATH, "{\"what\":\"a\",\"why\":\"b\"}").header("Location");

        assertThat(api.get("rwo", request).status()).isEqualTo(404);
        assertThat(api.get("auditor", request).status()).isEqualTo(200);
        assertThat(api.get("rwo", PATH).text()).doesNotContain(request.substring(PATH.length() + 1));
        assertThat(api.post("inkoper", request + "/answers", "{}").status()).isEqualTo(403);
    }

    @Test
    void namesWhatIsMissing() {
        Answer refused = api.post("inkoper", PATH, "{\"what\":\" \",\"extra\":1}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/extra", "/what", "/why");
        String request =
                api.post("inkoper", PATH, "{\"what\":\"a\",\"why\":\"b\"}").header("Location");
        Answer answer =
                api.post("beleid", request + "/answers", "{\"status\":\"MAYBE\",\"text\":\"x\",\"draft\":\"y\"}");
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/status", "/draft");
    }
}

package nl.inkoopkompas.web.api.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The lab tries another policy for transitions, without knowing what a transition is. */
@ApiTest
class TransitionLabTests {

    private static final String CAPACITY =
            "{\"parameter\":\"transition.capacity.reindications-per-month\",\"from\":\"2024-01-01\",\"value\":10}";
    private static final String WEIGHT =
            "{\"table\":\"transition/interests\",\"row\":\"contract\",\"column\":\"weight\",\"value\":20}";
    private static final String PLAN = """
            { "asOf": "2024-10-01", "switchOn": "2025-01-01",
              "products": [ { "old": "OUD-1", "new": [ "NIEUW-1" ], "changed": true, "contract": "ambulant-jeugd" } ],
              "contracted": [ { "provider": "P1", "products": [ "NIEUW-1" ] } ],
              "indications": [ { "id": "I-1", "municipality": "0513", "provider": "P1", "product": "OUD-1",
                  "start": "2024-02-01", "end": "2026-08-31", "weeklyValue": 180 } ] }
            """;

    @Autowired
    ApiCaller api;

    private String draft(String edit) {
        String draft = api.post("beleid", "/api/v1/drafts", "{\"base\":\"current\",\"title\":\"Overgang\"}")
                .header("Location");
        Answer edited = api.patch("beleid", draft, "{\"edits\":[" + edit + "],\"reason\":\"Proef met de overgang\"}");
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        return draft;
    }

    private JsonNode decided(String draft) {
        Answer decided = api.post("beleid", draft + "/decisions?type=transition", PLAN);
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        return decided.json();
    }

    @Test
    void decidesWithACapacityThatIsStillADraft() {
        JsonNode decision = decided(draft(CAPACITY));

        assertThat(decision.path("outcome").asString()).isEqualTo("PLANNED");
        assertThat(decision.at("/groups/0/scenarios/4/possible").asBoolean()).isTrue();
        assertThat(decision.at("/terms/reindicationsPerMonth").asInt()).isEqualTo(10);
    }

    @Test
    void proposesAnotherScenarioWithAnotherWeight() {
        JsonNode decision = decided(draft(WEIGHT));

        assertThat(decision.at("/groups/0/proposed").asString()).isEqualTo("MOVE_AT_SWITCH");
        assertThat(decision.at("/indications/0/newProduct").asString()).isEqualTo("NIEUW-1");
        assertThat(decision.at("/groups/0/scenarios/3/interests/3/weight").asInt())
                .isEqualTo(20);
    }

    @Test
    void verifiesAndComparesADraft() {
        String draft = draft(CAPACITY);

        Answer verified = api.post("beleid", draft + "/verification", "");
        assertThat(verified.status()).as(verified.text()).isEqualTo(200);
        assertThat(verified.json().at("/scenarios/changedByEdit").toString()).contains("capacity-not-set");

        Answer compared = api.post("beleid", draft + "/comparison", "");
        assertThat(compared.status()).as(compared.text()).isEqualTo(200);
        assertThat(compared.text()).contains("transition.capacity");
    }

    @Test
    void simulatesADraftOnInventedPlans() throws InterruptedException {
        String draft = draft(CAPACITY);
        Answer started =
                api.post("beleid", draft + "/simulations", "{\"type\":\"transition\",\"population\":\"sample:200\"}");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        JsonNode report = started.json();
        for (int i = 0;
                i < 1200
                        && List.of("QUEUED", "RUNNING")
                                .contains(report.path("status").asString());
                i++) {
            Thread.sleep(50);
            report = api.get("beleid", started.header("Location")).json();
        }

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("DONE");
        assertThat(report.path("flipped").asInt()).isPositive();
        assertThat(report.at("/flips/0/from").asString()).isEqualTo("INCOMPLETE");
        Answer opened = api.get(
                "beleid",
                started.header("Location") + "/cases/"
                        + report.at("/cases/0/number").asInt());
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        assertThat(opened.json().at("/base/outcome").asString()).isEqualTo("INCOMPLETE");
    }
}

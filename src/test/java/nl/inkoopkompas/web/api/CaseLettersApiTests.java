package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.correspondence.Clerk;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The letters on a request for an exception contract, over HTTP. */
@ApiTest
class CaseLettersApiTests {

    private static final String PATH = "/api/v1/exception-contracts/";

    @Autowired
    ApiCaller api;

    @Autowired
    Clerk clerk;

    @Autowired
    Clock clock;

    private String rejected() {
        ObjectNode request = ApiCaller.object(
                """
                {"asOf":"2025-03-01","municipality":"0513","client":"C-1-letters","contract":"ambulant-jeugd",
                 "product":"45A08","provider":{"name":"Praktijk Voorbeeld","kvkNumber":"%s"},"need":"Nodig.",
                 "period":{"from":"2025-03-15"},"value":20000}
                """.formatted(10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000_000)));
        Answer made = api.post("toegang-gouda", PATH.substring(0, PATH.length() - 1), request.toString());
        String id = made.json().path("id").asString();
        act("rwo", id, "TAKE_UP");
        act("rwo", id, "ADVISE");
        act("directeur", id, "REJECT");
        return id;
    }

    private void act(String who, String id, String action) {
        ObjectNode body = ApiCaller.object("{}").put("action", action);
        if (!action.equals("TAKE_UP")) {
            body.put("motivation", "Er is een aanbieder met contract die dit kan.");
        }
        if (action.equals("ADVISE")) {
            body.put("advice", "REJECT");
        }
        Answer answer = api.post(who, PATH + id + "/actions", body.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<JsonNode> letters(String who, String id) {
        Answer answer = api.get(who, PATH + id + "/letters");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        answer.json().path("items").forEach(items::add);
        return items;
    }

    @Test
    void areListedWithTheirMailsAndReadOnceWritten() {
        String id = rejected();

        List<JsonNode> before = letters("rwo", id);
        assertThat(before)
                .extracting(letter -> letter.path("kind").asString())
                .containsExactly("DECISION", "NOTICE", "PROVIDER");
        assertThat(before).noneMatch(letter -> letter.path("written").asBoolean());
        assertThat(before.get(1).path("mails")).hasSize(5);
        assertThat(before.get(0).at("/mails/0").toString())
                .isEqualTo("{\"recipient\":{\"name\":\"Gemeente Gouda\",\"address\":null},\"status\":\"NO_ADDRESS\"}");
        String decision = PATH + id + "/letters/" + before.get(0).path("id").asString() + ".pdf";
        assertThat(api.get("rwo", decision).status()).isEqualTo(404);

        clerk.round(clock::instant);

        assertThat(letters("rwo", id)).allMatch(letter -> letter.path("written").asBoolean());
        assertThat(api.get("rwo", decision).status()).isEqualTo(200);
        assertThat(api.get("rwo", decision).header("Content-Type")).isEqualTo("application/pdf");
        Answer verification = api.get("auditor", "/api/v1/audit/verification");
        assertThat(verification.json().path("intact").asBoolean())
                .as(verification.text())
                .isTrue();
    }

    @Test
    void keepTheClientFromOtherMunicipalities() {
        String id = rejected();
        clerk.round(clock::instant);
        List<JsonNode> all = letters("toegang-gouda", id);
        List<JsonNode> others = letters("toegang-zuidplas", id);

        assertThat(all).hasSize(3);
        assertThat(others).extracting(letter -> letter.path("kind").asString()).containsExactly("NOTICE", "PROVIDER");
        String decision = PATH + id + "/letters/" + all.get(0).path("id").asString() + ".pdf";
        String notice = PATH + id + "/letters/" + all.get(1).path("id").asString() + ".pdf";
        assertThat(api.get("toegang-gouda", decision).status()).isEqualTo(200);
        assertThat(api.get("toegang-zuidplas", decision).status()).isEqualTo(404);
        assertThat(api.get("toegang-zuidplas", notice).status()).isEqualTo(200);
        assertThat(api.get("inkoper", notice).status()).isEqualTo(403);
        assertThat(api.get("rwo", PATH + UUID.randomUUID() + "/letters").status())
                .isEqualTo(404);
    }
}

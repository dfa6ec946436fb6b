package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** What somebody sees first. */
@ApiTest
class StartTests {

    @LocalServerPort
    int port;

    @Autowired
    ApiCaller api;

    @Test
    void tellsOfAnExceptionOnlyToWhoMaySeeIt() {
        String provider = "Praktijk " + UUID.randomUUID();
        ObjectNode request = ExceptionCaller.request();
        ((ObjectNode) request.path("provider")).put("name", provider);
        ExceptionCaller.id(api.post("toegang-gouda", ExceptionCaller.PATH, request.toString()));

        assertThat(start("rwo")).contains(provider);
        assertThat(start("inkoper")).contains("Wat is veranderd").doesNotContain(provider);
        assertThat(start("beleid")).doesNotContain(provider);
    }

    @Test
    void namesAndOpensAnAdviceThatHasNoApplicant() {
        Answer advice = api.post(
                "beleid", "/api/v1/procedures", "{\"asOf\": \"2024-10-01\", \"contract\": \"ambulant-jeugd\"}");

        assertThat(advice.status()).as(advice.text()).isEqualTo(201);
        assertThat(start("inkoper"))
                .contains("/inkoopadvies/besluit/" + advice.json().path("id").asString() + "\">Inkoopadvies Ambulant");
    }

    private String start(String username) {
        return new PageCaller(port).loggedIn(username).get("/").body();
    }
}

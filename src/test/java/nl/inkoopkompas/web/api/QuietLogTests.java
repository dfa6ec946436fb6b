package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.inkoopkompas.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log tells machines what happened, and nobody who it was about or who did it. */
@ProductionTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTests {

    private static final String NAME = "Zorgboerderij Kwikstaartje";
    private static final String KVK = "87654329";
    private static final String USER = "p.overdevest";
    private static final List<String> NOWHERE = List.of("Kwikstaartje", KVK, "overdevest", "verbeterplan");

    @Autowired
    ApiCaller api;

    String bearer;

    @BeforeEach
    void enter() {
        bearer = "Bearer " + MockIssuer.token(MockIssuer.claims(USER, "0513", "ik-inkoper"));
    }

    @Test
    void namesNobody(CapturedOutput output) {
        ObjectNode application = ApiCaller.application();
        ((ObjectNode) application.path("applicant")).put("name", NAME).put("kvkNumber", KVK);
        String body = application.toString();
        assertThat(post("/api/v1/admissions", body)).isEqualTo(201);
        assertThat(post("/api/v1/admissions", body.substring(0, body.length() - 20)))
                .isEqualTo(400);
        assertThat(post("/api/v1/admissions", body.replace("\"BV\"", "\"" + NAME + "\"")))
                .isEqualTo(400);
        assertThat(post("/api/v1/admissions", body.replace("{\"asOf", "{\"" + NAME + "\":1,\"asOf")))
                .isEqualTo(400);
        assertThat(post("/api/v1/" + KVK, body)).isEqualTo(404);
        api.upload("", "/api/v1/admissions/imports", "file", NAME + ".xlsx", NAME.getBytes(StandardCharsets.UTF_8));
        for (String query : List.of(NAME, KVK, USER, "verbeterplan")) {
            String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
            api.get("", "/api/v1/decisions?contract=" + encoded, "Authorization", bearer);
            api.get("", "/api/v1/decisions?" + encoded + "=%ff", "Authorization", bearer);
            api.get("", "/api/v1/decisions/" + encoded.replace("+", "%20"), "Authorization", bearer);
        }
        api.get("", "/api/v1/products", "Authorization", "Bearer " + KVK);

        PageCaller browser = new PageCaller(api.port());
        browser.loggedInAtIssuer(
                "s-1", new JsonMapper().writeValueAsString(MockIssuer.claims(USER, "0513", "ik-auditor")));
        assertThat(browser.get("/aanmeldingen?zoek=Kwikstaartje").body()).contains(NAME);
        browser.get("/aanmeldingen?zoek=Kwikstaartje%ff");
        browser.get("/aanmeldingen/Kwikstaartje");
        browser.get("/register/inzage?wie=" + USER);
        browser.get("/register/inzage?wie=" + USER + "%ff");
        browser.get("/Kwikstaartje");
        browser.post("/aanmeldingen/inlezen", "naam=Kwikstaartje");
        browser.post("/uitloggen", "naam=Kwikstaartje%ff");
        PageCaller stranger = new PageCaller(api.port());
        stranger.loggedInAtIssuer("s-2", new JsonMapper().writeValueAsString(MockIssuer.claims(USER, "0513", "niets")));

        assertThat(output.getAll().lines())
                .filteredOn(line -> NOWHERE.stream().anyMatch(line::contains))
                .isEmpty();
    }

    @Test
    void isForMachines(CapturedOutput output) {
        PageCaller browser = new PageCaller(api.port());
        browser.loggedInAtIssuer("s-1", new JsonMapper().writeValueAsString(MockIssuer.claims(Role.AUDITOR)));
        assertThat(browser.get("/nergens").statusCode()).isEqualTo(404);

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("Error page"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(new JsonMapper()
                                .readTree(line)
                                .at("/ecs/version")
                                .asString())
                        .isNotEmpty());
    }

    private int post(String path, String body) {
        return api.post("", path, body, "Authorization", bearer).status();
    }
}

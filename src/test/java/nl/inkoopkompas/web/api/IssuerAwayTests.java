package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The program starts while the issuer is away, and says so to whoever wants to come in. */
@ProductionTest
@TestPropertySource(properties = "test.issuer=http://127.0.0.1:9/away")
class IssuerAwayTests {

    @Autowired
    ApiCaller api;

    @Test
    void tellsPeopleOnTheLoginPage() {
        PageCaller browser = new PageCaller(api.port());

        HttpResponse<String> answer = browser.get("/oauth2/authorization/inkoopkompas");

        assertThat(PageCaller.location(answer)).hasPath("/inloggen").hasQuery("reden=issuer-away");
        assertThat(browser.get("/inloggen?reden=issuer-away").body()).contains("nu niet bereikbaar");
    }

    @Test
    void tellsProgramsToComeBackLater() {
        Answer answer = api.get(
                "", "/api/v1/products", "Authorization", "Bearer " + MockIssuer.token(MockIssuer.claims(Role.INKOPER)));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("title").asString()).isEqualTo("Dit kan nu even niet");
    }
}

package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import nl.inkoopkompas.access.Refusal;
import nl.inkoopkompas.access.Refusals;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whoever fails to log in too often has to wait, with the form and with calls; others need not. */
@ApiTest
@TestPropertySource(properties = "inkoopkompas.login.failures-per-name=3")
class LoginThrottleTests {

    @Autowired
    ApiCaller api;

    @Autowired
    Refusals refusals;

    @Test
    void makesPeopleWaitOnAPageThatSaysSo() {
        PageCaller browser = new PageCaller(api.port());
        for (int i = 0; i < 3; i++) {
            assertThat(PageCaller.location(browser.post("/inloggen", "username=auditor&password=x")))
                    .hasQuery("fout");
        }

        HttpResponse<String> answer = browser.post("/inloggen", "username=auditor&password=demo");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(answer.body()).contains("Te veel mislukte pogingen", "Wacht een paar minuten");
        assertThat(refusals.find("auditor", 1, 10).items())
                .extracting(Refusal::reason)
                .containsExactly(
                        Refusal.Reason.THROTTLED,
                        Refusal.Reason.PASSWORD,
                        Refusal.Reason.PASSWORD,
                        Refusal.Reason.PASSWORD);
        assertThat(refusals.find("auditor", 1, 10).items())
                .extracting(Refusal::known)
                .containsOnly(false);
        assertThat(api.get("inkoper", "/api/v1/products").status()).isEqualTo(200);
    }

    @Test
    void makesProgramsWaitWithAProblem() {
        for (int i = 0; i < 3; i++) {
            assertThat(call("wrong").status()).isEqualTo(401);
        }

        Answer answer = call("demo");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:inkoopkompas:problem:too-many-attempts");
    }

    private Answer call(String password) {
        return api.get("", "/api/v1/products", "Authorization", ApiCaller.basic("rwo", password));
    }
}

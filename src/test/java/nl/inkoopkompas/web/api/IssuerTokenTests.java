package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import nl.inkoopkompas.access.Refusal;
import nl.inkoopkompas.access.Refusals;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs come in with a token of the issuer, and with nothing else. */
@ProductionTest
class IssuerTokenTests {

    private static final String PRODUCTS = "/api/v1/products";

    @Autowired
    ApiCaller api;

    @Autowired
    Refusals refusals;

    @Test
    void letInAPersonWhoseNameIsOnWhatTheyRecord() {
        String token = MockIssuer.token(MockIssuer.claims("j.jansen@gouda.nl", "0513", "ik-inkoper"));

        Answer answer = api.post(
                "", "/api/v1/admissions", ApiCaller.application().toString(), "Authorization", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("recordedBy").asString()).isEqualTo("j.jansen@gouda.nl");
    }

    @Test
    void areRefusedWhenTheyAreForSomebodyElse() {
        Answer answer = called(MockIssuer.token(MockIssuer.claims(Role.INKOPER), "inkoop", "another-program", 60));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refusals.find(null, 1, 1).items().get(0).reason()).isEqualTo(Refusal.Reason.TOKEN);
    }

    @Test
    void areRefusedWhenTheyHaveExpired() {
        assertThat(called(MockIssuer.token(MockIssuer.claims(Role.INKOPER), "inkoop", MockIssuer.AUDIENCE, -3600))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void areRefusedWhenAnotherIssuerGaveThem() {
        assertThat(called(MockIssuer.token(MockIssuer.claims(Role.INKOPER), "another", MockIssuer.AUDIENCE, 60))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void areRefusedWhenTheyWereChanged() {
        String token = MockIssuer.token(MockIssuer.claims(Role.AUDITOR));
        String[] parts = token.split("\\.");
        String other = MockIssuer.token(MockIssuer.claims(Role.INKOPER)).split("\\.")[1];

        assertThat(called(parts[0] + "." + other + "." + parts[2]).status()).isEqualTo(401);
        assertThat(called("eyJhbGciOiJub25lIn0." + other + ".").status()).isEqualTo(401);
    }

    @Test
    void areRefusedWithTheReasonWhenTheyDoNotNameOneRole() {
        Map.ofEntries(
                        entry(MockIssuer.claims("a", "0513", "van-iets-anders"), "geen rol"),
                        entry(MockIssuer.claims("a", "0513", "INKOPER"), "geen rol"),
                        entry(MockIssuer.claims("a", "0513", "ik-inkoper", "ik-auditor"), "meer dan één rol"),
                        entry(MockIssuer.claims("a", "Gouda", "ik-toegang"), "één gemeente"),
                        entry(MockIssuer.claims("", "0513", "ik-inkoper"), "gebruikersnaam"))
                .forEach((claims, reason) -> {
                    Answer answer = called(MockIssuer.token(claims));
                    assertThat(answer.status()).as(reason).isEqualTo(403);
                    assertThat(answer.json().path("detail").asString()).contains(reason);
                });
        assertThat(refusals.find(null, 1, 1).items().get(0).reason()).isEqualTo(Refusal.Reason.NOT_ADMITTED);
    }

    @Test
    void areTheOnlyWayIn() {
        Answer answer = api.get("inkoper", PRODUCTS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("Basic");
    }

    private Answer called(String token) {
        return api.get("", PRODUCTS, "Authorization", "Bearer " + token);
    }
}

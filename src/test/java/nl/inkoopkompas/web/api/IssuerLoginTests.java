package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import nl.inkoopkompas.access.Refusal;
import nl.inkoopkompas.access.Refusals;
import nl.inkoopkompas.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** People log in at the issuer, and out of both. */
@ProductionTest
class IssuerLoginTests {

    @Autowired
    ApiCaller api;

    @Autowired
    Refusals refusals;

    PageCaller browser;

    @BeforeEach
    void open() {
        browser = new PageCaller(api.port());
    }

    @Test
    void leadsToTheIssuerAndBackToThePageThatWasAsked() {
        HttpResponse<String> login = browser.get("/inloggen");
        assertThat(login.body()).contains("Inloggen bij uw organisatie").doesNotContain("type=\"password\"");
        browser.get("/aanmeldingen/inlezen");
        URI issuer = PageCaller.location(browser.get("/oauth2/authorization/inkoopkompas"));
        assertThat(issuer.toString()).startsWith(MockIssuer.address()).contains("code_challenge=", "state=", "nonce=");

        HttpResponse<String> back = browser.loggedInAtIssuer("s-1", claims(Role.INKOPER));

        assertThat(PageCaller.location(back)).hasPath("/aanmeldingen/inlezen");
        HttpResponse<String> page = browser.get("/aanmeldingen/inlezen");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Naam van iemand-inkoper", "Bestand inlezen");
    }

    @Test
    void makesANewSession() {
        browser.get("/oauth2/authorization/inkoopkompas");
        String before = browser.cookie("SESSION");

        browser.loggedInAtIssuer("s-1", claims(Role.AUDITOR));

        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("SESSION")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void endsAtTheIssuerToo() {
        browser.loggedInAtIssuer("s-1", claims(Role.AUDITOR));
        HttpResponse<String> page = browser.get("/toegang");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' "
                        + URI.create(MockIssuer.address())
                                .resolve("/")
                                .toString()
                                .replaceAll("/$", ""));

        URI sent = PageCaller.location(browser.post("/uitloggen", ""));

        assertThat(sent.toString())
                .startsWith(MockIssuer.address())
                .contains("id_token_hint=", "post_logout_redirect_uri=http");
        assertThat(browser.get("/toegang").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "x, 0513, van-iets-anders, , no-role, geen rol in Inkoopkompas",
        "x, 0513, ik-inkoper, ik-rwo, several-roles, meer dan één rol",
        "x, , ik-toegang, ik-toegang, no-municipality, één gemeente",
        "' ', 0513, ik-inkoper, ik-inkoper, no-username, noemt geen gebruikersnaam"
    })
    void tellsWhoIsNotLetInWhy(
            String username, String municipality, String role, String other, String reason, String told) {
        HttpResponse<String> back = browser.loggedInAtIssuer(
                "s-1",
                json(MockIssuer.claims(
                        username, municipality == null ? "" : municipality, role, other == null ? "niets" : other)));

        URI page = PageCaller.location(back);
        assertThat(page).hasPath("/inloggen").hasQuery("reden=" + reason);
        assertThat(browser.get("/inloggen?reden=" + reason).body()).contains(told);
        assertThat(browser.get("/toegang").statusCode()).isEqualTo(302);
        assertThat(refusals.find(null, 1, 1).items().get(0).reason()).isEqualTo(Refusal.Reason.NOT_ADMITTED);
    }

    @Test
    void refusesAnAnswerOfTheIssuerThatNobodyAskedFor() {
        HttpResponse<String> back = browser.get("/login/oauth2/code/inkoopkompas?code=x&state=y");

        assertThat(PageCaller.location(back)).hasPath("/inloggen").hasQuery("reden=failed");
        assertThat(refusals.find(null, 1, 1).items().get(0).reason()).isEqualTo(Refusal.Reason.LOGIN);
    }

    @Test
    void knowsNoForm() {
        browser.get("/toegang");

        assertThat(browser.post("/inloggen", "username=inkoper&password=demo").statusCode())
                .isNotEqualTo(302);
        assertThat(browser.get("/toegang").statusCode()).isEqualTo(302);
    }

    private static String claims(Role role) {
        return json(MockIssuer.claims(role));
    }

    private static String json(Object value) {
        return new JsonMapper().writeValueAsString(value);
    }
}

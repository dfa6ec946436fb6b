package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Odd addresses of pages break nothing. */
@ApiTest
class PageAccessTests {

    @Autowired
    ApiCaller api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoek=%ff",
                "zoek=%00",
                "zoek=%ED%A0%80",
                "%ff=1",
                "zoek=",
                "zoek=111222333",
                "zoek=1&zoek=2",
                "zoek=%27%22%3Cscript%3E",
                "uitkomst=x",
                "uitkomst=%ff",
                "contract=x&contract=y",
                "pagina=-1",
                "pagina=0",
                "pagina=x",
                "pagina=99999999999999999999",
                "pagina=999999999",
                "volgorde=x",
                "sorteer=x",
                "van=2023-02-29",
                "inlezing=x",
                "taal=xx",
                "taal=%ff",
                "lang=%ff",
                "onbekend=1",
                "&&==&"
            })
    void survivesOddQueries(String query) {
        PageCaller browser = new PageCaller(api.port()).loggedIn("inkoper");
        for (String path : List.of(
                "/",
                "/aanmeldingen",
                "/aanmeldingen/x",
                "/aanmeldingen/inlezen",
                "/contracten",
                "/contracten/x",
                "/inloggen")) {
            HttpResponse<String> answer = browser.get(path + "?" + query);
            assertThat(answer.statusCode()).as(path + "?" + query).isLessThan(500);
            assertThat(answer.body()).doesNotContain("<script>", "Exception");
        }
        assertThat(new PageCaller(api.port()).get("/inloggen?" + query).statusCode())
                .isLessThan(500);
    }

    @Test
    void survivesEscapesThatAreNone() {
        PageCaller browser = new PageCaller(api.port()).loggedIn("inkoper");
        for (String path : List.of("/", "/aanmeldingen", "/aanmeldingen/inlezen", "/inloggen")) {
            for (String query : List.of("zoek=%", "zoek=%zz", "zoek=%u0041", "criterium=%", "%=1")) {
                assertThat(browser.statusOf(path + "?" + query))
                        .as(path + "?" + query)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void findsNothingAtTheAddressOfErrors() {
        PageCaller browser = new PageCaller(api.port());

        assertThat(browser.get("/error").statusCode()).isEqualTo(404);
        assertThat(browser.loggedIn("inkoper").get("/error").statusCode()).isEqualTo(404);
        assertThat(browser.get("/error?status=500").statusCode()).isEqualTo(404);
        assertThat(browser.get("/aanmeldingen/niets").statusCode()).isEqualTo(404);
        assertThat(browser.post("/error", "x=%ff").statusCode()).isLessThan(500);
        assertThat(api.get("", "/error").header("Content-Type")).startsWith("application/problem+json");
    }
}

package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.AccessTable.Row;
import nl.inkoopkompas.access.People;
import nl.inkoopkompas.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of who may do what holds for pages, row by row, and odd addresses of pages break nothing. */
@ApiTest
class PageAccessTests {

    @Autowired
    ApiCaller api;

    @Autowired
    AccessTable table;

    @Autowired
    People people;

    @Test
    void letsInWhomTheTableNamesAndNobodyElse() {
        Map<Role, PageCaller> browsers = new EnumMap<>(Role.class);
        people.demo()
                .forEach(person -> browsers.computeIfAbsent(
                        person.role(), role -> new PageCaller(api.port()).loggedIn(person.username())));
        PageCaller nobody = new PageCaller(api.port());
        List<String> wrong = new ArrayList<>();
        for (Row row : table.rows()) {
            if (row.path().startsWith("/api/") || row.path().startsWith("/uitloggen")) {
                continue;
            }
            String call = row.method() + " " + row.path();
            browsers.forEach((role, browser) -> {
                int status = called(browser, row).statusCode();
                boolean expected = row.isOpen() || row.roles().contains(role);
                if ((status != 403) != expected || status == 401 || status >= 500) {
                    wrong.add(call + " as " + role + ": " + status);
                }
            });
            HttpResponse<String> anonymous = called(nobody, row);
            boolean sentToLogin = anonymous.statusCode() == 302
                    && anonymous.headers().firstValue("Location").orElse("").endsWith("/inloggen");
            if (sentToLogin == row.isOpen() || anonymous.statusCode() >= 500) {
                wrong.add(call + " as nobody: " + anonymous.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static HttpResponse<String> called(PageCaller browser, Row row) {
        if (row.path().equals("/inloggen") && row.method().equals("POST")) {
            return browser.get("/inloggen"); // logging in is what the browsers did before
        }
        String path = row.path().replaceAll("\\{\\w+}", "x").replace("**", "x");
        return row.method().equals("GET") ? browser.get(path) : browser.post(path, "x=y");
    }

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

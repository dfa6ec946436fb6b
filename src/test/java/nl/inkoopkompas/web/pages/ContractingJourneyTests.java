package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The register of contracted providers in a real browser, empty at first. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractingJourneyTests {

    private static final String REASON = "De aanbieder heeft een tweede team geopend.";

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.at(URI.create("http://127.0.0.1:" + port));
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void saysRowByRowWhatIsWrongWithAFile() {
        try (var visit = chromium.as("rwo")) {
            var page = visit.page;
            page.navigate("/contracten");
            assertThat(page.getByText("Nog niemand gecontracteerd")).isVisible();
            visit.look("contracten-leeg");
            page.navigate("/contracten/inlezen");
            visit.look("contracten-inlezen");

            choose(page, "90001001;Zorg;ambulant-jeugd;45A99;31-2-2025\n");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Uw bestand is niet ingelezen.");
            assertThat(page.getByText("De datum \"31-2-2025\" bestaat niet.")).isVisible();
            visit.lookAtFailure("contracten-inlezen-fouten", 422);

            choose(page, "90001099;Zorg Zeldzaam;ambulant-jeugd;45A01;1-1-2025\n");
            assertThat(page.getByText("1 contractering vastgelegd.")).isVisible();
            visit.look("contracten-ingelezen");
        }
    }

    @Test
    @Order(2)
    void leadsFromTheListToAChange() {
        try (var visit = chromium.as("rwo")) {
            var page = visit.page;
            page.navigate("/contracten?aanbieder=zeldzaam");
            visit.look("contracten");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zorg Zeldzaam"))
                    .click();
            visit.look("contractering");
            var address = page.url();

            change(page, "33", "te kort".repeat(5));
            assertThat(page.getByText("De wijziging is vastgelegd.")).isVisible();
            visit.look("contractering-gewijzigd");
            assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("33")))
                    .isVisible();

            try (var other = chromium.as("rwo-2")) {
                other.page.navigate(address);
                change(page, "34", REASON);
                change(other.page, "35", REASON);
                assertThat(other.page.getByRole(AriaRole.ALERT)).containsText("Iemand anders heeft");
                other.lookAtFailure("contractering-te-laat", 409);
            }
        }
    }

    @Test
    @Order(3)
    void offersNoFormToWhoMayNotChange() {
        try (var visit = chromium.as("toegang-gouda")) {
            var page = visit.page;
            page.navigate("/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bekijk wie gecontracteerd is"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zorg Zeldzaam"))
                    .click();

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Zorg Zeldzaam");
            assertThat(page.locator("form[method=post] textarea").count()).isZero();
            visit.look("contractering-lezen");
        }
    }

    @Test
    @Order(4)
    void findsAndHandsOutWhatIsFiltered() {
        try (var visit = chromium.as("inkoper")) {
            var page = visit.page;
            page.navigate("/contracten");
            page.getByLabel("Gemeente").selectOption("0513");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Toepassen"))
                    .click();
            assertThat(page).hasURL(Pattern.compile("gemeente=0513"));
            var file = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Naar Excel"))
                            .click());
            assertThat(file.suggestedFilename()).startsWith("gecontracteerden-").endsWith(".xlsx");
            page.navigate("/contracten?product=15A01");
            assertThat(page.getByText("Niets gevonden")).isVisible();
            visit.look("contracten-niets");
            page.navigate("/contracten?aanbieder=111222333");
            assertThat(page.getByText("Er is niet gezocht.")).isVisible();
            assertThat(page.url()).doesNotContain("111222333");
        }
    }

    private static void change(Page page, String capacity, String reason) {
        page.locator("#capaciteit").fill(capacity);
        page.locator("#reden").fill(reason);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Wijziging vastleggen"))
                .click();
    }

    private static void choose(Page page, String rows) {
        var text = "kvk_nummer;aanbieder;contract;product;vanaf\n" + rows;
        page.locator("#bestand")
                .setInputFiles(new FilePayload("lijst.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inlezen"))
                .click();
    }
}

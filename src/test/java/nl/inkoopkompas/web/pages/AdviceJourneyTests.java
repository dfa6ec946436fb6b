package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A policy maker gets advice in a browser, changes the profile and records it; a purchaser determines. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdviceJourneyTests {

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

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void advisesRecordsAndDeterminesWithoutAScript() {
        String recorded;
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/inkoopadvies");
            visit.look("inkoopadviezen");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Wonen Wmo"))
                    .click();

            assertThat(page.locator(".utrecht-alert")).containsText("In 2 percelen en met dialoog");
            assertThat(page.locator(".option--chosen")).containsText("SAS");
            assertThat(page.locator(".option--chosen .num")).hasText("10");
            visit.look("inkoopadvies");
            visit.print("inkoopadvies");

            page.getByLabel("Ander contract").selectOption("Hulp bij huishouden");
            press(page, "Openen");
            assertThat(page.locator(".option--chosen")).containsText("Open House");
            assertThat(page.getByText("Het register weet niet waar de procedure is aangekondigd."))
                    .isVisible();
            visit.look("inkoopadvies-open-house");
            page.getByLabel("Ander contract").selectOption("Wonen Wmo");
            press(page, "Openen");

            page.getByLabel("Partnerschap met een vaste groep gewenst").selectOption("false");
            press(page, "Advies bekijken");
            assertThat(page.locator(".option--chosen")).containsText("Open House");

            page.getByLabel("Geschikte aanbieders").fill("veel");
            press(page, "Advies bekijken");
            assertThat(page.locator(".utrecht-alert--error")).containsText("capableProviders");
            page.getByLabel("Geschikte aanbieders").fill("1.200");
            press(page, "Advies bekijken");
            assertThat(page.locator(".facts").first()).containsText("1.200");

            press(page, "Vastleggen");
            assertThat(page.locator(".utrecht-alert--ok")).containsText("Het advies is vastgelegd.");
            assertThat(page.locator(".facts").first()).containsText("1.200");
            recorded = page.url();
        }
        try (var visit = chromium.as("inkoper", Chromium.PHONE)) {
            var page = visit.page;
            page.navigate("/zoeken?zoek=wonen");
            assertThat(page.locator("main a[href='/inkoopadvies/wonen-wmo']")).hasCount(1);
            page.navigate("/");
            visit.look("start-inkoopadvies");
            assertThat(page.locator("main")).containsText("inkoopadviezen vast te stellen");
            page.navigate(recorded);
            page.getByText("Menu", new Page.GetByTextOptions().setExact(true)).click();
            visit.look("menu");
            page.getByLabel("Uw besluit").selectOption("SAS");
            press(page, "Vaststellen");
            assertThat(page.locator(".utrecht-alert--error")).containsText("20");
            page.getByLabel("Uw besluit").selectOption("SAS");
            page.getByLabel("Motivering").fill("De regio wil met een vaste groep ontwikkelen.");
            press(page, "Vaststellen");
            assertThat(page.locator(".utrecht-alert--ok")).containsText("De procedure is vastgesteld.");
            assertThat(page.locator("#besluit")).containsText("De regio wil met een vaste groep ontwikkelen.");
            visit.look("inkoopadvies-besluit");
        }
    }
}

package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A policy maker changes a norm, says what may never happen and answers who asks for another rule, in a real browser.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabJourneyTests {

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
    void saysWhatMayNeverHappen() {
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/lab");
            page.getByLabel("Titel").fill("Nooit zonder verzekering");
            button(page, "Beginnen").click();
            page.navigate(URI.create(page.url()).getPath() + "/nooit");
            page.getByLabel("Gegeven").first().selectOption("/applicant/insurances");
            page.getByLabel("Hoe").first().selectOption("empty");
            page.getByLabel("Dan volgt nooit").selectOption("particular /products/*/outcome ADMISSIBLE");
            page.getByLabel("In één zin").fill("Zonder verzekering nooit toelaatbaar.");
            page.getByLabel("Paragraaf").fill("4.4.1 onder 10");
            page.getByLabel("Reden").fill("Afspraak met het bestuur");
            button(page, "Bewaren").click();

            assertThat(page.getByText("Zonder verzekering nooit toelaatbaar.").first())
                    .isVisible();
            visit.look("lab-nooit");
        }
    }

    @Test
    void changesANormFromADayOn() {
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/lab");
            page.getByLabel("Titel").fill("Langere termijn");
            button(page, "Beginnen").click();
            var draft = URI.create(page.url()).getPath();
            page.navigate(draft + "/normen");
            visit.look("lab-normen");
            var norm = page.locator("section.panel")
                    .filter(new Locator.FilterOptions().setHasText("admission.supplement.term-days"));
            norm.getByText("Andere waarde vanaf een dag").click();
            norm.getByLabel("Vanaf").fill("2027-01-01");
            norm.getByLabel("Waarde").fill("21");
            norm.getByLabel("Reden").fill("Verzoek van de gemeenten");
            norm.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bewaren"))
                    .click();

            assertThat(page.getByText("Bewaard.")).isVisible();
            page.navigate(draft);
            assertThat(page.getByText("Verzoek van de gemeenten").first()).isVisible();
            visit.look("lab-concept");
        }
    }

    @Test
    void isReadByEverybodyAndAskedFor() {
        try (var visit = chromium.as("toegang-gouda")) {
            var page = visit.page;
            page.navigate("/regelboek");
            visit.look("regelboek");
            page.navigate("/verzoeken");
            visit.look("verzoeken-leeg");
            page.getByLabel("Wat moet anders?").fill("Een kortere termijn");
            page.getByLabel("Waarom?").fill("Gezinnen wachten te lang");
            button(page, "Vragen").click();
            assertThat(page.getByText("Uw verzoek is ontvangen.")).isVisible();
        }
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/verzoeken");
            page.locator("summary").getByText("Beantwoorden").click();
            page.getByLabel("Antwoord").fill("Wij kijken ernaar");
            button(page, "Beantwoorden").click();
            assertThat(page.getByText("Wij kijken ernaar")).isVisible();
            visit.look("verzoeken");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

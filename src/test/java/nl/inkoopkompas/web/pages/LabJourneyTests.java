package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.LocalDate;
import nl.inkoopkompas.web.pages.Chromium.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** A policy maker changes a norm and a table, and a colleague publishes it, in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:lab-journey;DB_CLOSE_DELAY=-1")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabJourneyTests {

    @LocalServerPort
    int port;

    Chromium chromium;

    String draft = "";

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
    void changesATableCellByCell() {
        try (var visit = as("beleid")) {
            var page = visit.page;
            page.navigate("/lab");
            visit.look("lab-leeg");
            page.getByLabel("Titel").fill("Hogere dekking 2028");
            button(page, "Beginnen").click();
            draft = URI.create(page.url()).getPath();
            visit.look("lab-concept-leeg");

            page.navigate(draft + "/tabellen");
            visit.look("lab-tabellen");
            page.navigate(draft + "/tabellen/admission/insurance");
            var cell = page.getByLabel("other Bedrag per gebeurtenis");
            cell.fill("10 mln");
            assertThat(page.getByText("Verwacht: een heel getal, zoals 2.500.000"))
                    .isVisible();
            visit.look("lab-tabel-fout");
            cell.fill("2.000.000");
            page.getByLabel("Reden").fill("Drempel omlaag");
            button(page, "Bewaren").click();

            assertThat(page.getByText("was 2.500.000")).isVisible();
            visit.look("lab-tabel");
        }
    }

    @Test
    @Order(1)
    void saysWhatMayNeverHappen() {
        try (var visit = as("beleid")) {
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
    @Order(2)
    void changesANormFromADayOn() {
        try (var visit = as("beleid")) {
            var page = visit.page;
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
            assertThat(page.getByText("Drempel omlaag").first()).isVisible();
            visit.look("lab-concept");
            page.navigate(draft + "/controle");
            visit.look("lab-controle");
            page.navigate(draft + "/vergelijking");
            visit.look("lab-vergelijking");
        }
    }

    @Test
    @Order(3)
    void isProposedByOneAndPublishedByAnother() {
        var day = LocalDate.now().withDayOfYear(1).plusYears(1).toString();
        try (var visit = as("beleid")) {
            var page = visit.page;
            page.navigate(draft + "/voorstel");
            visit.look("lab-voorstel");
            page.getByLabel("Motivering").fill("Besproken in het overleg");
            button(page, "Voorstellen").click();
            assertThat(page.getByText("U werkte zelf aan dit concept.")).isVisible();
            visit.look("lab-voorgesteld");
        }
        try (var visit = as("beleid-2")) {
            var page = visit.page;
            page.navigate("/lab");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("wacht op u"))
                    .click();
            page.getByLabel("Geldig vanaf").fill(day);
            page.locator("#motivering-publicatie").fill("Akkoord");
            button(page, "Publiceren").click();

            assertThat(page.getByText("Gepubliceerd als regelboek")).isVisible();
            visit.look("lab-gepubliceerd");
            page.navigate("/regelboek/versies");
            assertThat(page.getByText("komt").first()).isVisible();
            visit.look("regelboek-versies");
        }
    }

    @Test
    @Order(4)
    void isReadByEverybodyAndAskedFor() {
        try (var visit = as("toegang-gouda")) {
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
        try (var visit = as("beleid")) {
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

    private Visit as(String username) {
        var visit = chromium.visit(Chromium.SCREEN);
        visit.page.navigate("/inloggen");
        visit.page.locator("input[name=username]").fill(username);
        visit.page.locator("input[name=password]").fill("demo");
        button(visit.page, "Inloggen").first().click();
        return visit;
    }
}

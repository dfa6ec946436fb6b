package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.inkoopkompas.correspondence.Clerk;
import nl.inkoopkompas.web.api.ApiTest;
import nl.inkoopkompas.web.pages.Chromium.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One request for an exception contract from the form to the contract, as the people who do it see it. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExceptionJourneyTests {

    private static final String REASONS = "De jongere kan nergens anders binnen vier weken terecht.";

    @Autowired
    Clerk clerk;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Chromium chromium;

    String address = "";

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
    void asksForAnException() {
        try (var visit = as("toegang-gouda")) {
            var page = visit.page;
            page.navigate("/uitzonderingen");
            visit.look("uitzonderingen-leeg");
            page.navigate("/uitzonderingen/nieuw");
            visit.look("uitzondering-vragen");
            page.getByLabel("Pseudoniem van de inwoner").fill("C-7F3K-22");
            page.getByLabel("Peildatum").fill("2026-11-20");
            page.getByLabel("Product", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("ambulant-jeugd 45A01");
            page.getByLabel("Waarom is dit nodig").fill("Start binnen vier weken nodig.");
            page.getByLabel("Wat betekent dit op lange termijn").fill("Na een half jaar terug naar het gewone aanbod.");
            page.getByLabel("Eerste dag").fill("2026-12-01");
            page.getByLabel("Laatste dag").fill("2027-05-31");
            page.getByLabel("Waarde in euro").fill("14.880");
            page.getByLabel("Naam", new Page.GetByLabelOptions().setExact(true)).fill("Praktijk Zilverlinde");
            page.getByLabel("KvK-nummer").fill("9000");
            button(page, "Controleren").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("KvK-nummer");
            visit.lookAtFailure("uitzondering-vragen-fout", 422);
            page.getByLabel("KvK-nummer").fill("90001234");
            page.getByLabel("Tarief in euro").fill("98,20");
            button(page, "Controleren").click();
            assertThat(page.getByText("De aanbieder heeft geen contract in de regio."))
                    .isVisible();
            page.getByText("Over de organisatie").click();
            page.getByLabel("Rechtsvorm").selectOption("BV");
            page.getByLabel("Aantal werknemers").fill("12");
            page.locator("summary").getByText("Verzekeringen").click();
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Verzekeringen"))
                    .getByRole(AriaRole.BUTTON)
                    .first()
                    .click();
            assertThat(page.getByLabel("Aantal werknemers")).hasValue("12");
            visit.look("uitzondering-gecontroleerd");
            button(page, "Versturen").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("Praktijk Zilverlinde");
            address = URI.create(page.url()).getPath();
            visit.look("uitzondering-ingediend");
        }
    }

    @Test
    @Order(2)
    void advisesAndHasAnotherDecide() {
        try (var visit = as("rwo")) {
            var page = visit.page;
            page.navigate(address);
            button(page, "In behandeling nemen").click();
            page.getByLabel("Goedkeuren", new Page.GetByLabelOptions().setExact(true))
                    .check();
            action(page, "Advies uitbrengen").getByLabel("Motivering").fill(REASONS);
            visit.look("uitzondering-advies");
            button(page, "Advies uitbrengen").click();
            assertThat(page.getByText("U kunt nu niets doen.")).isVisible();
        }
        try (var visit = as("directeur")) {
            var page = visit.page;
            page.navigate(address);
            action(page, "Goedkeuren").getByLabel("Motivering").fill("Te kort");
            decide(page).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("20 tekens");
            visit.lookAtFailure("uitzondering-besluiten", 422);
            action(page, "Goedkeuren")
                    .getByLabel("Motivering")
                    .fill(REASONS + " Alternatieven en kwaliteit zijn afgewogen.");
            Locator preview = button(page, "Brieven vooraf lezen").first();
            preview.evaluate("button => button.removeAttribute('formtarget')");
            preview.click();
            assertThat(page.getByText("Uw aanvraag voor een uitzondering is goedgekeurd"))
                    .isVisible();
            visit.look("uitzondering-brieven-vooraf");
            page.navigate(address);
            action(page, "Goedkeuren")
                    .getByLabel("Motivering")
                    .fill(REASONS + " Alternatieven en kwaliteit zijn afgewogen.");
            decide(page).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Goedkeuren");
            visit.look("uitzondering-goedgekeurd");
            clerk.round(clock::instant);
            page.navigate(address);
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bericht aan de aanbieder")))
                    .isVisible();
            page.getByText("Adres geven en versturen").last().click();
            page.getByLabel("E-mailadres van Praktijk Zilverlinde").fill("geen adres");
            page.locator("form[action*=adressen]").last().evaluate("form => form.noValidate = true");
            button(page, "Versturen").last().click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("e-mailadres");
            page.getByText("Adres geven en versturen").last().click();
            visit.look("uitzondering-brieven");
            page.getByLabel("E-mailadres van Praktijk Zilverlinde").fill("zorg@zilverlinde.example");
            button(page, "Versturen").last().click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("zorg@zilverlinde.example");
        }
    }

    @Test
    @Order(3)
    void showsTheSharedRegisterAndWhoDecidesWhat() {
        try (var visit = as("toegang-zuidplas")) {
            var page = visit.page;
            page.navigate("/uitzonderingen");
            assertThat(page.getByText("Praktijk Zilverlinde")).isVisible();
            assertThat(page.getByText("C-7F3K-22")).isHidden();
            visit.look("uitzonderingen");
            page.navigate("/uitzonderingen/mandaten");
            visit.look("uitzonderingen-mandaten");
            page.navigate("/uitzonderingen/cijfers");
            visit.look("uitzonderingen-cijfers");
        }
    }

    @Test
    @Order(4)
    void showsWhatTheSystemsOfMunicipalitiesWereTold() {
        try (var visit = as("beheerder")) {
            var page = visit.page;
            page.navigate("/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Webhooks"))
                    .click();
            visit.look("webhooks-leeg");
            jdbc.sql("""
                            insert into webhook_event (id, municipality, case_id, turn, body, status, attempts, claims,
                                due_at, created_at, ended_at, reason)
                            values (:id, '0513', :case, 1, '{}', 'FAILED', 8, 8, :at, :at, :at, 'HTTP 503')
                            """)
                    .param("id", UUID.randomUUID())
                    .param("case", UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            page.reload();
            visit.look("webhooks");
            button(page, "Opnieuw aanbieden").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("wacht weer");
        }
    }

    private static Locator action(Page page, String name) {
        return page.locator(".action-list > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))));
    }

    private static Locator decide(Page page) {
        return action(page, "Goedkeuren")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Goedkeuren"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
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

package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.rulebook.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One dossier from proposal to determination, in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:dossierjourneytests;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierJourneyTests {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Admissions admissions;

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

    /** Records an application that meets every criterion, but for what is changed. */
    private String recorded(String name, Consumer<ObjectNode> change) {
        ObjectNode application = (ObjectNode) ProjectRuleBook.BOOK.policy("admission").scenarios().stream()
                .filter(scenario -> scenario.id().equals("outcome-admissible"))
                .findFirst()
                .orElseThrow()
                .request()
                .deepCopy();
        ((ObjectNode) application.path("applicant")).put("name", name);
        change.accept(application);
        byte[] json = application.toString().getBytes(StandardCharsets.UTF_8);
        return "/aanmeldingen/"
                + admissions
                        .record(json, Language.NL, Instant.parse("2026-11-02T09:00:00Z"), "inkoper")
                        .id();
    }

    private static void dissolvedAndUnsure(ObjectNode application) {
        ObjectNode applicant = (ObjectNode) application.path("applicant");
        applicant.withArray("contractEvents").add(JSON.readTree("""
                        {"kind": "DISSOLVED", "date": "2022-05-10", "contract": "OTHER", "counterparty": "Regio Duinrand",
                         "inThisRegion": false, "initiatedBy": "COMMISSIONER", "partial": false, "improvements": []}
                        """));
        applicant.putArray("memberships").add("Vereniging Nergens");
        applicant.putNull("volunteerPolicy");
    }

    private static void withCheckedPapers(ObjectNode application) {
        for (String pointer : new String[] {
            "/applicant/certificatesOfConduct",
            "/applicant/procurementDeclarations",
            "/applicant/insurances",
            "/products/0/experience"
        }) {
            application
                    .withArray("evidence")
                    .addObject()
                    .put("pointer", pointer)
                    .put("verified", true);
        }
    }

    @Test
    void leadsFromAProposalOverThreeRoundsToADetermination() {
        var dossier = recorded("Stichting De Wilgenpoort", application -> {
            dissolvedAndUnsure(application);
            withCheckedPapers(application);
        });
        try (var visit = chromium.as("inkoper")) {
            var page = visit.page;
            page.navigate(dossier);
            visit.look("dossier-verder");

            link(page, "Hoorzitting vastleggen").click();
            visit.look("ronde-hoorzitting");
            button(page, "Ronde vastleggen").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("U hebt niets ingevuld");
            page.getByText("Maatregelen aangetoond en geaccepteerd").check();
            button(page, "Ronde vastleggen").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ten minste 20 tekens");
            visit.lookAtFailure("ronde-zonder-motivering", 422);
            page.getByLabel("Motivering").fill("De oorzaak is aantoonbaar weggenomen; een accountant toetste het.");
            button(page, "Uitkomst bekijken").click();
            assertThat(heading(page, "Dit zou de uitkomst zijn")).isVisible();
            visit.look("ronde-uitkomst");
            button(page, "Ronde vastleggen").click();
            assertThat(page.getByText("De ronde is vastgelegd.")).isVisible();
            assertThat(heading(page, "Ronden naast elkaar")).isVisible();
            assertThat(page.locator(".rounds tbody tr")).hasCount(1);
            assertThat(page.locator(".rounds")).containsText("Geaccepteerd");
            var same = page.getByText("bevindingen bleven gelijk");
            same.click();
            assertThat(page.locator("details[open] .tasks > li strong").first()).isVisible();

            link(page, "Oordeel geven").click();
            visit.look("ronde-oordeel");
            page.getByText("Akkoord: het criterium is gehaald").check();
            page.getByLabel("Motivering").fill("Deze vereniging stelt dezelfde eisen aan haar leden.");
            button(page, "Ronde vastleggen").click();

            link(page, "Aanvulling vastleggen").click();
            visit.look("ronde-aanvulling");
            page.getByLabel("Heeft vrijwilligersbeleid").selectOption("true");
            button(page, "Ronde vastleggen").click();
            assertThat(page.getByText("De ronde is vastgelegd.")).isVisible();
            visit.look("dossier-rondes");

            button(page, "Vaststellen").click();
            assertThat(page.getByText("Het besluit is vastgelegd.")).isVisible();
            visit.look("dossier-vastgesteld");
            visit.print("dossier-vastgesteld");

            link(page, "Controleren").click();
            assertThat(page.getByText("Dezelfde uitkomst.")).isVisible();
            visit.look("controle");
        }
    }

    @Test
    void saysWhyItCannotBeDeterminedYet() {
        var dossier = recorded("Zorg Zonder Bewijs", application -> {});
        try (var visit = chromium.as("inkoper")) {
            var page = visit.page;
            page.navigate(dossier);
            assertThat(page.locator("#besluit")).containsText("Nog niet gecontroleerd");
            button(page, "Vaststellen").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("nog niemand heeft gecontroleerd");
            visit.lookAtFailure("dossier-geweigerd", 409);
        }
    }

    @Test
    void triesOtherFactsWithoutRecording() {
        var dossier = recorded("Zorg Wat Als", DossierJourneyTests::dissolvedAndUnsure);
        try (var visit = chromium.as("rwo", Chromium.PHONE)) {
            var page = visit.page;
            page.navigate(dossier);
            link(page, "Wat als …").click();
            visit.look("wat-als");
            page.getByLabel("Heeft vrijwilligersbeleid").selectOption("true");
            button(page, "Uitkomst bekijken").click();
            assertThat(heading(page, "Dit zou de uitkomst zijn")).isVisible();
            assertThat(button(page, "Ronde vastleggen")).hasCount(0);
            page.navigate(dossier);
            assertThat(page.getByText("ronde 2")).hasCount(0);
        }
    }

    @Test
    void verifiesTheRegisterForAnAuditor() {
        recorded("Zorg Voor De Controle", application -> {});
        try (var visit = chromium.as("auditor")) {
            var page = visit.page;
            page.navigate("/register/controle");
            button(page, "Nu controleren").click();
            assertThat(page.getByText("Het register is ongewijzigd.")).isVisible();
            visit.look("register-controle");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}

package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import nl.inkoopkompas.web.pages.Chromium.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A day with the program in a real browser: one test after the other, on a register that is empty at first. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:journeytests;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTests {

    private static final double IMPORT_MILLIS = 60_000;

    @LocalServerPort
    int port;

    @TempDir
    static Path downloads;

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
    void saysThatThePasswordIsWrong() {
        try (var visit = chromium.visit(Chromium.SCREEN)) {
            visit.page.navigate("/");
            visit.look("inloggen");

            visit.logIn("inkoper", "verkeerd");

            assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("Inloggen is niet gelukt.");
            visit.look("inloggen-mislukt");
        }
    }

    @Test
    @Order(2)
    void saysThatAFileCannotBeRead() {
        try (var visit = buyer()) {
            visit.page.navigate("/aanmeldingen/inlezen");
            choose(visit.page, "notitie.xlsx", "Dit is geen werkblad.");
            button(visit.page, "Inlezen").click();

            assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("Uw bestand is niet ingelezen.");
            visit.lookAtFailure("inlezen-onleesbaar", 422);
        }
    }

    @Test
    @Order(3)
    void saysThatNobodyHasAskedForAnExceptionYet() {
        try (var visit = chromium.as("toegang-gouda")) {
            visit.page.navigate("/uitzonderingen");
            visit.look("uitzonderingen-leeg");
        }
    }

    @Test
    @Order(3)
    void leadsFromAnEmptyListToAFinding() {
        try (var visit = buyer()) {
            var page = visit.page;
            assertThat(heading(page, "Nog geen aanmeldingen")).isVisible();
            visit.look("leeg");

            link(page, "Bestand inlezen").click();
            visit.look("inlezen");
            var demo = page.waitForDownload(
                    () -> page.getByText("Voorbeeld met verzonnen aanbieders").click());
            var file = downloads.resolve(demo.suggestedFilename());
            demo.saveAs(file);
            page.getByLabel("Bestand met aanmeldingen").setInputFiles(file);
            button(page, "Inlezen").click();

            visit.look("inlezing");
            assertThat(link(page, "Resultaten downloaden"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(IMPORT_MILLIS));
            visit.look("inlezing-klaar");
            assertThat(page.waitForDownload(
                                    () -> link(page, "Resultaten downloaden").click())
                            .suggestedFilename())
                    .endsWith(".xlsx");

            link(page, "Bekijk de aanmeldingen").click();
            assertThat(page.getByRole(AriaRole.ROW).nth(1)).isVisible();
            visit.look("aanmeldingen");

            page.getByLabel(Pattern.compile("^Horen")).check();
            button(page, "Toepassen").click();
            assertThat(page).hasURL(Pattern.compile("voorstel=HEARING.*bestand=|bestand=.*voorstel=HEARING"));
            visit.look("aanmeldingen-gefilterd");

            rows(page).first().getByRole(AriaRole.LINK).click();
            visit.look("dossier");
            visit.print("dossier");

            page.locator(".matrix a").last().click();
            assertThat(page.locator("#bevinding")).isInViewport();
            visit.look("dossier-bevinding");

            button(page, "Uitloggen").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("U bent uitgelogd.");
            visit.look("uitgelogd");
        }
    }

    @Test
    @Order(4)
    void saysThatAPageDoesNotExist() {
        try (var visit = buyer()) {
            var response = visit.page.navigate("/aanmeldingen/bestaat-niet");

            assertThat(response.status()).isEqualTo(404);
            assertThat(heading(visit.page, "Deze pagina bestaat niet")).isVisible();
            visit.lookAtFailure("fout-404", 404);
        }
    }

    @Test
    @Order(5)
    void showsWhoLookedAndWhoWasRefused() {
        try (var visit = chromium.visit(Chromium.SCREEN)) {
            var page = visit.page;
            page.navigate("/register/geweigerd");
            visit.logIn("toegang-gouda", "demo");
            assertThat(heading(page, "U mag dit niet doen")).isVisible();
            visit.lookAtFailure("fout-403", 403);
            page.navigate("/toegang");
            visit.look("toegang");
            button(page, "Uitloggen").click();

            page.navigate("/register/geweigerd");
            visit.logIn("auditor", "demo");
            assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("toegang-gouda");
            visit.look("geweigerd");
            link(page, "Inzage").first().click();
            assertThat(rows(page).first()).containsText("inkoper");
            visit.look("inzage");

            page.getByLabel("Gebruikersnaam").fill("niemand");
            button(page, "Toepassen").click();
            assertThat(heading(page, "Niemand bekeek dit")).isVisible();
            visit.look("inzage-leeg");
        }
    }

    private Visit buyer() {
        var visit = chromium.as("inkoper");
        visit.page.navigate("/aanmeldingen");
        return visit;
    }

    private static void choose(Page page, String name, String content) {
        page.getByLabel("Bestand met aanmeldingen")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator rows(Page page) {
        return page.locator(".rows-hover tbody tr");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

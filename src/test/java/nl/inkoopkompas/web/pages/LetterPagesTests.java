package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.Chromium.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writing letters and looking after their mails, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LetterPagesTests {

    private static final String APPLICATION = """
            { "asOf": "2024-04-01", "contract": "ambulant-jeugd",
              "applicant": { "name": "Stichting De Wilgenpoort", "kvkNumber": "12345678", "qualityCertificates": [],
                "memberships": [] },
              "products": [ { "code": "45A01" } ] }
            """;

    @LocalServerPort
    int port;

    @Autowired
    Admissions admissions;

    @Autowired
    DecisionRegister register;

    @Autowired
    DeterminationRegister determinations;

    @Autowired
    JdbcClient jdbc;

    private Chromium chromium;
    private UUID dossier;

    @BeforeAll
    void open() {
        Decision decision = admissions.record(
                APPLICATION.getBytes(StandardCharsets.UTF_8),
                Language.NL,
                Instant.parse("2026-11-20T10:00:00Z"),
                "rwo");
        dossier = decision.id();
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
    void saysWhatCanBeSentAndWhyNotTheRest() {
        try (Visit visit = chromium.as("inkoper")) {
            visit.page.navigate("/correspondentie");
            assertThat(visit.page.getByText("Een mail ontstaat")).isVisible();
            visit.look("correspondentie-leeg");

            visit.page.navigate("/aanmeldingen/" + dossier + "/brieven");

            assertThat(visit.page
                            .getByText("Er is nog geen besluit vastgesteld.")
                            .first())
                    .isVisible();
            assertThat(link(visit.page, "Schrijf: Uitnodiging")).isVisible();
            visit.look("brieven-leeg");
        }
    }

    @Test
    @Order(2)
    void showsTheLetterBeforeItIsSentOnce() {
        try (Visit visit = chromium.as("inkoper")) {
            Page page = visit.page;
            page.navigate("/aanmeldingen/" + dossier + "/brieven");
            link(page, "Schrijf: Uitnodiging").click();
            visit.look("brief");

            page.getByLabel("E-mailadres").fill("123456782@zorg.example");
            button(page, "Voorbeeld bekijken").click();
            assertThat(page.getByText("De brief is niet verstuurd.")).isVisible();
            assertThat(page.getByText("het beleid geeft geen termijn")).isVisible();
            org.assertj.core.api.Assertions.assertThat(page.content()).doesNotContain("123456782");
            visit.lookAtFailure("brief-fout", 422);

            page.getByLabel("E-mailadres").fill("inkoop@zorg.example");
            page.getByLabel("Reageren kan tot en met")
                    .fill(LocalDate.now().plusDays(10).toString());
            page.getByLabel("Eigen tekst").fill("Komt u langs? 😀");
            button(page, "Voorbeeld bekijken").click();
            assertThat(page.getByText("U neemt maatregelen.")).isVisible();
            assertThat(page.getByText("Niet elk teken kan worden afgedrukt.")).isVisible();
            visit.look("brief-voorbeeld");

            page.getByLabel("Eigen tekst").fill("Komt u langs?");
            button(page, "Versturen").click();
            assertThat(page.locator(".letter-preview")).containsText("Komt u langs?");
            button(page, "Versturen").click();

            assertThat(page.getByText("De brief is vastgelegd.")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            visit.look("brieven");
            byte[] pdf = page.context()
                    .request()
                    .get(page.locator("tbody a").getAttribute("href"))
                    .body();
            org.assertj.core.api.Assertions.assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
    }

    @Test
    @Order(3)
    void printsThePreviewAndTheDossier() throws Exception {
        try (Visit visit = chromium.as("inkoper")) {
            Page page = visit.page;
            byte[] pdf = page.context()
                    .request()
                    .get("/aanmeldingen/" + dossier + "/dossier.pdf")
                    .body();
            org.assertj.core.api.Assertions.assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            page.navigate("/aanmeldingen/" + dossier + "/brieven");
            link(page, "Schrijf: Ontvangstbevestiging").click();
            page.getByLabel("E-mailadres").fill("inkoop@zorg.example");
            button(page, "Voorbeeld bekijken").click();
            Page preview =
                    page.waitForPopup(() -> button(page, "Voorbeeld als PDF").click());
            preview.waitForLoadState();
            assertThat(preview).hasURL(Pattern.compile("/bevestiging/voorbeeld.pdf$"));
        }
    }

    @Test
    @Order(4)
    void letsAPersonDecideOnAnUncertainMail() {
        jdbc.sql("update outbox_mail set status = 'UNCERTAIN', reason = 'Geen antwoord van de server'")
                .update();
        try (Visit auditor = chromium.as("auditor")) {
            auditor.page.navigate("/correspondentie");
            assertThat(auditor.page.locator("tbody tr")).hasCount(1);
            assertThat(button(auditor.page, "Is al verstuurd")).hasCount(0);
            auditor.page.navigate("/aanmeldingen/" + dossier + "/brieven");
            assertThat(auditor.page
                            .getByText("Een inkoper of de RWO kan deze brief versturen.")
                            .first())
                    .isVisible();
        }
        try (Visit visit = chromium.as("rwo")) {
            Page page = visit.page;
            page.navigate("/correspondentie");
            link(page, "Onzeker").click();
            assertThat(page.getByText("Geen antwoord van de server")).isVisible();
            visit.look("correspondentie");

            button(page, "Is al verstuurd").click();

            assertThat(page.getByText("De mail staat nu als verstuurd.")).isVisible();
            visit.look("correspondentie-verstuurd");
        }
    }

    @Test
    @Order(5)
    void offersTheRejectionOnceItIsDetermined() {
        var decision = register.byId(dossier).orElseThrow();
        determinations.determine(
                decision,
                1,
                List.of(new OfProduct("45A01", decision.summary().outcome(), "REJECTED")),
                "Motivering van het besluit.",
                false,
                1,
                Instant.parse("2026-11-21T10:00:00Z"),
                "directeur");
        try (Visit visit = chromium.as("inkoper")) {
            Page page = visit.page;
            page.navigate("/aanmeldingen/" + dossier + "/brieven/afwijzing");
            page.getByLabel("E-mailadres").fill("inkoop@zorg.example");
            button(page, "Voorbeeld bekijken").click();

            assertThat(page.locator(".letter-preview")).containsText("Motivering van het besluit.");
            assertThat(page.locator(".letter-preview")).containsText("kort geding");
            visit.look("brief-afwijzing");
        }
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
}

package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.evidence.TestDocuments;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.register.DeterminationRegister;
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

/** The evidence of a dossier in a real browser, and what lapses when. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceJourneyTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Admissions admissions;

    @Autowired
    DecisionRegister register;

    @Autowired
    DeterminationRegister determinations;

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
    void leadsFromDeclaredToVerifiedAndToWhatLapses() {
        var decision = recorded();
        try (var visit = chromium.as("inkoper")) {
            var page = visit.page;
            page.navigate("/aanmeldingen/" + decision + "/bewijs");
            assertThat(page.getByText("Nog geen stukken ontvangen")).isVisible();
            visit.look("bewijs-leeg");

            upload(page, "vog.png", TestDocuments.pdf());
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("geen PNG");
            visit.lookAtFailure("bewijs-geweigerd", 422);

            upload(page, "vog.pdf", TestDocuments.pdf());
            assertThat(page.getByText("Het stuk is ingenomen.")).isVisible();
            assertThat(page.getByText("niet gescand op virussen")).isVisible();

            page.getByText("Controleren").click();
            visit.look("bewijs-ontvangen");
            page.getByLabel("Klopt: het stuk bewijst dit").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Controle vastleggen"))
                    .click();
            assertThat(page.getByText("De controle is vastgelegd.")).isVisible();
            assertThat(page.locator("article .tag").first()).hasText("Gecontroleerd");
            visit.look("bewijs-gecontroleerd");

            determinations.determine(
                    register.byId(decision).orElseThrow(),
                    1,
                    List.of(new OfProduct("45A01", "ADMISSIBLE", "ADMISSIBLE")),
                    null,
                    false,
                    7,
                    NOON,
                    "inkoper");
            page.navigate("/bewijsstukken/verloop?tot=2031-12-31");
            assertThat(page.getByText("1 mrt 2031")).isVisible();
            visit.look("verloop");
            page.navigate("/bewijsstukken/verloop?tot=2001-01-01");
            visit.look("verloop-leeg");
        }
        try (var visit = chromium.as("auditor")) {
            visit.page.navigate("/aanmeldingen/" + decision + "/bewijs");
            assertThat(visit.page.locator("input[type=file]").count()).isZero();
            assertThat(visit.page.locator("article details form").count()).isZero();
            visit.look("bewijs-lezen");
        }
    }

    private UUID recorded() {
        var request = (ObjectNode) JsonMapper.builder().build().readTree("""
                {"asOf": "2024-04-01", "contract": "ambulant-jeugd",
                 "applicant": {"name": "Zorg Zonnehoed BV", "kvkNumber": "12345678", "volunteerPolicy": true,
                   "certificatesOfConduct": [{"subject": "LEGAL_ENTITY", "issuedOn": "2023-11-02"}],
                   "qualityCertificates": [{"scheme": "ISO9001", "validUntil": "2031-03-01"}],
                   "insurances": [{"perEvent": 2500000, "perYear": 5000000, "proofProvided": true}]},
                 "products": [{"code": "45A01", "staff": [{"qualification": "HBO", "fte": 3.5}]}]}
                """);
        return admissions
                .record(request.toString().getBytes(StandardCharsets.UTF_8), Language.NL, NOON, "inkoper")
                .id();
    }

    private static void upload(Page page, String name, byte[] content) {
        page.locator("#bestand").setInputFiles(new FilePayload(name, "application/pdf", content));
        page.locator("#bewijst").selectOption("/applicant/certificatesOfConduct/0");
        page.locator("#verloopt").fill("2031-02-01");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Innemen"))
                .click();
    }
}

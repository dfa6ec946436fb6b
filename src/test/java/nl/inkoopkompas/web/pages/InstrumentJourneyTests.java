package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import nl.inkoopkompas.web.imports.DemoContractings;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** From the start to a recorded application, the coverage, the register and help, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:instrument;DB_CLOSE_DELAY=-1")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstrumentJourneyTests {

    private static final String NAME = "Thuiszorg Heksenbezem";

    @LocalServerPort
    int port;

    @Autowired
    DemoContractings contractings;

    Chromium chromium;

    @BeforeAll
    void open() throws IOException {
        contractings.read();
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
    void leadsFromTheStartToARecordedApplication() {
        try (var visit = chromium.as("inkoper")) {
            var page = visit.page;
            page.navigate("/");
            assertThat(page.getByText("Er wacht niets op u.")).isVisible();
            visit.look("start-leeg");
            link(page, "Nieuwe aanmelding").first().click();
            visit.look("formulier-begin");
            button(page, "Begin een aanmelding").click();
            page.locator("#v-applicant-kvkNumber").fill("123");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Er kloppen 3 dingen niet.");
            visit.lookAtFailure("formulier-fouten", 422);
            link(page, "KvK-nummer: “123” klopt niet: verwacht 8 cijfers").click();
            assertThat(page.locator("#v-applicant-kvkNumber")).isFocused();

            page.locator("#v-asOf").fill("2026-11-02");
            page.locator("#v-contract").selectOption("hulp-bij-huishouden");
            page.locator("#v-applicant-name").fill(NAME);
            page.locator("#v-applicant-kvkNumber").fill("90008888");
            button(page, "Bewaar en ga verder").click();
            page.locator("#v-products-0-code").selectOption(new SelectOption().setIndex(1));
            button(page, "Bewaar en ga verder").click();
            assertThat(heading(page, "Verbod op terugkeer")).isVisible();
            visit.look("formulier-vraag");

            assertThat(page.locator("#stand")).containsText("Nog onbekend");
            page.getByLabel("Er zijn er geen").first().check();
            assertThat(page.locator("#stand [aria-current=step]").locator("xpath=../.."))
                    .containsText("Voldoet"); // saved by itself
            button(page, "Bewaar en ga verder").click();
            assertThat(heading(page, "Ervaring")).isVisible();

            link(page, "Controle").click();
            visit.look("formulier-controle");
            button(page, "Vastleggen in het register").click();
            assertThat(heading(page, NAME)).isVisible();
            assertThat(page).hasURL(Pattern.compile("/aanmeldingen/[0-9a-f-]{36}$"));

            page.navigate("/");
            assertThat(link(page, "Gegevens opvragen: " + NAME)).isVisible();
            visit.look("start");
        }
    }

    @Test
    @Order(2)
    void showsWhereThereAreTooFewProvidersAndKeepsWhatWasEstablished() {
        try (var visit = chromium.as("rwo")) {
            var page = visit.page;
            page.navigate("/dekking");
            visit.look("dekking");
            link(page, "Ambulant jeugd").first().click();
            assertThat(page.getByRole(AriaRole.IMG).first())
                    .hasAttribute("aria-label", Pattern.compile("ten minste 2"));
            visit.look("dekking-contract");
            var file = page.waitForDownload(() -> link(page, "Naar Excel").click());
            assertThat(file.suggestedFilename()).startsWith("dekking-").endsWith(".xlsx");

            page.locator("a.tag--error[href*=vaststellen]").first().click();
            page.locator("#wie").fill("Bestuurlijk overleg sociaal domein");
            page.locator("#motivering").fill("te kort");
            button(page, "Vastleggen").click();
            visit.lookAtFailure("dekking-vaststellen-fout", 422);
            page.locator("#motivering").fill("Er is al een half jaar geen plaats te vinden.");
            button(page, "Vastleggen").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("De vaststelling is vastgelegd.");
            visit.look("dekking-vastgesteld");
        }
    }

    @Test
    @Order(3)
    void findsInEveryPartWhatThePersonMaySee() {
        try (var visit = chromium.as("inkoper")) {
            var page = visit.page;
            page.navigate("/");
            page.keyboard().press("/");
            page.keyboard().type("heksenbezem");
            page.keyboard().press("Enter");
            assertThat(heading(page, "1 resultaat voor “heksenbezem”")).isVisible();
            page.navigate("/zoeken?zoek=zorg");
            visit.look("zoeken");
            page.navigate("/zoeken?zoek=qqqq");
            visit.look("zoeken-niets");
            page.navigate("/zoeken?zoek=111222333");
            assertThat(page.getByText("Er is niet gezocht.")).isVisible();
            assertThat(page.url()).doesNotContain("111222333");
        }
        try (var visit = chromium.as("toegang-gouda")) {
            visit.page.navigate("/zoeken?zoek=heksenbezem");
            assertThat(visit.page.getByText("Niets gevonden").first()).isVisible();
            visit.page.navigate("/");
            visit.look("start-toegang");
        }
    }

    @Test
    @Order(4)
    void showsAndReplaysADecision() {
        try (var visit = chromium.as("auditor")) {
            var page = visit.page;
            page.navigate("/register?soort=procedure");
            assertThat(page.getByText("Niets gevonden")).isVisible();
            visit.look("register-niets");
            page.navigate("/register");
            visit.look("register");
            link(page, NAME).click();
            page.navigate(page.url().replace("/aanmeldingen/", "/register/"));
            visit.look("register-besluit");
            link(page, "Opnieuw afspelen").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Dezelfde uitkomst.");
        }
    }

    @Test
    @Order(5)
    void helps() {
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/");
            visit.look("start-beleid");
            link(page, "Hulp").click();
            visit.look("hulp");
            link(page, "Een dossier behandelen").click();
            visit.look("hulp-taak");
            for (var name : new String[] {"begrippen", "masterclass", "sneltoetsen", "toegankelijkheid", "licenties"}) {
                page.navigate("/hulp/" + name);
                visit.look("hulp-" + name);
            }
        }
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }
}

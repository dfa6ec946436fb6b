package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft compared in a real browser: what becomes stricter, why, and an example that is kept. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    RuleBooks ruleBooks;

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
    void showsWhatBecomesStricterAndKeepsTheExample() {
        Instant now = Instant.parse("2026-11-01T09:00:00Z");
        Draft draft = drafts.create(ruleBooks.newest(), "Hogere dekking", null, now, "beleid");
        drafts.edit(
                draft,
                ("{\"edits\":[{\"table\":\"admission/insurance\",\"row\":\"other\",\"column\":\"perEvent\","
                                + "\"value\":3000000}],\"reason\":\"Hogere dekking\"}")
                        .getBytes(StandardCharsets.UTF_8),
                now,
                "beleid");
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/lab/" + draft.id() + "/vergelijking");
            assertThat(page.locator("#c-admission-insurance")).containsText("strenger");
            assertThat(page.locator("#c-admission-insurance mark").first()).isVisible();
            visit.look("lab-vergelijking");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Maak hiervan een scenario"))
                    .click();

            assertThat(page.getByText("staat in het concept")).isVisible();
            page.navigate("/lab/vergelijken?van=" + draft.base() + "&naar=" + draft.base());
            assertThat(page.getByText("Geen enkel criterium verandert.")).isVisible();
            page.getByText("criteria blijven gelijk").click();
            assertThat(page.getByText("zelfde regels en normen").first()).isVisible();
            visit.look("lab-vergelijken");
        }
    }
}

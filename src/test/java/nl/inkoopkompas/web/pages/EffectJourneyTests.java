package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A policy maker sees in a browser what a draft does, and opens a case. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectJourneyTests {

    private static final double PATIENCE = 90_000;

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

    private static String draft(Page page) {
        return (String) page.evaluate("""
                async () => {
                  const basic = { Authorization: "Basic " + btoa("beleid:demo"), "Content-Type": "application/json" };
                  const made = await fetch("/api/v1/drafts", { method: "POST", headers: basic,
                    body: JSON.stringify({ base: "current", title: "Toelating 2027" }) });
                  const draft = await made.json();
                  const edits = [
                    { parameter: "admission.financial-health.solvency-lower", from: "2024-01-01", value: 0.35 },
                    { parameter: "admission.financial-health.solvency-upper", from: "2024-01-01", value: 0.40 },
                    { table: "admission/insurance", row: "other", column: "perEvent", value: 2000000 }];
                  await fetch("/api/v1/drafts/" + draft.id, { method: "PATCH", headers: basic,
                    body: JSON.stringify({ edits, reason: "Proef" }) });
                  return draft.id;
                }
                """);
    }

    @Test
    void leadsFromAPopulationToACaseWithTwoExplanations() {
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/lab/" + draft(page) + "/effect");
            assertThat(page.getByText("Nog niet doorgerekend.")).isVisible();
            visit.look("lab-effect-leeg");

            page.getByLabel("Populatie").selectOption("sample");
            page.getByLabel("Aantal verzonnen aanvragen").fill("1.000.001");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Doorrekenen"))
                    .click();
            assertThat(page.locator(".utrecht-alert--error")).containsText("1.000.000");
            visit.lookAtFailure("lab-effect-fout", 422);

            page.getByLabel("Populatie").selectOption("sample");
            page.getByLabel("Aantal verzonnen aanvragen").fill("2.000");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Doorrekenen"))
                    .click();
            assertThat(page.locator("#effect .tag").first())
                    .hasText("Klaar", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
            visit.look("lab-effect");
            visit.print("lab-effect");

            page.locator("#zaken tbody a").first().click();
            assertThat(page.getByText("twee uitleggen naast elkaar").first()).isVisible();
            assertThat(page.locator(".pair mark").first()).isVisible();
            visit.look("lab-effect-zaak");
        }
    }

    @Test
    void showsThatAMeasurementWasStopped() {
        try (var visit = chromium.as("beleid")) {
            var page = visit.page;
            page.navigate("/lab/" + draft(page) + "/effect");
            page.getByLabel("Populatie").selectOption("sample");
            page.getByLabel("Aantal verzonnen aanvragen").fill("1000000");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Doorrekenen"))
                    .click();
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
            visit.look("lab-effect-loopt");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stoppen"))
                    .click();

            assertThat(page.getByText("Deze meting is gestopt.")).isVisible();
            assertThat(page.getByText("Deze meting is mislukt.")).isHidden();
            assertThat(page.getByText("Nog niet doorgerekend.")).isHidden();
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isHidden();
            visit.look("lab-effect-gestopt");
        }
    }
}

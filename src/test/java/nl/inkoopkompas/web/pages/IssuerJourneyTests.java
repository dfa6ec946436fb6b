package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.web.api.MockIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** In and out through an issuer in a real browser, which keeps to what our headers allow. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("production")
@ContextConfiguration(initializers = MockIssuer.class)
class IssuerJourneyTests {

    @LocalServerPort
    int port;

    @Test
    void leadsInAndOut() {
        try (var chromium = Chromium.at(URI.create("http://localhost:" + port));
                var visit = chromium.visit(Chromium.SCREEN)) {
            var page = visit.page;
            page.navigate("/aanmeldingen");
            visit.look("inloggen-organisatie");
            page.navigate("/inloggen?reden=no-role");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("geen rol in Inkoopkompas");
            visit.look("inloggen-geen-rol");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inloggen bij uw organisatie"))
                    .click();
            page.locator("[name=username]").fill("s-1");
            page.locator("[name=claims]").fill(new JsonMapper().writeValueAsString(MockIssuer.claims(Role.INKOPER)));
            page.locator("[type=submit]").click();
            assertThat(page.locator(".app-user__name")).hasText("Naam van iemand-inkoper");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Uitloggen"))
                    .first()
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("U bent uitgelogd.");
        }
    }
}

package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the systems of municipalities were told, as the administrator sees it. */
@ApiTest
class WebhookJourneyTests {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    @Autowired
    ExceptionContracts contracts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void offersAgainWhatWasNotTaken() {
        try (var chromium = Chromium.at(URI.create("http://127.0.0.1:" + port));
                var visit = chromium.as("beheerder")) {
            var page = visit.page;
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Webhooks"))
                    .click();
            visit.look("webhooks-leeg");
            notTaken();
            page.reload();
            visit.look("webhooks");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Opnieuw aanbieden"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("wacht weer");
        }
    }

    private void notTaken() {
        String kvk = String.valueOf(10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000_000));
        String request = """
                {"asOf":"2026-11-01","municipality":"0513","client":"C-webhook","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"Praktijk Zilverlinde","kvkNumber":"%s"},"need":"Nodig.",
                 "period":{"from":"2026-12-01"},"value":20000}
                """.formatted(kvk);
        ExceptionCase one = contracts.submit(
                request.getBytes(StandardCharsets.UTF_8), new Actor("toegang-gouda", "TOEGANG", "0513"), AT);
        jdbc.sql("""
                        insert into webhook_event (id, municipality, case_id, turn, body, status, attempts, claims,
                            due_at, created_at, ended_at, reason)
                        values (:id, '0513', :case, 1, '{}', 'FAILED', 8, 8, :at, :at, :at, 'HTTP 503')
                        """)
                .param("id", UUID.randomUUID())
                .param("case", one.id())
                .param("at", AT.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package nl.inkoopkompas.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.transition.Transitions;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A plan for running indications in a real browser: from file to determination, and two plans side by side. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransitionJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Transitions transitions;

    @Autowired
    List<WorkItems> work;

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

    private static ObjectNode request() {
        return (ObjectNode) new JsonMapper().readTree("""
                {"asOf": "2024-10-01", "switchOn": "2025-01-01",
                 "products": [{"old": "OUD-1", "new": ["NIEUW-1"], "changed": true, "contract": "ambulant-jeugd"},
                              {"old": "OUD-2", "new": [], "changed": false, "contract": "dagbesteding-wmo"}],
                 "contracted": [{"provider": "P1", "products": ["NIEUW-1"]}],
                 "indications": [
                   {"id": "I-1", "municipality": "0513", "provider": "P1", "product": "OUD-1", "start": "2024-02-01",
                    "end": "2026-08-31", "weeklyValue": 180},
                   {"id": "I-2", "municipality": "1892", "provider": "P9", "product": "OUD-2", "start": "2024-02-01",
                    "weeklyValue": 70},
                   {"id": "I-3", "municipality": "1892", "provider": "P9", "product": "OUD-9", "start": "2024-02-01"}]}
                """);
    }

    @Test
    void choosesByHandComparesAndDetermines() {
        var plan = transitions.record(request(), Instant.parse("2026-11-01T09:00:00Z"), "rwo");
        String address = "/overgang/" + Objects.requireNonNull(plan.id());
        try (var visit = chromium.as("rwo")) {
            Page page = visit.page;
            page.navigate("/");
            assertThat(page.locator("main")).containsText("overgangsplannen vast te stellen");
            page.navigate("/overgang");
            visit.look("overgang-lijst");
            page.navigate(address);
            assertThat(page.locator("h1")).containsText("Onvolledig");
            assertThat(page.locator("#indicaties")).containsText("I-2");
            visit.look("overgang");

            page.locator("#keuze").selectOption("RUN_OFF");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Plan opnieuw"))
                    .click();

            assertThat(page.locator("#h-groepen").locator("xpath=../..")).containsText("met de hand");
            page.navigate("/overgang/vergelijken?een=" + plan.id() + "&ander="
                    + page.url().replaceAll(".*/overgang/([0-9a-f-]+).*", "$1"));
            assertThat(page.locator("#h-anders").locator("xpath=..")).containsText("Sterfhuis");
            visit.look("overgang-vergelijken");
        }
        try (var visit = chromium.as("directeur")) {
            Page page = visit.page;
            page.navigate(address);
            assertThat(page.locator("#keuze")).hasCount(0);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vaststellen"))
                    .click();

            assertThat(page.locator("#besluit")).containsText("vastgesteld door directeur");
            visit.print("overgang");
            page.navigate("/");
            assertThat(page.locator("main")).containsText("herindicaties deze maand");
            visit.look("start-overgang");
        }
    }

    @Test
    void readsAFileInAndTellsWhatIsWrongWithAnother() {
        transitions.record(request(), Instant.parse("2026-11-01T10:00:00Z"), "rwo");
        try (var visit = chromium.as("rwo")) {
            Page page = visit.page;
            upload(page, "I-1;0513;P1;OUD-1;31-02-2024;2025-08-31");
            assertThat(page.getByText("bestaat niet")).isVisible();
            visit.look("overgang-inlezing");
            Assertions.assertThat(tasks())
                    .contains("Herstel uw bestand met indicaties: export.csv")
                    .anyMatch(task -> task.startsWith("Vul de normen aan voor het overgangsplan"));

            upload(page, "I-1;0513;P1;OUD-1;01-02-2024;2025-08-31");
            page.getByText("Bekijk het plan").click();
            assertThat(page.locator("#indicaties")).containsText("Gouda");
        }
    }

    private record Somebody(
            String username,
            String name,
            Role role,
            @Nullable String municipality) implements Person {}

    /** What waits for the regional office, also what the start page has no room for. */
    private List<String> tasks() {
        Person rwo = new Somebody("rwo", "RWO", Role.RWO, null);
        return work.stream()
                .flatMap(
                        part -> part
                                .of(rwo, LocalDate.now(ZoneId.of("Europe/Amsterdam")), Locale.forLanguageTag("nl"))
                                .tasks()
                                .stream())
                .map(WorkItems.Task::title)
                .toList();
    }

    private static void upload(Page page, String row) {
        page.navigate("/overgang/inlezen");
        page.locator("#eerder").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        String csv = "kenmerk;gemeente;aanbieder;product;begin;einde\n" + row + "\n";
        page.locator("#bestand")
                .setInputFiles(new FilePayload("export.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inlezen"))
                .click();
    }
}

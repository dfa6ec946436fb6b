package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.database.CountedStatements;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The work list, the start page and the search show many cases with as few questions to the database as a few. */
@ApiTest
@Import(CountedStatements.Counting.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class CaseListTests {

    private static final Actor GOUDA = new Actor("toegang-gouda", "TOEGANG", "0513");
    private static final Actor RWO = new Actor("rwo", "RWO", null);
    private static final List<String> PAGES = List.of(
            "/uitzonderingen",
            "/uitzonderingen?sorteer=termijn",
            "/uitzonderingen?te-laat=ja",
            "/",
            "/zoeken?zoek=Praktijk");

    @Autowired
    ApiCaller api;

    @Autowired
    ExceptionContracts contracts;

    @Autowired
    CountedStatements statements;

    @BeforeAll
    void askForTen() {
        submit(10);
    }

    @Test
    @Order(1)
    void asksTheDatabaseAsOftenForMany() {
        Map<String, List<String>> few = asked();

        submit(190);

        assertThat(contracts.list(CaseFilter.seenBy(RWO), 1, 1).total()).isEqualTo(200);
        Map<String, List<String>> many = asked();
        few.forEach((page, asked) -> {
            assertThat(asked).as(page).isNotEmpty();
            assertThat(many.get(page)).as(page).containsExactlyInAnyOrderElementsOf(asked);
        });
        assertThat(few.get("rwo /uitzonderingen"))
                .filteredOn(sql -> sql.contains("exception_"))
                .hasSize(3);
        assertThat(few.get("rwo /"))
                .filteredOn(sql -> sql.contains("exception_"))
                .hasSize(2);
    }

    @Test
    @Order(2)
    void showsWhatWaitsAndWhatIsLate() {
        PageCaller rwo = new PageCaller(api.port()).loggedIn("rwo");

        String list = rwo.get("/uitzonderingen?te-laat=ja").body();
        assertThat(list).contains("Laat 189").contains("te laat").contains("wacht op u");
        assertThat(list).doesNotContain("Op tijd");
        assertThat(rwo.get("/uitzonderingen?sorteer=termijn").body())
                .contains("aria-sort=\"ascending\"")
                .doesNotContain("Op tijd");
        assertThat(rwo.get("/").body()).contains("200</dd>", "100 te laat", "/uitzonderingen?te-laat=ja");
        assertThat(new PageCaller(api.port())
                        .loggedIn("toegang-gouda")
                        .get("/uitzonderingen")
                        .body())
                .doesNotContain("wacht op u");
    }

    @Test
    @Order(3)
    void saysWhoActsByWhenAndOnWhatGround() {
        ExceptionCase one = submit("Overzicht", Instant.now());
        PageCaller rwo = new PageCaller(api.port()).loggedIn("rwo");

        assertThat(rwo.get("/uitzonderingen/" + one.id()).body())
                .contains("Aan zet: <strong>RWO</strong>", "uiterlijk ", "5 dagen vanaf", "een voorbeeldcijfer");
        one = act(act(one, "TAKE_UP", ""), "ASK_INFORMATION", ",\"question\":\"Wie?\"");
        assertThat(rwo.get("/uitzonderingen/" + one.id()).body()).contains("Aan zet: <strong>Toegang</strong>");
        assertThat(new PageCaller(api.port())
                        .loggedIn("toegang-gouda")
                        .get("/uitzonderingen")
                        .body())
                .contains("wacht op u");
    }

    private Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String who : List.of("rwo", "directeur", "toegang-gouda")) {
            PageCaller browser = new PageCaller(api.port()).loggedIn(who);
            for (String page : PAGES) {
                browser.get(page);
                asked.put(who + " " + page, statements.during(() -> assertThat(
                                browser.get(page).statusCode())
                        .isEqualTo(200)));
            }
        }
        return asked;
    }

    /** Every other one is late. */
    private void submit(int number) {
        for (int i = 0; i < number; i++) {
            boolean late = i % 2 == 1;
            submit(
                    (late ? "Praktijk Laat " : "Praktijk Op tijd ") + i,
                    Instant.now().minus(Duration.ofDays(late ? 30 : 0)));
        }
    }

    private ExceptionCase submit(String provider, Instant at) {
        return contracts.submit("""
                {"asOf":"2025-03-01","municipality":"0513","client":"C-1","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"%s","kvkNumber":"90000031"},"need":"Nodig.",
                 "period":{"from":"2025-03-15"},"value":20000}
                """.formatted(provider).getBytes(StandardCharsets.UTF_8), GOUDA, at);
    }

    private ExceptionCase act(ExceptionCase one, String action, String more) {
        String body = "{\"action\":\"" + action + "\"" + more + "}";
        return contracts.act(one, body.getBytes(StandardCharsets.UTF_8), RWO, Instant.now());
    }
}

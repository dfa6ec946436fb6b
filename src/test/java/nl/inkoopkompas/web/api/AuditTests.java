package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.access.Refusal;
import nl.inkoopkompas.access.Refusals;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.access.Views;
import nl.inkoopkompas.access.Views.View;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looked at a dossier is kept, and who was refused, for good. */
@ApiTest
class AuditTests {

    @Autowired
    ApiCaller api;

    @Autowired
    Views views;

    @Autowired
    Refusals refusals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsWhoLookedAtADecision() {
        String id = recorded();

        assertThat(api.get("beleid", "/api/v1/decisions/" + id).status()).isEqualTo(200);
        PageCaller browser = new PageCaller(api.port()).loggedIn("auditor");
        assertThat(browser.get("/aanmeldingen/" + id).statusCode()).isEqualTo(200);
        assertThat(browser.get("/aanmeldingen").statusCode()).isEqualTo(200);

        assertThat(views.find(id, null, 1, 10).items())
                .extracting(View::username, View::role, View::kind)
                .containsExactly(tuple("auditor", Role.AUDITOR, "decision"), tuple("beleid", Role.BELEID, "decision"));
        assertThat(views.find(id, "beleid", 1, 10).total()).isEqualTo(1);
        assertThat(views.find(id, null, 2, 1).items())
                .extracting(View::username)
                .containsExactly("beleid");
        assertThat(browser.get("/register/inzage?dossier=" + id).body()).contains("beleid", id, "2 keer bekeken");
        assertThat(browser.get("/register/inzage?wie=niemand").body()).contains("Niemand bekeek dit");
    }

    @Test
    void keepsNoLookOfWhomItRefuses() {
        String id = recorded();

        assertThat(api.get("toegang-gouda", "/api/v1/decisions/" + id).status()).isEqualTo(403);

        assertThat(views.find(id, null, 1, 10).total()).isZero();
        Refusal refusal = last("toegang-gouda");
        assertThat(refusal.known()).isTrue();
        assertThat(refusal.method()).isEqualTo("GET");
        assertThat(refusal.path()).isEqualTo("/api/v1/decisions/{id}");
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.ROLE);
        assertThat(refusal.address()).isIn("127.0.0.0/24", "0:0:0:0:0:0:0:0/48");
        assertThat(new PageCaller(api.port())
                        .loggedIn("beheerder")
                        .get("/register/geweigerd?wie=toegang-gouda")
                        .body())
                .contains("De rol geeft hier geen recht op", "GET /api/v1/decisions/{id}");
    }

    @Test
    void keepsAPageThatWasRefusedAndAFormThatWasForged() {
        PageCaller browser = new PageCaller(api.port()).loggedIn("directeur");

        assertThat(browser.get("/register/geweigerd").statusCode()).isEqualTo(403);
        assertThat(last("directeur").reason()).isEqualTo(Refusal.Reason.ROLE);
        assertThat(api.post("", "/uitloggen", "x=y", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(403);
        assertThat(refusals.find(null, 1, 1).items().get(0).reason()).isEqualTo(Refusal.Reason.FORGED);
    }

    @Test
    void keepsTheNameThatSomebodyClaimedButNoCitizenNumber() {
        String name = "wie-" + UUID.randomUUID().toString().replaceAll("[0-9]", "x");

        assertThat(api.get(name, "/api/v1/products").status()).isEqualTo(401);
        assertThat(last(name).known()).isFalse();
        assertThat(last(name).reason()).isEqualTo(Refusal.Reason.PASSWORD);

        assertThat(api.get("123456782", "/api/v1/products").status()).isEqualTo(401);
        assertThat(refusals.find(null, 1, 1).items().get(0).username()).isEqualTo("…");
    }

    @Test
    void keepsNothingOfWhoeverOnlyForgotToLogIn() {
        long before = refusals.find(null, 1, 1).total();

        assertThat(api.get("", "/api/v1/products").status()).isEqualTo(401);
        assertThat(api.get("", "/aanmeldingen").status()).isEqualTo(302);

        assertThat(refusals.find(null, 1, 1).total()).isEqualTo(before);
    }

    @Test
    void canBeChangedByNobody() {
        for (String table : List.of("dossier_view", "refused_attempt")) {
            for (String statement : List.of(
                    "delete from " + table, "truncate table " + table, "update " + table + " set username = 'x'")) {
                assertThatThrownBy(() -> jdbc.sql(statement).update())
                        .as(statement)
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }

    private Refusal last(String username) {
        return refusals.find(username, 1, 1).items().get(0);
    }

    private String recorded() {
        return api.post("inkoper", "/api/v1/admissions", ApiCaller.application().toString())
                .json()
                .path("id")
                .asString();
    }
}

package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.People;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of who may call what holds, row by row. */
@ApiTest
class AccessTests {

    @Autowired
    ApiCaller api;

    @Autowired
    AccessTable table;

    @Autowired
    People people;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Test
    void hasARowForEveryCall() {
        List<String> known = table.rows().stream()
                .map(row -> row.method() + " " + row.path())
                .toList();
        List<String> missing = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, method) -> {
                if (!method.getBeanType().getPackageName().startsWith("nl.inkoopkompas")) {
                    return;
                }
                for (String path : info.getPatternValues()) {
                    info.getMethodsCondition().getMethods().stream()
                            .map(verb -> verb + " " + path)
                            .filter(call -> !known.contains(call))
                            .forEach(missing::add);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void showsTheTable() {
        Answer answer = api.get("toegang-gouda", "/api/v1/access");

        assertThat(answer.json().path("items")).hasSameSizeAs(table.rows());
        assertThat(answer.json().at("/items/0/roles").toString()).contains("INKOPER", "RWO");
    }

    @Test
    void asksToLogInWithoutSendingElsewhere() {
        for (String username : List.of("", "nobody", "inkoper\u0000", "inkoper' or '1'='1")) {
            Answer answer = api.get(username, "/api/v1/contracts");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(api.get("", "/api/v1/contracts", "Authorization", "Basic ???")
                        .status())
                .isEqualTo(401);
        assertThat(api.get("", "/api/v1/contracts", "Authorization", ApiCaller.basic("inkoper", "wrong"))
                        .status())
                .isEqualTo(401);
        assertThat(api.get("", "/api/v1/contracts", "Authorization", "Bearer x").status())
                .isEqualTo(401);
    }

    @Test
    void sendsAPersonToTheLoginPage() {
        Answer answer = api.get("", "/aanmeldingen");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/inloggen");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isNotEmpty();
    }

    @Test
    void refusesAFormWithoutItsToken() {
        Answer answer = api.post(
                "", "/inloggen", "username=inkoper&password=demo", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void knowsTheMunicipalityOfAnAccessTeam() {
        assertThat(people.byUsername("toegang-gouda").orElseThrow().municipality())
                .isEqualTo("0513");
        assertThat(people.byUsername("toegang-zuidplas").orElseThrow().municipality())
                .isEqualTo("1892");
        assertThat(people.demo()).hasSize(11);
    }
}

package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The table of who may do what holds in production, for tokens and people of an issuer: every role on every row. */
@ProductionTest
class IssuedAccessMatrixTests {

    @Autowired
    ApiCaller api;

    @Autowired
    AccessTable table;

    @Test
    void letsInWhomTheTableNamesToCallsAndNobodyElse() {
        AccessMatrix matrix = new AccessMatrix(table)
                .ofCalls(
                        (role, row) -> {
                            String bearer = "Bearer " + MockIssuer.token(MockIssuer.claims(role));
                            return api.call(
                                            row.method(),
                                            "",
                                            AccessMatrix.address(row),
                                            "Authorization",
                                            bearer,
                                            "Content-Type",
                                            "application/json")
                                    .status();
                        },
                        row -> api.call(row.method(), "", AccessMatrix.address(row))
                                .status());

        assertThat(matrix.wrong()).isEmpty();
        assertThat(matrix.allowed()).isPositive();
        assertThat(matrix.refused()).isPositive();
    }

    @Test
    void letsInWhomTheTableNamesToPagesAndNobodyElse() {
        Map<Role, PageCaller> browsers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            PageCaller browser = new PageCaller(api.port());
            browser.loggedInAtIssuer("s-" + role, new JsonMapper().writeValueAsString(MockIssuer.claims(role)));
            browser.get("/toegang");
            browsers.put(role, browser);
        }
        PageCaller nobody = new PageCaller(api.port());

        AccessMatrix matrix = new AccessMatrix(table)
                .ofPages(
                        (role, row) -> AccessMatrix.opened(browsers.get(role), row),
                        row -> AccessMatrix.opened(nobody, row));

        assertThat(matrix.wrong()).isEmpty();
        assertThat(matrix.allowed()).isPositive();
        assertThat(matrix.refused()).isPositive();
    }
}

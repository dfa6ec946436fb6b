package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.People;
import nl.inkoopkompas.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of who may do what holds in the demo, with a name and password: every role on every row. */
@ApiTest
class AccessMatrixTests {

    @Autowired
    ApiCaller api;

    @Autowired
    AccessTable table;

    @Autowired
    People people;

    @Test
    void letsInWhomTheTableNamesToCallsAndNobodyElse() {
        AccessMatrix matrix = new AccessMatrix(table)
                .ofCalls(
                        (role, row) -> api.call(row.method(), username(role), AccessMatrix.address(row))
                                .status(),
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
            browsers.put(role, new PageCaller(api.port()).loggedIn(username(role)));
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

    private String username(Role role) {
        return people.demo().stream()
                .filter(person -> person.role() == role)
                .findFirst()
                .orElseThrow()
                .username();
    }
}

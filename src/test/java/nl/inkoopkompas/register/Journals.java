package nl.inkoopkompas.register;

import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journals for the tests of what records in them. */
public final class Journals {

    private Journals() {}

    public static Journal in(DataSource database) {
        return new Journal(JdbcClient.create(database), new NamedParameterJdbcTemplate(database));
    }
}

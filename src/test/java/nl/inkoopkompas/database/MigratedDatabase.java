package nl.inkoopkompas.database;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.inkoopkompas.PostgresServer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database as the program finds it after the migrations.
 *
 * @param owner may do anything
 * @param app may do what the program may
 */
public record MigratedDatabase(DataSource owner, DataSource app) {

    public static MigratedDatabase onH2() {
        return at("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    public static MigratedDatabase onPostgres() {
        return at(PostgresServer.emptyDatabase(), PostgresServer.OWNER, PostgresServer.OWNER);
    }

    /** A database in a file, with the owner that the program gives it. */
    public static MigratedDatabase inFile(String url) {
        return at(url, "", "");
    }

    private static MigratedDatabase at(String url, String username, String password) {
        DataSource owner = new DriverManagerDataSource(url, username, password);
        AppUser user = AppUser.provide(owner, password);
        Flyway.configure()
                .dataSource(owner)
                .placeholders(Map.of(AppUser.PLACEHOLDER, user.quoted()))
                .load()
                .migrate();
        return new MigratedDatabase(
                owner, new DriverManagerDataSource(AppUser.address(url), user.name(), user.password()));
    }
}

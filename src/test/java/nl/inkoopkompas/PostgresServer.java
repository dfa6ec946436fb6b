package nl.inkoopkompas;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A real PostgreSQL that runs as long as the tests do. */
public final class PostgresServer {

    private static final EmbeddedPostgres SERVER = started();

    private PostgresServer() {}

    /** Who owns every database here. */
    public static final String OWNER = "postgres";

    /** The address of a database with nothing in it. */
    public static String emptyDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL makes no database", e);
        }
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }
}

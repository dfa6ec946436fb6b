package nl.inkoopkompas.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * The database user that the running program is. It may do what migrations grant it and no more, so that it cannot
 * change, delete or empty what was recorded. The owner of the database makes it, and runs the migrations.
 *
 * @param password follows from that of the owner, so that several instances agree on it
 */
public record AppUser(String name, String password) {

    /** The placeholder by which migrations name it. */
    public static final String PLACEHOLDER = "app_user";

    /** Makes the user, or gives it its password again. */
    static AppUser provide(DataSource owner, String ownerPassword) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            String name = postgres ? first(statement, "select current_database()") + "_app" : "INKOOPKOMPAS_APP";
            AppUser user = new AppUser(name, derived(name, ownerPassword));
            if (postgres) {
                providePostgres(statement, user);
            } else {
                statement.execute("create user if not exists " + user.quoted() + " password '" + user.password + "'");
                statement.execute("alter user " + user.quoted() + " set password '" + user.password + "'");
            }
            return user;
        } catch (SQLException e) {
            throw new AppUserRefused(e);
        }
    }

    /** Refuses a pool of connections of somebody else, as an address that names a user gives. */
    void checkIn(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            String current = first(statement, "select current_user");
            if (!current.equalsIgnoreCase(name)) {
                throw new AppUserRefused(new SQLException("the program is " + current + " there and not " + name
                        + "; leave the user out of the address"));
            }
        } catch (SQLException e) {
            throw new AppUserRefused(e);
        }
    }

    /** The address of the database for this user: H2 lets only its owner choose how long it stays open. */
    static String address(String url) {
        return url.startsWith("jdbc:h2:") ? url.replaceAll("(?i);DB_CLOSE_DELAY=-?\\d+", "") : url;
    }

    private static void providePostgres(Statement statement, AppUser user) throws SQLException {
        // Several instances may start at once.
        statement.execute("select pg_advisory_lock(hashtext('inkoopkompas'))");
        try {
            String known = first(statement, "select count(*) from pg_roles where rolname = '" + user.name + "'");
            statement.execute((known.equals("0") ? "create" : "alter") + " role " + user.quoted()
                    + " login nosuperuser nocreatedb nocreaterole password '" + user.password + "'");
        } finally {
            statement.execute("select pg_advisory_unlock(hashtext('inkoopkompas'))");
        }
    }

    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getString(1);
        }
    }

    /** The name as it stands in SQL. */
    public String quoted() {
        if (!name.matches("[\\w-]+")) {
            throw new AppUserRefused(
                    new SQLException("The name of the database may hold letters, digits, _ and -, and not: "
                            + name.toLowerCase(Locale.ROOT)));
        }
        return '"' + name + '"';
    }

    private static String derived(String name, String ownerPassword) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(ownerPassword.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package nl.inkoopkompas.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets H2 write what is committed before it answers, instead of half a second later, so that a program that is killed
 * loses nothing that it acknowledged. Only its owner may say so, and H2 forgets it when the last connection closes:
 * hence one stays open.
 */
final class PromptWrites implements AutoCloseable {

    private final @Nullable Connection keptOpen;

    private PromptWrites(@Nullable Connection keptOpen) {
        this.keptOpen = keptOpen;
    }

    /** Does nothing where the database is not H2: others write before they answer. */
    static PromptWrites in(DataSource owner) throws SQLException {
        Connection connection = owner.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            connection.close();
            return new PromptWrites(null);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
        }
        return new PromptWrites(connection);
    }

    @Override
    public void close() throws SQLException {
        if (keptOpen != null) {
            keptOpen.close();
        }
    }
}

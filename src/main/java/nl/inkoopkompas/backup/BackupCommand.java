package nl.inkoopkompas.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What {@code --inkoopkompas.backup=copy.zip} and {@code --inkoopkompas.restore=copy.zip} do instead of starting the
 * program, with the same settings.
 */
public final class BackupCommand {

    private static final String BACKUP = "inkoopkompas.backup";
    private static final String RESTORE = "inkoopkompas.restore";
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final int OPEN_ELSEWHERE = 90020;

    private BackupCommand() {}

    /** Nothing but settings. */
    static final class Settings {}

    public static boolean isAsked(String... args) {
        return Arrays.stream(args)
                .anyMatch(arg -> arg.startsWith("--" + BACKUP + "=") || arg.startsWith("--" + RESTORE + "="));
    }

    /** Does what is asked and tells how it went; 0 when it went well. */
    public static int run(String... args) {
        try (ConfigurableApplicationContext settings = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(args)) {
            System.out.println(run(settings.getEnvironment()));
            return 0;
        } catch (BackupRefused refused) {
            System.err.println(refused.getMessage());
        } catch (IOException | SQLException failed) {
            System.err.println("It failed halfway: " + failed.getMessage());
        }
        return 1;
    }

    private static String run(Environment settings) throws IOException, SQLException {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.startsWith(H2_FILE)) {
            throw new BackupRefused("This copies an H2 database in a file; copy PostgreSQL with pg_dump.");
        }
        Path files = Path.of(settings.getProperty("inkoopkompas.files", "./data/files"));
        String backup = settings.getProperty(BACKUP);
        if (backup != null) {
            try (Connection owner = connection(settings, url)) {
                Backup.write(owner, files, Path.of(backup));
            }
            return "The copy is in " + Path.of(backup).toAbsolutePath() + ".";
        }
        Path restored = Path.of(Objects.requireNonNull(settings.getProperty(RESTORE)));
        Backup.restore(restored, database(url), files);
        return restored.toAbsolutePath() + " is put back.";
    }

    private static Connection connection(Environment settings, String url) throws SQLException {
        try {
            return DriverManager.getConnection(
                    url + ";IFEXISTS=TRUE",
                    settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", ""));
        } catch (SQLException e) {
            if (e.getErrorCode() == OPEN_ELSEWHERE) {
                throw new BackupRefused(
                        "The program is running: stop it first, or ask it for a copy with POST /actuator/backup.");
            }
            throw e;
        }
    }

    /** The file that H2 keeps a database in. */
    static Path database(String url) {
        String path = url.substring(H2_FILE.length()).replaceFirst(";.*", "");
        if (path.startsWith("~/")) {
            path = System.getProperty("user.home") + path.substring(1);
        }
        return Path.of(path + ".mv.db");
    }
}

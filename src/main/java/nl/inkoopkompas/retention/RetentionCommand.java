package nl.inkoopkompas.retention;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What {@code --inkoopkompas.retention=2016-01-01} does instead of starting the program, with the same settings: tells
 * which dossiers nothing was added to since that day, and with {@code --inkoopkompas.retention.remove=true} removes
 * what was in them. It comes to the database as its owner: the program itself may not remove anything.
 */
public final class RetentionCommand {

    private static final String BEFORE = "inkoopkompas.retention";
    private static final String REMOVE = "inkoopkompas.retention.remove";

    private RetentionCommand() {}

    /** Nothing but settings. */
    static final class Settings {}

    public static boolean isAsked(String... args) {
        return Arrays.stream(args).anyMatch(arg -> arg.startsWith("--" + BEFORE + "="));
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
        } catch (DateTimeParseException wrong) {
            System.err.println("Give a day as in --" + BEFORE + "=2016-01-01.");
        } catch (IOException | SQLException failed) {
            System.err.println("Nothing was removed from the database: " + failed.getMessage());
        }
        return 1;
    }

    private static String run(Environment settings) throws IOException, SQLException {
        LocalDate before = LocalDate.parse(settings.getRequiredProperty(BEFORE));
        boolean remove = settings.getProperty(REMOVE, Boolean.class, false);
        String url = settings.getRequiredProperty("spring.datasource.url");
        try (Connection owner = DriverManager.getConnection(
                url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE" : url,
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""))) {
            Path files = Path.of(settings.getProperty("inkoopkompas.files", "./data/files"));
            Retention.Removed removed = new Retention(owner, files).removeBefore(before, remove);
            return "%d dossiers with %d entries, %d letters and %d files were last added to before %s%s"
                    .formatted(
                            removed.dossiers(),
                            removed.entries(),
                            removed.letters(),
                            removed.files(),
                            before,
                            remove ? " and are removed." : ". Nothing is removed; add --" + REMOVE + "=true to do so.");
        }
    }
}

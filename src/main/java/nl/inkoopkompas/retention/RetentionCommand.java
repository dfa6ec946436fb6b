package nl.inkoopkompas.retention;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What {@code --inkoopkompas.retention=2016-01-01}, or the same of another {@link RecordKind}, does instead of starting
 * the program, with the same settings: tells which records nothing was added to since that day, and with
 * {@code --inkoopkompas.retention.remove=true} removes what was in them. It comes to the database as its owner: the
 * program itself may not remove anything.
 */
public final class RetentionCommand {

    private static final String REMOVE = "inkoopkompas.retention.remove";

    private RetentionCommand() {}

    /** Nothing but settings. */
    static final class Settings {}

    public static boolean isAsked(String... args) {
        return Arrays.stream(args).anyMatch(arg -> Arrays.stream(RecordKind.values())
                .anyMatch(kind -> arg.startsWith("--" + kind.setting() + "=")));
    }

    /**
     * Does what is asked and tells how it went; 0 when it went well.
     *
     * @param today what was added to later cannot be old
     */
    public static int run(LocalDate today, String... args) {
        try (ConfigurableApplicationContext settings = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(args)) {
            System.out.println(run(today, settings.getEnvironment()));
            return 0;
        } catch (DateTimeParseException wrong) {
            System.err.println("Give a day as in --" + RecordKind.ADMISSION.setting() + "=2016-01-01.");
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
        } catch (IOException | SQLException failed) {
            System.err.println("Nothing was removed from the database: " + failed.getMessage());
        }
        return 1;
    }

    private static String run(LocalDate today, Environment settings) throws IOException, SQLException {
        Map<RecordKind, LocalDate> before = before(today, settings);
        boolean remove = settings.getProperty(REMOVE, Boolean.class, false);
        String url = settings.getRequiredProperty("spring.datasource.url");
        try (Connection owner = DriverManager.getConnection(
                url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE" : url,
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""))) {
            Path files = Path.of(settings.getProperty("inkoopkompas.files", "./data/files"));
            Retention.Removed removed = new Retention(owner, files).removeBefore(before, remove);
            String dossiers = removed.dossiers().entrySet().stream()
                    .map(found -> "%s: %d before %s"
                            .formatted(found.getKey().words(), found.getValue(), before.get(found.getKey())))
                    .collect(Collectors.joining("; "));
            return "Last added to, %s. They hold %d entries, %d letters and %d files%s"
                    .formatted(
                            dossiers,
                            removed.entries(),
                            removed.letters(),
                            removed.files(),
                            remove
                                    ? ", which are removed."
                                    : ". Nothing is removed; add --" + REMOVE + "=true to do so.");
        }
    }

    /** The day of each kind that has one; refuses one that is yet to come. */
    private static Map<RecordKind, LocalDate> before(LocalDate today, Environment settings) {
        Map<RecordKind, LocalDate> before = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            String day = settings.getProperty(kind.setting());
            if (day != null && !day.isBlank()) {
                before.put(kind, LocalDate.parse(day.strip()));
                if (LocalDate.parse(day.strip()).isAfter(today)) {
                    throw new IllegalArgumentException(
                            "--" + kind.setting() + "=" + day + " is yet to come; nothing is removed.");
                }
            }
        }
        return before;
    }
}

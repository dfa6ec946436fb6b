package nl.inkoopkompas.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A copy brings back what was there, users of the database and files included, and never overwrites anything. */
@ExtendWith(OutputCaptureExtension.class)
class BackupCommandTests {

    @TempDir
    Path directory;

    @BeforeEach
    void fill() throws IOException, SQLException {
        try (Connection owner = owner("here");
                Statement statement = owner.createStatement()) {
            statement.execute("create table kept (word varchar(10))");
            statement.execute("insert into kept values ('bewaard')");
            statement.execute("create user app password 'secret'");
            statement.execute("grant select on kept to app");
        }
        Files.createDirectories(directory.resolve("here/files/a"));
        Files.writeString(directory.resolve("here/files/a/bewijs.pdf"), "bewijs");
    }

    @Test
    void bringsBackTheDatabaseAndTheFiles() throws IOException, SQLException {
        assertThat(command("here", "backup", "copy.zip")).isZero();
        assertThat(command("there", "restore", "copy.zip")).isZero();

        assertThat(directory.resolve("there/files/a/bewijs.pdf")).hasContent("bewijs");
        try (Connection app = DriverManager.getConnection(url("there"), "app", "secret");
                Statement statement = app.createStatement();
                ResultSet rows = statement.executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("bewaard");
        }
    }

    @Test
    void overwritesNothing(CapturedOutput output) throws IOException {
        assertThat(command("here", "backup", "copy.zip")).isZero();
        byte[] copy = Files.readAllBytes(directory.resolve("copy.zip"));

        assertThat(command("here", "backup", "copy.zip")).isEqualTo(1);
        assertThat(command("here", "restore", "copy.zip")).isEqualTo(1);

        assertThat(Files.readAllBytes(directory.resolve("copy.zip"))).isEqualTo(copy);
        assertThat(output.getErr())
                .contains("is there already and is not overwritten")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatTheProgramIsRunning(CapturedOutput output) throws IOException {
        Process running = new ProcessBuilder(
                        "java", "-cp", System.getProperty("java.class.path"), "org.h2.tools.Shell", "-url", url("here"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = running.inputReader(StandardCharsets.UTF_8)) {
            running.getOutputStream().write("select 'the database is open';\n".getBytes(StandardCharsets.US_ASCII));
            running.getOutputStream().flush();
            assertThat(said.lines().anyMatch(line -> line.contains("the database is open")))
                    .isTrue();

            assertThat(command("here", "backup", "copy.zip")).isEqualTo(1);
            assertThat(output.getErr()).contains("The program is running");
        } finally {
            running.destroy();
        }
    }

    @Test
    void takesNothingFromACopyThatReachesOutside(CapturedOutput output) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(directory.resolve("evil.zip")))) {
            for (String name : new String[] {"inkoopkompas.mv.db", "files/../../evil.txt"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }

        assertThat(command("there", "restore", "evil.zip")).isEqualTo(1);

        assertThat(directory.resolve("evil.txt")).doesNotExist();
        assertThat(directory.resolve("there/db.mv.db")).doesNotExist();
        assertThat(output.getErr()).contains("would end up elsewhere");
    }

    @Test
    void refusesWhatItCannotCopy(CapturedOutput output) {
        assertThat(BackupCommand.run(
                        "--inkoopkompas.backup=" + directory.resolve("x.zip"),
                        "--spring.datasource.url=jdbc:postgresql://localhost/x"))
                .isEqualTo(1);
        assertThat(command("there", "restore", "nothing.zip")).isEqualTo(1);

        assertThat(output.getErr()).contains("pg_dump", "nothing.zip is not there");
    }

    @Test
    void isAskedForByName() {
        assertThat(BackupCommand.isAsked("--server.port=1", "--inkoopkompas.backup=x.zip"))
                .isTrue();
        assertThat(BackupCommand.isAsked("--inkoopkompas.restore=x.zip")).isTrue();
        assertThat(BackupCommand.isAsked("--inkoopkompas.backups=x")).isFalse();
    }

    private int command(String place, String act, String zip) {
        return BackupCommand.run(
                "--inkoopkompas." + act + "=" + directory.resolve(zip),
                "--spring.datasource.url=" + url(place),
                "--inkoopkompas.files=" + directory.resolve(place).resolve("files"));
    }

    private Connection owner(String place) throws SQLException {
        return DriverManager.getConnection(url(place), "", "");
    }

    private String url(String place) {
        return "jdbc:h2:file:" + directory.resolve(place).resolve("db");
    }
}

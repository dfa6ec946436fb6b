package nl.inkoopkompas.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** Makes a copy of an H2 database and the files while people work, in the directory for copies. */
@Component
@Endpoint(id = "backup")
class BackupEndpoint {

    private static final Pattern NAME = Pattern.compile("[\\w-]{1,100}");

    private final DataSource owner;
    private final String url;
    private final Path files;
    private final Path directory;

    BackupEndpoint(
            @Qualifier("owner") DataSource owner,
            @Value("${spring.datasource.url:}") String url,
            @Value("${inkoopkompas.files:./data/files}") Path files,
            @Value("${inkoopkompas.backups:./data/backups}") Path directory) {
        this.owner = owner;
        this.url = url;
        this.files = files;
        this.directory = directory;
    }

    /** @param name of the copy, without {@code .zip} */
    @WriteOperation
    WebEndpointResponse<Map<String, String>> make(String name) throws IOException, SQLException {
        if (!NAME.matcher(name).matches()) {
            return refused(WebEndpointResponse.STATUS_BAD_REQUEST, "A name is letters, digits, - and _, at most 100.");
        }
        if (!url.startsWith("jdbc:h2:file:")) {
            return refused(WebEndpointResponse.STATUS_BAD_REQUEST, "Copy PostgreSQL with pg_dump.");
        }
        try (Connection connection = owner.getConnection()) {
            Backup.write(connection, files, directory.resolve(name + ".zip"));
        } catch (BackupRefused refused) {
            return refused(409, String.valueOf(refused.getMessage()));
        }
        return new WebEndpointResponse<>(Map.of("copy", name + ".zip"), 201);
    }

    private static WebEndpointResponse<Map<String, String>> refused(int status, String detail) {
        return new WebEndpointResponse<>(Map.of("detail", detail), status);
    }
}

package nl.inkoopkompas.web.api;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** The body of a call, as it came. */
final class JsonBody {

    private static final int LIMIT = 1024 * 1024;

    private JsonBody() {}

    /** Reads it whole; refuses more than 1 MB. */
    static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw ApiErrors.ofStatus(HttpStatus.CONTENT_TOO_LARGE);
        }
        return bytes;
    }
}

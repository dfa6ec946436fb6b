package nl.inkoopkompas.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** The body of a call, as it came. */
public final class JsonBody {

    private static final int LIMIT = 1024 * 1024;

    private JsonBody() {}

    /** Reads it whole; refuses more than 1 MB, and bytes that are no UTF-8. */
    public static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw ApiErrors.ofStatus(HttpStatus.CONTENT_TOO_LARGE);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw Refused.invalid("De inhoud is geen tekst in UTF-8.", "The content is no text in UTF-8.");
        }
        return bytes;
    }
}

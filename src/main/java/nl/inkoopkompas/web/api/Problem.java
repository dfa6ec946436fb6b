package nl.inkoopkompas.web.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a call was refused (RFC 9457).
 *
 * @param type a name for the kind of problem
 * @param errors everything that is wrong, each with where: a JSON Pointer into the body, or empty
 */
record Problem(String type, String title, int status, String detail, List<Error> errors) {

    /** One thing that is wrong. */
    record Error(String pointer, String detail) {}

    static Problem of(Refused refused, Language language) {
        return new Problem(
                refused.kind().type(),
                refused.kind().title().in(language),
                refused.kind().status().value(),
                writable(refused.detail().in(language)),
                refused.refusals().stream()
                        .map(refusal ->
                                new Error(refusal.pointer(), refusal.detail().in(language)))
                        .toList());
    }

    /** Half a character that a caller sent cannot be sent back. */
    private static String writable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    ResponseEntity<Problem> response(Language language) {
        return ResponseEntity.status(HttpStatus.valueOf(status))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Content-Language", language.code())
                .body(this);
    }
}

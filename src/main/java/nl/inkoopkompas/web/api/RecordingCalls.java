package nl.inkoopkompas.web.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.register.IdempotentAnswers;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.register.IdempotentAnswers.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Calls that record something: one that names itself with an Idempotency-Key is done once and answered twice. */
@Component
public class RecordingCalls {

    public static final String KEY = "Idempotency-Key";

    private final IdempotentAnswers answers;
    private final Clock clock;

    RecordingCalls(IdempotentAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Does what is asked, or answers as before.
     *
     * @param address what is called
     * @param key null where the call does not name itself; refused with a 400 where it is no key
     */
    public ResponseEntity<String> once(
            String address, byte[] body, @Nullable String key, String username, Function<Instant, Answer> first) {
        checkKey(key);
        Instant now = clock.instant();
        if (key == null) {
            return response(first.apply(now));
        }
        return response(answers.once(new Call(username, key, hash(address, body), now), () -> first.apply(now)));
    }

    static ResponseEntity<String> response(Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, answer.language());
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.body(answer.body());
    }

    static void checkKey(@Nullable String key) {
        if (key == null) {
            return;
        }
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw Refused.invalid(
                    "De header Idempotency-Key telt 1 tot en met 255 tekens uit ASCII, zonder spaties.",
                    "The header Idempotency-Key has 1 to 255 ASCII characters without spaces.");
        }
        if (CitizenNumber.occursIn(key)) {
            throw Refused.invalid(
                    "De header Idempotency-Key heeft de vorm van een BSN of RSIN. Neem een andere.",
                    "The header Idempotency-Key has the form of a BSN or RSIN. Take another.");
        }
    }

    private static String hash(String address, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((address + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

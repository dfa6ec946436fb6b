package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.IdempotentAnswers;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.register.IdempotentAnswers.Call;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decides on applications for admission. */
@RestController
@Tag(name = "Admissions", description = "Toelating: decide on an application")
class AdmissionsApi {

    private static final String PATH = "/api/v1/admissions";

    private final Admissions admissions;
    private final DecisionRegister register;
    private final IdempotentAnswers answers;
    private final Clock clock;

    AdmissionsApi(Admissions admissions, DecisionRegister register, IdempotentAnswers answers, Clock clock) {
        this.admissions = admissions;
        this.register = register;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Decide on an application and record the decision",
            description = "With record=false nothing is stored and the answer is 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/AdmissionRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "Decided and recorded; Location is its address",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Decided, not recorded",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    ResponseEntity<String> decide(
            @Parameter(hidden = true) InputStream body,
            @RequestParam(defaultValue = "true") String record,
            @Parameter(
                            description =
                                    "A name for this call: repeated within 24 hours, it is answered and not done again")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        boolean recording = Parameters.truth("record", record);
        checkKey(idempotencyKey);
        byte[] json = JsonBody.read(body);
        Language language = ApiLanguage.of(request);
        if (!recording) {
            return response(answer(HttpStatus.OK, null, admissions.decide(json, language), language));
        }
        Instant now = clock.instant();
        String username = principal.getName();
        if (idempotencyKey == null) {
            return response(recorded(json, language, now, username));
        }
        Call call = new Call(username, idempotencyKey, hash(json), now);
        return response(answers.once(call, () -> recorded(json, language, now, username)));
    }

    private Answer recorded(byte[] json, Language language, Instant at, String by) {
        Decision decision = admissions.record(json, language, at, by);
        return answer(HttpStatus.CREATED, DecisionsApi.PATH + "/" + decision.id(), decision, language);
    }

    private Answer answer(HttpStatus status, @Nullable String location, Decision decision, Language language) {
        return new Answer(
                status.value(),
                location,
                language.code(),
                register.asJson(decision).toString());
    }

    private static ResponseEntity<String> response(Answer answer) {
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

    private static String hash(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((PATH + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

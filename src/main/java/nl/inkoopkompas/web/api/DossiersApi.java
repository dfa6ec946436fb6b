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
import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.admission.Determinations;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.register.Replay;
import nl.inkoopkompas.register.Replays;
import nl.inkoopkompas.register.WholeDeterminations;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a decision after it was recorded: further rounds, what a person decides, deciding again. */
@RestController
@Tag(name = "Dossiers", description = "Dossier: rounds, determination, replay")
class DossiersApi {

    private static final String ONE = DecisionsApi.PATH + "/{id}";
    private static final String SEEN = "What the caller saw, from the ETag of the decision";

    private final DecisionRegister register;
    private final Dossiers dossiers;
    private final Rounds rounds;
    private final Determinations determinations;
    private final WholeDeterminations wholes;
    private final Replays replays;
    private final RecordingCalls calls;
    private final JsonMapper json;

    DossiersApi(
            DecisionRegister register,
            Dossiers dossiers,
            Rounds rounds,
            Determinations determinations,
            WholeDeterminations wholes,
            Replays replays,
            RecordingCalls calls,
            JsonMapper json) {
        this.register = register;
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.determinations = determinations;
        this.wholes = wholes;
        this.replays = replays;
        this.calls = calls;
        this.json = json;
    }

    @PostMapping(
            path = ONE + "/rounds",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record a further round on an admission",
            description = "The application as it now stands, decided again with the rule book of round one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/RoundRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "The decision of the next round; Location is its address",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    ResponseEntity<String> round(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            @Parameter(description = SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        Dossier dossier = dossier(id);
        byte[] asked = JsonBody.read(body);
        Language language = ApiLanguage.of(request);
        String by = principal.getName();
        return calls.once(request.getRequestURI(), asked, idempotencyKey, by, now -> {
            DossierVersion.check(ifMatch, dossier);
            Decision decision = rounds.record(decisionId(dossier), asked, language, now, by);
            return answer(
                    HttpStatus.CREATED, DecisionsApi.PATH + "/" + decision.id(), language, register.asText(decision));
        });
    }

    @PostMapping(
            path = ONE + "/determination",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record what a person decides",
            description = "Once a round; differing from the proposal takes a motivation of 20 characters.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "#/components/schemas/DeterminationRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "What was decided, by whom and when",
            content = @Content(schema = @Schema(implementation = Determination.class)))
    ResponseEntity<String> determine(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            @Parameter(description = SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        RegisteredDecision decision =
                DecisionsApi.uuid(id).flatMap(register::byId).orElseThrow(DecisionsApi::unknown);
        if (dossiers.of(decision.summary().id()).isPresent()) {
            return person(id, body, idempotencyKey, ifMatch, request, principal, determinations::determine);
        }
        byte[] asked = JsonBody.read(body);
        return calls.once(request.getRequestURI(), asked, idempotencyKey, principal.getName(), now -> {
            DeterminedWhole made = DeterminedWhole.of(wholes.determine(decision, asked, now, principal.getName()));
            return answer(
                    HttpStatus.CREATED,
                    DecisionsApi.PATH + "/" + made.decision(),
                    ApiLanguage.of(request),
                    json.writeValueAsString(made));
        });
    }

    @PostMapping(
            path = ONE + "/determination/reading",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record what a second reader says of a determination",
            description = "By another person than determined; disagreeing takes a motivation of 20 characters.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/ReadingRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "The determination with what the reader said",
            content = @Content(schema = @Schema(implementation = Determination.class)))
    ResponseEntity<String> read(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            @Parameter(description = SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        return person(id, body, idempotencyKey, ifMatch, request, principal, determinations::read);
    }

    @PostMapping(path = ONE + "/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Decide again from what is stored, and compare",
            description = "Nothing is recorded. What can no longer be run says so in problem.")
    Replay replay(@PathVariable String id, @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        return replays.replay(DecisionsApi.visible(register, id, person));
    }

    /** What a person does to a dossier. */
    private interface Act {

        Determination apply(UUID decision, byte[] json, Instant at, String by);
    }

    private ResponseEntity<String> person(
            String id,
            InputStream body,
            @Nullable String idempotencyKey,
            @Nullable String ifMatch,
            HttpServletRequest request,
            Principal principal,
            Act act)
            throws IOException {
        Dossier dossier = dossier(id);
        byte[] asked = JsonBody.read(body);
        Language language = ApiLanguage.of(request);
        String by = principal.getName();
        return calls.once(request.getRequestURI(), asked, idempotencyKey, by, now -> {
            DossierVersion.check(ifMatch, dossier);
            Determination made = act.apply(decisionId(dossier), asked, now, by);
            return answer(
                    HttpStatus.CREATED,
                    DecisionsApi.PATH + "/" + made.decision(),
                    language,
                    json.writeValueAsString(made));
        });
    }

    private static Answer answer(HttpStatus status, String location, Language language, String body) {
        return new Answer(status.value(), location, language.code(), body);
    }

    private static UUID decisionId(Dossier dossier) {
        return Objects.requireNonNull(dossier.asked().summary().id());
    }

    private Dossier dossier(String id) {
        return DecisionsApi.uuid(id).flatMap(dossiers::of).orElseThrow(DecisionsApi::unknown);
    }
}

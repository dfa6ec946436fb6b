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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.correspondence.Letter;
import nl.inkoopkompas.correspondence.LetterKind;
import nl.inkoopkompas.correspondence.LetterNotPossible;
import nl.inkoopkompas.correspondence.LetterRefused;
import nl.inkoopkompas.correspondence.LetterRequest;
import nl.inkoopkompas.correspondence.Letters;
import nl.inkoopkompas.correspondence.Outbox;
import nl.inkoopkompas.correspondence.OutboxMail;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.register.RegisteredDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The letters of a dossier. */
@RestController
@Tag(name = "Letters", description = "Correspondentie: letters to a provider")
class LettersApi {

    private static final String PATH = DecisionsApi.PATH + "/{id}/letters";

    private final DecisionRegister register;
    private final Letters letters;
    private final Outbox outbox;
    private final DecisionEngine engine;
    private final RecordingCalls calls;
    private final JsonMapper json;

    LettersApi(
            DecisionRegister register,
            Letters letters,
            Outbox outbox,
            DecisionEngine engine,
            RecordingCalls calls,
            JsonMapper json) {
        this.register = register;
        this.letters = letters;
        this.outbox = outbox;
        this.engine = engine;
        this.calls = calls;
        this.json = json;
    }

    /** Whom a letter is for. */
    record Recipient(String name, String address) {}

    /**
     * A letter that was sent.
     *
     * @param dueOn the last day of the term that it gives; null for none
     * @param mail where its mail stands
     */
    record LetterItem(
            UUID id,
            LetterKind kind,
            UUID decision,
            Recipient recipient,
            LocalDate sentOn,
            @Nullable LocalDate dueOn,
            String sha256,
            OutboxMail.@Nullable Status mail,
            Instant recordedAt,
            String recordedBy) {}

    /** Whether a kind of letter can be sent now, and why not. */
    record Possibility(
            LetterKind kind, boolean possible, @Nullable String why) {}

    /** What was sent, oldest first, and what can be sent. */
    record LetterList(List<LetterItem> items, List<Possibility> possibilities) {}

    /** What to send. */
    @Schema(name = "LetterOrder")
    record Order(
            LetterKind kind,
            Recipient recipient,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate dueOn,
            @Nullable String extra) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the letters of a dossier, and say which can be sent now")
    LetterList list(@PathVariable String id, HttpServletRequest request) {
        RegisteredDecision decision = decision(id);
        return new LetterList(
                items(decision.dossier(), letters.of(decision.dossier())),
                letters.choices(decision).stream()
                        .map(choice -> new Possibility(
                                choice.kind(),
                                choice.isPossible(),
                                choice.obstacle() == null
                                        ? null
                                        : choice.obstacle().in(ApiLanguage.of(request))))
                        .toList());
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send a letter on the last round")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Order.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Recorded, and its mail waits; Location is the PDF",
            content = @Content(schema = @Schema(implementation = LetterItem.class)))
    ResponseEntity<String> send(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        RegisteredDecision decision = decision(id);
        byte[] asked = JsonBody.read(body);
        String by = principal.getName();
        return calls.once(request.getRequestURI(), asked, idempotencyKey, by, now -> {
            Letter letter = sent(decision, asked, now, by);
            return new Answer(
                    HttpStatus.CREATED.value(),
                    DecisionsApi.PATH + "/" + id + "/letters/" + letter.id() + ".pdf",
                    ApiLanguage.of(request).code(),
                    json.writeValueAsString(
                            items(decision.dossier(), List.of(letter)).get(0)));
        });
    }

    private Letter sent(RegisteredDecision decision, byte[] asked, Instant now, String by) {
        LocalDate today = LocalDate.ofInstant(now, Parameters.ZONE);
        LetterRequest order = LetterOrder.read(engine.parse(asked), UUID.randomUUID(), today);
        try {
            return letters.send(decision.summary().id(), order, today, now, by);
        } catch (LetterRefused refused) {
            throw Refused.invalid(refused.problems().stream()
                    .map(problem -> new Refusal(LetterOrder.pointer(problem.field()), problem.detail()))
                    .toList());
        } catch (LetterNotPossible impossible) {
            throw Refused.because(
                    Refused.Kind.CONFLICT,
                    impossible.why().nl(),
                    impossible.why().en());
        }
    }

    @GetMapping(PATH + "/{letter}.pdf")
    @Operation(summary = "Read a letter as it was sent")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE))
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable String letter) {
        RegisteredDecision decision = decision(id);
        byte[] pdf = uuid(letter)
                .flatMap(letters::byId)
                .filter(found -> found.dossier().equals(decision.dossier()))
                .flatMap(found -> letters.document(found.id()))
                .orElseThrow(() -> Refused.notFound("Deze brief bestaat niet.", "This letter does not exist."));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }

    private List<LetterItem> items(UUID dossier, List<Letter> found) {
        Map<UUID, OutboxMail.Status> mails =
                outbox.of(dossier).stream().collect(Collectors.toMap(OutboxMail::letter, OutboxMail::status));
        return found.stream()
                .map(letter -> new LetterItem(
                        letter.id(),
                        letter.kind(),
                        letter.decision(),
                        new Recipient(letter.recipientName(), letter.recipientAddress()),
                        letter.sentOn(),
                        letter.dueOn(),
                        letter.sha256(),
                        mails.get(letter.id()),
                        letter.recordedAt(),
                        letter.recordedBy()))
                .toList();
    }

    private RegisteredDecision decision(String id) {
        return uuid(id).flatMap(register::byId)
                .filter(found -> found.summary().type().equals(AdmissionType.ID))
                .orElseThrow(() -> Refused.notFound("Dit besluit bestaat niet.", "This decision does not exist."));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}

package nl.inkoopkompas.web.api.lab;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.publication.Publications;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.JsonBody;
import nl.inkoopkompas.web.api.RecordingCalls;
import nl.inkoopkompas.web.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a draft is proposed, and rejected or published by another person; and how a book is withdrawn in time. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class PublicationApi {

    private static final String RULE_BOOKS = "/api/v1/rule-books/";

    private final Publications publications;
    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftCalls calls;
    private final RuleBooks ruleBooks;
    private final DecisionEngine engine;
    private final RecordingCalls recording;
    private final Clock clock;
    private final JsonMapper json;

    PublicationApi(
            Publications publications,
            Drafts drafts,
            DraftBooks draftBooks,
            DraftCalls calls,
            RuleBooks ruleBooks,
            DecisionEngine engine,
            RecordingCalls recording,
            Clock clock,
            JsonMapper json) {
        this.publications = publications;
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.calls = calls;
        this.ruleBooks = ruleBooks;
        this.engine = engine;
        this.recording = recording;
        this.clock = clock;
        this.json = json;
    }

    /** A rule book that was published. */
    record Published(String version, String hash, LocalDate validFrom, UUID draft) {}

    @PostMapping(
            path = DraftCalls.ONE + "/proposal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose a draft, with what is found about it at this moment")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/ProposalRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "The draft, proposed",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    ResponseEntity<String> propose(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            @Parameter(description = DraftCalls.SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable
                    String ifMatch,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        return act(id, body, idempotencyKey, ifMatch, request, principal, (draft, asked, at, by) -> {
            Draft proposed = publications.propose(draft, asked, at, by);
            return json.writeValueAsString(view(proposed));
        });
    }

    @PostMapping(
            path = DraftCalls.ONE + "/rejection",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Reject a proposed draft, as another person than made it")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/RejectionRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "The draft, rejected",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    ResponseEntity<String> reject(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            @Parameter(description = DraftCalls.SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable
                    String ifMatch,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        return act(id, body, idempotencyKey, ifMatch, request, principal, (draft, asked, at, by) -> {
            Draft rejected = publications.reject(draft, asked, at, by);
            return json.writeValueAsString(view(rejected));
        });
    }

    @PostMapping(
            path = DraftCalls.ONE + "/publication",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Publish a proposed draft, as another person than made it",
            description = "The book is sealed and holds from validFrom on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/PublicationRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "The new rule book; Location is its address",
            content = @Content(schema = @Schema(implementation = Published.class)))
    ResponseEntity<String> publish(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            @Parameter(description = DraftCalls.SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable
                    String ifMatch,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        byte[] asked = JsonBody.read(body);
        String language = ApiLanguage.of(request).code();
        return recording.once(request.getRequestURI(), asked, idempotencyKey, principal.getName(), now -> {
            Draft draft = calls.seen(id, ifMatch);
            RuleBook book = publications.publish(draft, asked, now, principal.getName());
            Published published = new Published(book.version(), book.hash(), book.validFrom(), draft.id());
            return new Answer(
                    HttpStatus.CREATED.value(),
                    RULE_BOOKS + book.version(),
                    language,
                    json.writeValueAsString(published));
        });
    }

    @PostMapping(
            path = RULE_BOOKS + "{version}/withdrawal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw a published rule book before it holds")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/WithdrawalRequest")))
    ResponseEntity<Void> withdraw(
            @PathVariable String version, @Parameter(hidden = true) InputStream body, Principal principal)
            throws IOException {
        RuleBook book = ruleBooks
                .byVersion(version)
                .orElseThrow(() -> Refused.notFound("Dit regelboek bestaat niet.", "This rule book does not exist."));
        ObjectNode read = engine.parse(JsonBody.read(body));
        String reason = read.path("reason").asString("").strip();
        if (reason.isEmpty() || reason.length() > 4000 || CitizenNumber.occursIn(reason) || read.size() > 1) {
            BodyProblems problems = new BodyProblems();
            problems.add(
                    "/reason",
                    "verwacht alleen een reden, van ten hoogste 4000 tekens en zonder BSN",
                    "expected a reason only, of at most 4000 characters and without a BSN");
            throw problems.refused();
        }
        publications.withdraw(book, reason, clock.instant(), principal.getName());
        return ResponseEntity.noContent().build();
    }

    /** What a person does to a draft; answers with JSON. */
    private interface Act {

        String apply(Draft draft, byte[] asked, Instant at, String by);
    }

    private ResponseEntity<String> act(
            String id,
            InputStream body,
            @Nullable String idempotencyKey,
            @Nullable String ifMatch,
            HttpServletRequest request,
            Principal principal,
            Act act)
            throws IOException {
        byte[] asked = JsonBody.read(body);
        String language = ApiLanguage.of(request).code();
        String by = principal.getName();
        return recording.once(request.getRequestURI(), asked, idempotencyKey, by, now -> {
            Draft draft = calls.seen(id, ifMatch);
            String answer = act.apply(draft, asked, now, by);
            return new Answer(HttpStatus.CREATED.value(), DraftCalls.PATH + "/" + draft.id(), language, answer);
        });
    }

    private DraftView view(Draft draft) {
        return DraftView.of(draft, draftBooks.base(draft), drafts.isOvertaken(draft), drafts.conflicts(draft));
    }
}

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.CaseMoved;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.exceptioncontract.ExceptionKind;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.api.ExceptionView.CaseItem;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Requests for exception contracts (URC and CSA), and what people do with them. */
@RestController
@Tag(name = "Exception contracts", description = "Uitzonderingscontracten: ask for one, advise, decide, draw up")
class ExceptionContractsApi {

    static final String PATH = "/api/v1/exception-contracts";

    private static final String SEEN = "What the caller saw, from the ETag of the case";

    private final ExceptionContracts contracts;
    private final ExceptionView view;
    private final RecordingCalls calls;
    private final RuleBooks ruleBooks;
    private final Clock clock;

    ExceptionContractsApi(
            ExceptionContracts contracts, ExceptionView view, RecordingCalls calls, RuleBooks ruleBooks, Clock clock) {
        this.clock = clock;
        this.contracts = contracts;
        this.view = view;
        this.calls = calls;
        this.ruleBooks = ruleBooks;
    }

    /** One page of the list. */
    record CasePage(List<CaseItem> items, long page, int size, long total) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask for an exception contract",
            description =
                    "Decides whether one is needed and of what kind, and records it. The case id is the decision id.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "#/components/schemas/ExceptionContractRequest")))
    @ApiResponse(responseCode = "201", description = "The case with its decision; Location is its address")
    ResponseEntity<String> submit(
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person)
            throws IOException {
        RecordingCalls.checkKey(idempotencyKey);
        byte[] json = JsonBody.read(body);
        Language language = ApiLanguage.of(request);
        Actor actor = actor(person);
        return calls.once(PATH, json, idempotencyKey, person.username(), now -> {
            ExceptionCase made = contracts.submit(json, actor, now);
            return new Answer(
                    HttpStatus.CREATED.value(),
                    PATH + "/" + made.id(),
                    language.code(),
                    view.text(made, actor, language));
        });
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List requests for exception contracts, newest first")
    CasePage list(
            @RequestParam(required = false) @Nullable String status,
            @Parameter(description = "CBS code") @RequestParam(required = false) @Nullable String municipality,
            @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "KvK number") @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String product,
            @Parameter(description = "true for those of which the next step is late")
                    @RequestParam(defaultValue = "false")
                    String overdue,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        Actor actor = actor(person);
        LocalDate today = LocalDate.now(clock);
        CaseFilter filter = new CaseFilter(
                        actor,
                        status == null ? null : CaseStatus.valueOf(option("status", status, CaseStatus.values())),
                        known("municipality", municipality, "reference/municipalities", "id"),
                        kind == null ? null : ExceptionKind.valueOf(option("kind", kind, ExceptionKind.values())),
                        kvkNumber(provider),
                        known("product", product, "admission/products", "code"))
                .overdueOn(Parameters.truth("overdue", overdue) ? today : null);
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        ExceptionContracts.Page found = contracts.list(filter, number, length);
        return new CasePage(
                found.items().stream()
                        .map(line -> CaseItem.of(line, actor, today))
                        .toList(),
                number,
                length,
                found.total());
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a case with its findings, what the caller may do with it, and its history")
    ResponseEntity<JsonNode> one(
            @PathVariable String id,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        Actor actor = actor(person);
        ExceptionCase found = find(id, actor);
        Language language = ApiLanguage.of(request);
        return ResponseEntity.ok()
                .eTag(tag(found))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(view.json(found, actor, language));
    }

    @PostMapping(
            path = PATH + "/{id}/actions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Do something with a case",
            description = "The person is judged first (403), then the case (409, with its new state).")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "#/components/schemas/ExceptionActionRequest")))
    @ApiResponse(responseCode = "200", description = "The case as it stands now")
    ResponseEntity<String> act(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            @Parameter(description = SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person)
            throws IOException {
        Actor actor = actor(person);
        ExceptionCase seen = find(id, actor);
        RecordingCalls.checkKey(idempotencyKey);
        byte[] json = JsonBody.read(body);
        Language language = ApiLanguage.of(request);
        AtomicReference<ExceptionCase> acted = new AtomicReference<>();
        ResponseEntity<String> answer =
                calls.once(request.getRequestURI(), json, idempotencyKey, person.username(), now -> {
                    contracts.demandPerson(seen, json, actor, now);
                    checkVersion(ifMatch, seen);
                    ExceptionCase after = contracts.act(seen, json, actor, now);
                    acted.set(after);
                    return new Answer(HttpStatus.OK.value(), null, language.code(), view.text(after, actor, language));
                });
        ExceptionCase after = acted.get();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .eTag(tag(after == null ? find(id, actor) : after))
                .body(answer.getBody());
    }

    /** Not possible as the case stands: the answer tells where it stands. */
    @ExceptionHandler
    ResponseEntity<JsonNode> moved(
            CaseMoved moved,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        Language language = ApiLanguage.of(request);
        Refused refused = Refused.because(
                Kind.CONFLICT, moved.because().nl(), moved.because().en());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(view.moved(
                        Problem.of(refused, language),
                        contracts.find(moved.id()).orElseThrow()));
    }

    private ExceptionCase find(String id, Actor actor) {
        return DecisionsApi.uuid(id)
                .flatMap(contracts::find)
                .filter(found -> actor.sees(found))
                .orElseThrow(() -> Refused.notFound("Deze aanvraag bestaat niet.", "There is no such request."));
    }

    static Actor actor(Person person) {
        return new Actor(person.username(), person.role().name(), person.municipality());
    }

    static String tag(ExceptionCase one) {
        return "\"" + one.id() + "-" + one.line().turn() + "\"";
    }

    private static void checkVersion(@Nullable String ifMatch, ExceptionCase seen) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",")).noneMatch(tag -> tag.strip().equals(tag(seen)))) {
            throw Refused.because(
                    Kind.CHANGED,
                    "De zaak is veranderd sinds u haar las. Lees haar opnieuw.",
                    "The case has changed since you read it. Read it again.");
        }
    }

    private static String option(String name, String value, Enum<?>[] options) {
        return Parameters.option(
                name, value, Arrays.stream(options).map(Enum::name).toList());
    }

    private static @Nullable String kvkNumber(@Nullable String provider) {
        if (provider != null && !provider.matches("\\d{8}")) {
            throw Refused.invalid(
                    "De parameter provider is een KvK-nummer van 8 cijfers.",
                    "The parameter provider is a KvK number of 8 digits.");
        }
        return provider;
    }

    private @Nullable String known(String parameter, @Nullable String value, String table, String column) {
        if (value == null) {
            return null;
        }
        List<String> known = ruleBooks.all().stream()
                .flatMap(book -> column(book, table, column).stream())
                .distinct()
                .toList();
        return Parameters.option(parameter, value, known);
    }

    private static List<String> column(RuleBook book, String table, String column) {
        Table rows = book.requireTable(table);
        return rows.rows().stream()
                .map(row -> column.equals("id") ? row.id() : String.valueOf(rows.cell(row, column)))
                .toList();
    }
}

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.CurrentRuleBook;
import nl.inkoopkompas.web.api.JsonBody;
import nl.inkoopkompas.web.api.Parameters;
import nl.inkoopkompas.web.api.RecordingCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of rule books: started, edited, undone, based on a newer book, decided with. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class DraftsApi {

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftCalls calls;
    private final RuleBooks ruleBooks;
    private final CurrentRuleBook current;
    private final DecisionEngine engine;
    private final List<DecisionType> types;
    private final RecordingCalls recording;
    private final Clock clock;
    private final JsonMapper json;

    DraftsApi(
            Drafts drafts,
            DraftBooks draftBooks,
            DraftCalls calls,
            RuleBooks ruleBooks,
            CurrentRuleBook current,
            DecisionEngine engine,
            List<DecisionType> types,
            RecordingCalls recording,
            Clock clock,
            JsonMapper json) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.calls = calls;
        this.ruleBooks = ruleBooks;
        this.current = current;
        this.engine = engine;
        this.types = types;
        this.recording = recording;
        this.clock = clock;
        this.json = json;
    }

    record DraftPage(List<DraftView> items, long page, int size, long total) {}

    @PostMapping(
            path = DraftCalls.PATH,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Start a draft",
            description = "With contentOf it starts from what an older book says, to bring that back.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/DraftRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "The draft; Location is its address",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    ResponseEntity<String> create(
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        byte[] asked = JsonBody.read(body);
        String language = ApiLanguage.of(request).code();
        return recording.once(DraftCalls.PATH, asked, idempotencyKey, principal.getName(), now -> {
            ObjectNode read = engine.parse(asked);
            BodyProblems problems = new BodyProblems();
            problems.addUnknown(read, Set.of("base", "title", "contentOf"), "");
            String title = read.path("title").asString("").strip();
            if (title.isEmpty() || title.length() > 200 || CitizenNumber.occursIn(title)) {
                problems.add(
                        "/title",
                        "verwacht een titel van 1 tot en met 200 tekens, zonder BSN",
                        "expected a title of 1 to 200 characters without a BSN");
            }
            RuleBook base = book(read, "base", problems);
            RuleBook content = read.has("contentOf") ? book(read, "contentOf", problems) : null;
            if (!problems.isEmpty() || base == null) {
                throw problems.refused();
            }
            RuleBookFiles start = content == null ? null : content.files();
            Draft draft = drafts.create(base, title, start, now, principal.getName());
            return new Answer(
                    HttpStatus.CREATED.value(),
                    DraftCalls.PATH + "/" + draft.id(),
                    language,
                    json.writeValueAsString(view(draft)));
        });
    }

    private @Nullable RuleBook book(ObjectNode read, String field, BodyProblems problems) {
        String version = read.path(field).asString("current");
        if (version.equals("current")) {
            return current.get();
        }
        RuleBook book = ruleBooks.byVersion(version).orElse(null);
        if (book == null) {
            problems.add("/" + field, "dit regelboek bestaat niet", "this rule book does not exist");
        }
        return book;
    }

    @GetMapping(path = DraftCalls.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the drafts, newest first")
    DraftPage list(
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size) {
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        List<Draft> all = drafts.all();
        List<DraftView> items = number - 1 > all.size() / length
                ? List.of()
                : all.stream()
                        .skip((number - 1) * length)
                        .limit(length)
                        .map(this::view)
                        .toList();
        return new DraftPage(items, number, length, all.size());
    }

    @GetMapping(path = DraftCalls.ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a draft with its edits and what happened to it")
    ResponseEntity<DraftView> one(@PathVariable String id) {
        return answer(calls.find(id));
    }

    @PatchMapping(
            path = DraftCalls.ONE,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add edits to a draft: all of them or none")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/EditsRequest")))
    ResponseEntity<DraftView> edit(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @Parameter(description = DraftCalls.SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable
                    String ifMatch,
            Principal principal)
            throws IOException {
        byte[] asked = JsonBody.read(body);
        return change(id, ifMatch, draft -> drafts.edit(draft, asked, clock.instant(), principal.getName()));
    }

    @DeleteMapping(path = DraftCalls.ONE + "/edits/{n}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Undo an edit, with the others of its group")
    ResponseEntity<DraftView> undo(
            @PathVariable String id,
            @PathVariable String n,
            @Parameter(description = DraftCalls.SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable
                    String ifMatch,
            Principal principal) {
        int number = (int) Math.min(Parameters.page(n), Integer.MAX_VALUE);
        return change(id, ifMatch, draft -> drafts.undo(draft, number, clock.instant(), principal.getName()));
    }

    @PostMapping(
            path = DraftCalls.ONE + "/rebase",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Base an overtaken draft on the newest rule book",
            description = "keep and drop name every edit that conflicts.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/RebaseRequest")))
    ResponseEntity<DraftView> rebase(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @Parameter(description = DraftCalls.SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable
                    String ifMatch,
            Principal principal)
            throws IOException {
        ObjectNode read = engine.parse(JsonBody.read(body));
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(read, Set.of("keep", "drop"), "");
        Set<Integer> keep = numbers(read, "keep", problems);
        Set<Integer> drop = numbers(read, "drop", problems);
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        return change(id, ifMatch, draft -> drafts.rebase(draft, drop, keep, clock.instant(), principal.getName()));
    }

    private static Set<Integer> numbers(ObjectNode read, String field, BodyProblems problems) {
        Set<Integer> numbers = new HashSet<>();
        JsonNode list = read.path(field);
        for (JsonNode number : list) {
            if (number.isInt()) {
                numbers.add(number.asInt());
            } else {
                problems.add("/" + field, "verwacht nummers van wijzigingen", "expected numbers of edits");
            }
        }
        return numbers;
    }

    @DeleteMapping(path = DraftCalls.ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Discard a draft; it stays readable")
    ResponseEntity<DraftView> discard(
            @PathVariable String id,
            @Parameter(description = DraftCalls.SEEN) @RequestHeader(name = "If-Match", required = false) @Nullable
                    String ifMatch,
            Principal principal) {
        return change(id, ifMatch, draft -> drafts.discard(draft, "", clock.instant(), principal.getName()));
    }

    @PostMapping(
            path = DraftCalls.ONE + "/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Decide with a draft; nothing is recorded")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(type = "object", description = "A request of the type")))
    ResponseEntity<Decision> decide(
            @PathVariable String id,
            @RequestParam String type,
            @Parameter(hidden = true) InputStream body,
            HttpServletRequest request)
            throws IOException {
        Draft draft = calls.find(id);
        Parameters.option("type", type, types.stream().map(DecisionType::name).toList());
        DecisionType asked = types.stream()
                .filter(one -> one.name().equals(type))
                .findFirst()
                .orElseThrow();
        Input input = new Input(engine.parse(JsonBody.read(body)), DecisionEngine.noContext());
        Decision decision = engine.decide(asked, input, draftBooks.book(draft), ApiLanguage.of(request));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, ApiLanguage.of(request).code())
                .body(decision);
    }

    private ResponseEntity<DraftView> change(String id, @Nullable String ifMatch, UnaryOperator<Draft> act) {
        return answer(act.apply(calls.seen(id, ifMatch)));
    }

    private ResponseEntity<DraftView> answer(Draft draft) {
        return ResponseEntity.ok().eTag(DraftCalls.tag(draft)).body(view(draft));
    }

    private DraftView view(Draft draft) {
        boolean overtaken = drafts.isOvertaken(draft);
        return DraftView.of(draft, draftBooks.base(draft), overtaken, overtaken ? drafts.conflicts(draft) : List.of());
    }
}

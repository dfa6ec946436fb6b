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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.clauses.ClauseFinding;
import nl.inkoopkompas.lab.clauses.ClauseReport;
import nl.inkoopkompas.lab.clauses.ClauseReport.NotCompared;
import nl.inkoopkompas.lab.clauses.Clauses;
import nl.inkoopkompas.lab.clauses.Clauses.Reading;
import nl.inkoopkompas.rulebook.ClauseBook.Document;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.JsonBody;
import nl.inkoopkompas.web.api.Refused;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A draft held against the clauses of its sources, and why it differs from them. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class ClausesApi {

    private static final int LONGEST = 2000;

    private final DraftCalls calls;
    private final DraftBooks draftBooks;
    private final Clauses clauses;
    private final DecisionEngine engine;
    private final InLanguage texts;
    private final Clock clock;

    ClausesApi(
            DraftCalls calls,
            DraftBooks draftBooks,
            Clauses clauses,
            DecisionEngine engine,
            InLanguage texts,
            Clock clock) {
        this.calls = calls;
        this.draftBooks = draftBooks;
        this.clauses = clauses;
        this.engine = engine;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What is found between a draft and its sources.
     *
     * @param unexplained how many findings somebody has to explain before the draft can be published
     */
    record ClausesView(
            List<ClauseFinding> findings, List<NotCompared> notCompared, List<Reading> readings, int unexplained) {}

    @GetMapping(path = DraftCalls.ONE + "/clauses", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hold a draft against the clauses of its sources")
    @ApiResponse(
            responseCode = "200",
            description = "What is found between the draft and its sources",
            content = @Content(schema = @Schema(implementation = ClausesView.class)))
    ResponseEntity<JsonNode> read(@PathVariable String id, HttpServletRequest request) {
        return answer(calls.find(id), request);
    }

    @PostMapping(
            path = DraftCalls.ONE + "/clauses/explanations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Explain a finding of a draft")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/ExplanationRequest")))
    @ApiResponse(
            responseCode = "200",
            description = "What is found between the draft and its sources",
            content = @Content(schema = @Schema(implementation = ClausesView.class)))
    ResponseEntity<JsonNode> explain(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        Draft draft = open(id);
        ObjectNode asked = engine.parse(JsonBody.read(body));
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(asked, Set.of("finding", "why"), "");
        String why = asked.path("why").asString("").strip();
        if (why.isEmpty() || why.length() > LONGEST || CitizenNumber.occursIn(why)) {
            problems.add(
                    "/why",
                    "verwacht een tekst van 1 tot en met " + LONGEST + " tekens, zonder BSN",
                    "expected a text of 1 to " + LONGEST + " characters, without a BSN");
        }
        String finding = asked.path("finding").asString("");
        ClauseFinding found = report(draft).findings().stream()
                .filter(one -> one.id().equals(finding))
                .findFirst()
                .orElse(null);
        if (found == null) {
            problems.add("/finding", "dit is geen bevinding van dit concept", "this is no finding of this draft");
        }
        if (found == null || !problems.isEmpty()) {
            throw problems.refused();
        }
        clauses.explain(draft.id(), found, why, clock.instant(), principal.getName());
        return answer(draft, request);
    }

    @PostMapping(
            path = DraftCalls.ONE + "/clauses/sources/{document}",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hold the text of a source as it is now against the clauses; the text itself is not kept")
    @ApiResponse(
            responseCode = "200",
            description = "What is found between the draft and its sources",
            content = @Content(schema = @Schema(implementation = ClausesView.class)))
    ResponseEntity<JsonNode> read(
            @PathVariable String id,
            @PathVariable String document,
            @RequestPart("file") MultipartFile file,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        Draft draft = open(id);
        RuleBook book = draftBooks.book(draft);
        Document known = book.clauses().documents().get(document);
        if (known == null) {
            throw Refused.notFound(
                    "Van deze bron zijn geen clausules vastgelegd.", "No clauses of this source are recorded.");
        }
        clauses.read(draft.id(), book, known, text(file.getBytes()), clock.instant(), principal.getName());
        return answer(draft, request);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.invalid("Het bestand is geen tekst in UTF-8.", "The file is no text in UTF-8.");
        }
    }

    private Draft open(String id) {
        Draft draft = calls.find(id);
        if (!draft.status().isOpen()) {
            throw Refused.because(
                    Kind.CONFLICT,
                    "Dit concept is afgesloten. Begin een nieuw concept.",
                    "This draft is closed. Start another.");
        }
        return draft;
    }

    private ClauseReport report(Draft draft) {
        return clauses.report(draft, draftBooks.base(draft), draftBooks.book(draft));
    }

    private ResponseEntity<JsonNode> answer(Draft draft, HttpServletRequest request) {
        Language language = ApiLanguage.of(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(texts.of(view(draft), language));
    }

    private ClausesView view(Draft draft) {
        ClauseReport report = report(draft);
        return new ClausesView(
                report.findings(),
                report.notCompared(),
                clauses.readings(draft.id()),
                report.unexplained().size());
    }
}

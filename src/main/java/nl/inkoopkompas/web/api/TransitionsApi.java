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
import java.util.Arrays;
import java.util.List;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.transition.LineFilter;
import nl.inkoopkompas.transition.PlanWorkbook;
import nl.inkoopkompas.transition.Scenario;
import nl.inkoopkompas.transition.ShownLine;
import nl.inkoopkompas.transition.TransitionType;
import nl.inkoopkompas.transition.Transitions;
import nl.inkoopkompas.web.WorkbookAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Plans the transition of running indications. */
@RestController
@Tag(name = "Transitions", description = "Overgang: plan what happens to running indications")
class TransitionsApi {

    static final String PATH = "/api/v1/transitions";

    private final DecidingCalls calls;
    private final TransitionType type;
    private final DecisionRegister register;
    private final Transitions transitions;
    private final PlanWorkbook workbook;

    TransitionsApi(
            DecidingCalls calls,
            TransitionType type,
            DecisionRegister register,
            Transitions transitions,
            PlanWorkbook workbook) {
        this.calls = calls;
        this.type = type;
        this.register = register;
        this.transitions = transitions;
        this.workbook = workbook;
    }

    /** One page of the lines of a plan. */
    record LinePage(List<ShownLine> items, long page, int size, long total) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Plan a transition and record the plan",
            description = "With record=false nothing is stored and the answer is 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/TransitionRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "Planned and recorded; Location is its address",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Planned, not recorded",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    ResponseEntity<String> plan(
            @Parameter(hidden = true) InputStream body,
            @RequestParam(defaultValue = "true") String record,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request)
            throws IOException {
        return calls.decide(type, asked -> DecisionEngine.noContext(), body, record, idempotencyKey, request);
    }

    @GetMapping(path = DecisionsApi.PATH + "/{id}/indications", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read the lines of a plan, page by page")
    LinePage lines(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String municipality,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String situation,
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size,
            HttpServletRequest request) {
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        LineFilter filter = new LineFilter(
                municipality,
                product,
                situation == null
                        ? null
                        : Integer.valueOf(Parameters.option("situation", situation, List.of("0", "1", "2", "3", "4"))),
                scenario == null ? null : Scenario.valueOf(Parameters.option("scenario", scenario, scenarios())),
                provider);
        Transitions.Page found = transitions.lines(plan(id), filter, number, length, ApiLanguage.of(request));
        return new LinePage(found.items(), number, length, found.total());
    }

    private static List<String> scenarios() {
        return Arrays.stream(Scenario.values()).map(Enum::name).toList();
    }

    @GetMapping(path = DecisionsApi.PATH + "/{id}/indications.xlsx")
    @Operation(summary = "Get a plan as a workbook: groups, lines, workload and tasks")
    ResponseEntity<StreamingResponseBody> workbook(@PathVariable String id, HttpServletRequest request) {
        RegisteredDecision plan = plan(id);
        Language language = ApiLanguage.of(request);
        return WorkbookAnswer.of("overgang.xlsx", out -> workbook.write(plan, language, out));
    }

    private RegisteredDecision plan(String id) {
        return DecisionsApi.uuid(id)
                .flatMap(register::byId)
                .filter(Transitions::isPlan)
                .orElseThrow(DecisionsApi::unknown);
    }
}

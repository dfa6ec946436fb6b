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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.coverage.Coverages;
import nl.inkoopkompas.coverage.Establishment;
import nl.inkoopkompas.coverage.Establishments;
import nl.inkoopkompas.coverage.Proposals;
import nl.inkoopkompas.coverage.Supposed;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.web.api.ReferenceApi.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** How many providers there are, product by product and place by place. */
@RestController
@Tag(name = "Coverage", description = "Dekking: providers for each product in each place")
class CoverageApi {

    private static final String PATH = "/api/v1/coverage";
    private static final String ESTABLISHMENTS = PATH + "/establishments";
    private static final String PROPOSALS = "proposals";

    private final Coverages coverages;
    private final Establishments establishments;
    private final Proposals proposals;
    private final CurrentRuleBook current;
    private final RecordingCalls recording;
    private final JsonMapper json;
    private final Clock clock;

    CoverageApi(
            Coverages coverages,
            Establishments establishments,
            Proposals proposals,
            CurrentRuleBook current,
            RecordingCalls recording,
            JsonMapper json,
            Clock clock) {
        this.coverages = coverages;
        this.establishments = establishments;
        this.proposals = proposals;
        this.current = current;
        this.recording = recording;
        this.json = json;
        this.clock = clock;
    }

    /** The coverage on a day, with the decisions that were counted as if they were determined. */
    record CoverageOnDay(LocalDate on, String ruleBook, List<UUID> supposed, List<Area> items) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Count providers for each product in each municipality and named place")
    CoverageOnDay coverage(
            @RequestParam(required = false) @Nullable String contract,
            @Parameter(description = "A day; today when it is left out") @RequestParam(required = false) @Nullable
                    String on,
            @Parameter(
                            description = "Count these as if they were determined as proposed: ids of decisions on"
                                    + " admission with commas between, or \"proposals\" for all that nobody has"
                                    + " determined")
                    @RequestParam(required = false)
                    @Nullable
                    String supposing) {
        RuleBook book = current.get();
        @Nullable
        String chosen = contract == null ? null : Parameters.option("contract", contract, ReferenceApi.contracts(book));
        LocalDate day = Parameters.day("on", on, LocalDate.now(clock));
        Coverage coverage = coverages.on(day, chosen, supposed(supposing), book);
        return new CoverageOnDay(coverage.on(), coverage.ruleBook(), coverage.supposed(), coverage.areas());
    }

    @GetMapping(path = ESTABLISHMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List what was established about coverage, newest first")
    Items<Establishment> established(@RequestParam(required = false) @Nullable String contract) {
        List<String> chosen = Parameters.options("contract", contract, ReferenceApi.contracts(current.get()));
        return new Items<>(establishments.all(chosen.isEmpty() ? null : chosen.get(0)));
    }

    @PostMapping(
            path = ESTABLISHMENTS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record what was established about the coverage of a product in a place, and what follows")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(ref = "#/components/schemas/CoverageEstablished")))
    @ApiResponse(
            responseCode = "201",
            description = "What was recorded",
            content = @Content(schema = @Schema(implementation = Establishment.class)))
    ResponseEntity<String> establish(
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person)
            throws IOException {
        byte[] asked = JsonBody.read(body);
        String language = ApiLanguage.of(request).code();
        return recording.once(ESTABLISHMENTS, asked, idempotencyKey, person.username(), now -> {
            Establishment made = establishments.establish(
                    asked, current.get(), LocalDate.ofInstant(now, Parameters.ZONE), now, person.username());
            return new Answer(
                    HttpStatus.CREATED.value(),
                    ESTABLISHMENTS + "?contract=" + made.contract(),
                    language,
                    json.writeValueAsString(made));
        });
    }

    private Supposed supposed(@Nullable String value) {
        if (value == null) {
            return Supposed.nothing();
        }
        if (value.toLowerCase(Locale.ROOT).equals(PROPOSALS)) {
            return Supposed.proposals();
        }
        List<UUID> decisions = new ArrayList<>();
        for (String id : value.split(",", -1)) {
            decisions.add(decision(id.strip()));
        }
        return Supposed.these(decisions);
    }

    private UUID decision(String id) {
        try {
            UUID decision = id.length() == 36 ? UUID.fromString(id) : new UUID(0, 0);
            if (proposals.knows(decision)) {
                return decision;
            }
        } catch (IllegalArgumentException noId) {
            // the same answer as for an id that is not known
        }
        throw Refused.invalid(
                "Parameter \"supposing\" is \"" + PROPOSALS + "\", of noemt besluiten die bestaan.",
                "Parameter \"supposing\" is \"" + PROPOSALS + "\", or names decisions that exist.");
    }
}

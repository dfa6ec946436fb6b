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
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Change;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.simulation.CaseFilter;
import nl.inkoopkompas.lab.simulation.Figures.Named;
import nl.inkoopkompas.lab.simulation.Report;
import nl.inkoopkompas.lab.simulation.Report.CasePage;
import nl.inkoopkompas.lab.simulation.Report.Opened;
import nl.inkoopkompas.lab.simulation.Simulations;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.JsonBody;
import nl.inkoopkompas.web.api.Parameters;
import nl.inkoopkompas.web.api.Refused;
import nl.inkoopkompas.web.api.lab.SimulationView.CaseView;
import nl.inkoopkompas.web.api.lab.SimulationView.CaseViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Simulations of a draft: started, followed, stopped, and read case by case. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class SimulationsApi {

    static final String ALL = DraftCalls.ONE + "/simulations";
    static final String ONE = ALL + "/{sid}";

    private static final int FIRST_CASES = 50;
    private static final int MOST_NAMED = 200;
    private static final Supplier<Refused> UNKNOWN =
            () -> Refused.notFound("Deze effectmeting bestaat niet.", "This simulation does not exist.");

    private final Simulations simulations;
    private final DraftCalls calls;
    private final Drafts drafts;
    private final DecisionEngine engine;
    private final List<DecisionType> types;
    private final Clock clock;

    SimulationsApi(
            Simulations simulations,
            DraftCalls calls,
            Drafts drafts,
            DecisionEngine engine,
            List<DecisionType> types,
            Clock clock) {
        this.simulations = simulations;
        this.calls = calls;
        this.drafts = drafts;
        this.engine = engine;
        this.types = types;
        this.clock = clock;
    }

    /** A simulation in a list. */
    record SimulationSummary(UUID id, String status, String type, String population, int done, int total) {}

    /** The simulations of a draft. */
    record SimulationPage(List<SimulationSummary> items, long page, int size, long total) {}

    /** A flipped case with both decisions. */
    record OpenedCase(CaseView of, Decision base, Decision draft) {}

    @PostMapping(path = ALL, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Simulate a draft on a population",
            description = "One at a time: another waits until the one before it is done.")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/SimulationRequest")))
    @ApiResponse(
            responseCode = "202",
            description = "It was started or waits; Location is where to follow it",
            content = @Content(schema = @Schema(implementation = SimulationView.class)))
    ResponseEntity<SimulationView> start(
            @PathVariable String id, @Parameter(hidden = true) InputStream body, Principal principal)
            throws IOException {
        Draft draft = calls.find(id);
        ObjectNode read = engine.parse(JsonBody.read(body));
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(read, Set.of("type", "population"), "");
        String asked = read.path("type").asString("");
        Optional<DecisionType> type =
                types.stream().filter(one -> one.name().equals(asked)).findFirst();
        if (type.isEmpty() || !read.path("type").isString()) {
            List<String> known = types.stream().map(DecisionType::name).toList();
            problems.add("/type", "verwacht een van " + known, "expected one of " + known);
        }
        String population = read.path("population").asString("");
        if (!read.path("population").isString() || !Simulations.isPopulation(population)) {
            problems.add(
                    "/population",
                    "verwacht register, of sample:N met N van 1 tot en met 1000000",
                    "expected register, or sample:N with N from 1 to 1000000");
        }
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        UUID started = simulations.start(draft, type.orElseThrow(), population, clock.instant(), principal.getName());
        return ResponseEntity.accepted()
                .location(URI.create(DraftCalls.PATH + "/" + draft.id() + "/simulations/" + started))
                .body(view(draft, started));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the simulations of a draft, newest first")
    SimulationPage list(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size) {
        Draft draft = calls.find(id);
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        List<Report> all = simulations.of(draft.id());
        List<SimulationSummary> items = number - 1 > all.size() / length
                ? List.of()
                : all.stream()
                        .skip((number - 1) * length)
                        .limit(length)
                        .map(one -> new SimulationSummary(
                                one.id(), one.status().name(), one.type(), one.population(), one.done(), one.total()))
                        .toList();
        return new SimulationPage(items, number, length, all.size());
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Follow a simulation and read what it found")
    SimulationView one(@PathVariable String id, @PathVariable String sid) {
        return view(calls.find(id), uuid(sid));
    }

    @DeleteMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Stop a simulation; one that ended stays as it is")
    SimulationView cancel(@PathVariable String id, @PathVariable String sid, Principal principal) {
        Draft draft = calls.find(id);
        return simulations
                .cancel(draft.id(), uuid(sid), principal.getName())
                .map(report -> view(draft, report.id()))
                .orElseThrow(UNKNOWN);
    }

    @GetMapping(path = ONE + "/cases", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the cases that get another outcome")
    CaseViews cases(
            @PathVariable String id,
            @PathVariable String sid,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "Numbers of edits, with commas: those that a row of byEdit names")
                    @RequestParam(required = false)
                    @Nullable
                    String edits,
            @RequestParam(required = false) @Nullable String criterion,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size) {
        Draft draft = calls.find(id);
        Draft simulated = simulated(draft, uuid(sid));
        CaseFilter filter = new CaseFilter(from, to, changes(edits, simulated), criterion, contract, product);
        int number = (int) Math.min(Parameters.page(page), Integer.MAX_VALUE);
        CasePage found = simulations
                .cases(draft.id(), uuid(sid), filter, number, Parameters.size(size))
                .orElseThrow(UNKNOWN);
        return new CaseViews(
                found.items().stream()
                        .map(one -> SimulationView.view(one, simulated))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    /** The changes that edits belong to; null where none are named. */
    private static @Nullable List<Integer> changes(@Nullable String edits, Draft draft) {
        if (edits == null) {
            return null;
        }
        if (!edits.matches("\\d{1,6}(,\\d{1,6})*")) {
            throw Refused.invalid(
                    "Parameter \"edits\" verwacht nummers van wijzigingen met komma's ertussen.",
                    "Parameter \"edits\" expects numbers of edits with commas between them.");
        }
        List<Integer> numbers =
                List.of(edits.split(",")).stream().map(Integer::valueOf).toList();
        return draft.changes().stream()
                .filter(change -> change.numbers().stream().anyMatch(numbers::contains))
                .map(Change::number)
                .toList();
    }

    @GetMapping(path = ONE + "/cases/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a case that gets another outcome, decided under the base and under the draft")
    ResponseEntity<OpenedCase> open(
            @PathVariable String id,
            @PathVariable String sid,
            @PathVariable String number,
            HttpServletRequest request) {
        Draft draft = calls.find(id);
        Draft simulated = simulated(draft, uuid(sid));
        if (!number.matches("\\d{1,7}")) {
            throw UNKNOWN.get();
        }
        Opened opened = simulations
                .open(draft.id(), uuid(sid), Integer.parseInt(number), ApiLanguage.of(request))
                .orElseThrow(UNKNOWN);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, ApiLanguage.of(request).code())
                .body(new OpenedCase(SimulationView.view(opened.of(), simulated), opened.base(), opened.draft()));
    }

    private SimulationView view(Draft draft, UUID id) {
        Report report = simulations.find(draft.id(), id).orElseThrow(UNKNOWN);
        List<Integer> named = report.figures().coverage().named().stream()
                .map(Named::number)
                .limit(MOST_NAMED)
                .toList();
        return SimulationView.of(
                report,
                simulated(draft, id),
                simulations.first(report, FIRST_CASES),
                simulations.applicants(report, named));
    }

    /** The draft as it was when it was simulated. */
    private Draft simulated(Draft draft, UUID id) {
        Report report = simulations.find(draft.id(), id).orElseThrow(UNKNOWN);
        return drafts.find(draft.id(), report.turn()).orElse(draft);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw UNKNOWN.get();
        }
    }
}

package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.procedure.CalendarFile;
import nl.inkoopkompas.procedure.ContractCalendar;
import nl.inkoopkompas.procedure.OpenHouseWatch;
import nl.inkoopkompas.procedure.OpenHouseWatches;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has to act by when to keep a contract running, under the rule book in force. */
@RestController
@Tag(name = "Procedures", description = "Procedurekeuze: advise on how a contract is bought")
class ContractCalendarsApi {

    private static final String PATH = "/api/v1/contracts/{contract}/calendar";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final String WATCH = "/api/v1/contracts/{contract}/open-house";

    private final DecisionEngine engine;
    private final OpenHouseWatches watches;
    private final CurrentRuleBook current;
    private final Clock clock;

    ContractCalendarsApi(DecisionEngine engine, OpenHouseWatches watches, CurrentRuleBook current, Clock clock) {
        this.engine = engine;
        this.watches = watches;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show the terms and extensions of a contract, and who has to act by when")
    ContractCalendar calendar(@PathVariable String contract, HttpServletRequest request) {
        return calendar(contract, ApiLanguage.of(request));
    }

    @GetMapping(path = PATH + ".ics", produces = "text/calendar")
    @Operation(summary = "The same as an iCalendar file")
    @ApiResponse(
            responseCode = "200",
            description = "iCalendar (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    ResponseEntity<String> file(@PathVariable String contract, HttpServletRequest request) {
        ContractCalendar calendar = calendar(contract, ApiLanguage.of(request));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("termijnen-" + calendar.contract() + ".ics")
                                .build()
                                .toString())
                .body(CalendarFile.of(calendar, clock.instant()));
    }

    @GetMapping(path = WATCH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Show how the conditions of an Open House stand on a day, with what the register shows of them")
    OpenHouseWatch watch(
            @PathVariable String contract,
            @Parameter(description = "A day, past or to come; today when it is left out")
                    @RequestParam(required = false)
                    @Nullable
                    String on,
            HttpServletRequest request) {
        LocalDate day = Parameters.day("on", on, LocalDate.now(clock));
        return watches.of(current.on("on", day), contract, day, ApiLanguage.of(request))
                .orElseThrow(() -> Refused.notFound(
                        "Dit contract bestaat niet of is geen Open House.",
                        "This contract does not exist or is no Open House."));
    }

    private ContractCalendar calendar(String contract, Language language) {
        return ContractCalendar.of(engine, current.get(), contract, language)
                .orElseThrow(() -> Refused.notFound("Dit contract bestaat niet.", "This contract does not exist."));
    }
}

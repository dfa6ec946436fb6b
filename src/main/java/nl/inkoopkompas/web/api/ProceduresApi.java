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
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.register.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Advises on the procedure for a contract. */
@RestController
@Tag(name = "Procedures", description = "Procedurekeuze: advise on how a contract is bought")
class ProceduresApi {

    private static final String PATH = "/api/v1/procedures";

    private final DecidingCalls calls;
    private final Decisions decisions;
    private final ProcedureType type;

    ProceduresApi(DecidingCalls calls, Decisions decisions, ProcedureType type) {
        this.calls = calls;
        this.decisions = decisions;
        this.type = type;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Advise on the procedure for a contract and record the advice",
            description = "Without a profile the stored profile of the contract serves. With record=false nothing is"
                    + " stored and the answer is 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/ProcedureRequest")))
    @ApiResponse(
            responseCode = "201",
            description = "Decided and recorded; Location is its address",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Decided, not recorded",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    ResponseEntity<String> decide(
            @Parameter(hidden = true) InputStream body,
            @RequestParam(defaultValue = "true") String record,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request)
            throws IOException {
        return calls.decide(
                type, asked -> type.context(decisions.effective(asked), asked), body, record, idempotencyKey, request);
    }
}

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
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decides on applications for admission. */
@RestController
@Tag(name = "Admissions", description = "Toelating: decide on an application")
class AdmissionsApi {

    private static final String PATH = "/api/v1/admissions";

    private final DecidingCalls calls;

    AdmissionsApi(DecidingCalls calls) {
        this.calls = calls;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Decide on an application and record the decision",
            description = "With record=false nothing is stored and the answer is 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/AdmissionRequest")))
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
                new AdmissionType(), asked -> DecisionEngine.noContext(), body, record, idempotencyKey, request);
    }
}

package nl.inkoopkompas.web.api.lab;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import nl.inkoopkompas.lab.verification.Verification;
import nl.inkoopkompas.lab.verification.Verifications;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.api.ApiLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is found about a draft without trying it on cases. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class VerificationApi {

    private final Verifications verifications;
    private final DraftCalls calls;
    private final InLanguage texts;

    VerificationApi(Verifications verifications, DraftCalls calls, InLanguage texts) {
        this.verifications = verifications;
        this.calls = calls;
        this.texts = texts;
    }

    @PostMapping(path = DraftCalls.ONE + "/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Verify a draft: tables, criteria, golden cases, invariants and sources")
    @ApiResponse(
            responseCode = "200",
            description = "Everything that was found",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    ResponseEntity<JsonNode> verify(@PathVariable String id, HttpServletRequest request) {
        Language language = ApiLanguage.of(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(texts.of(verifications.verify(calls.find(id)), language));
    }
}

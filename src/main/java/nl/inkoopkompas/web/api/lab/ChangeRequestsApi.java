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
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.lab.requests.ChangeRequest;
import nl.inkoopkompas.lab.requests.ChangeRequests;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.JsonBody;
import nl.inkoopkompas.web.api.Parameters;
import nl.inkoopkompas.web.api.RecordingCalls;
import nl.inkoopkompas.web.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Changes that people ask for: whoever asks sees their own, policy makers see and answer all. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class ChangeRequestsApi {

    private static final String PATH = "/api/v1/change-requests";

    private final ChangeRequests requests;
    private final RecordingCalls recording;
    private final JsonMapper json;

    ChangeRequestsApi(ChangeRequests requests, RecordingCalls recording, JsonMapper json) {
        this.requests = requests;
        this.recording = recording;
        this.json = json;
    }

    record ChangeRequestPage(List<ChangeRequest> items, long page, int size, long total) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the changes that were asked for, newest first")
    ChangeRequestPage list(
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        List<ChangeRequest> all = requests.all(seesAll(person) ? null : person.username());
        List<ChangeRequest> items = number - 1 > all.size() / length
                ? List.of()
                : all.stream().skip((number - 1) * length).limit(length).toList();
        return new ChangeRequestPage(items, number, length, all.size());
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask for a change of policy")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/ChangeAsked")))
    @ApiResponse(
            responseCode = "201",
            description = "The request",
            content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
    ResponseEntity<String> ask(
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person)
            throws IOException {
        byte[] asked = JsonBody.read(body);
        String language = ApiLanguage.of(request).code();
        return recording.once(PATH, asked, idempotencyKey, person.username(), now -> {
            ChangeRequest made = requests.ask(asked, now, person.username());
            return new Answer(
                    HttpStatus.CREATED.value(), PATH + "/" + made.id(), language, json.writeValueAsString(made));
        });
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a change that was asked for, with the answers")
    ChangeRequest one(@PathVariable String id, @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        return find(id, person);
    }

    @PostMapping(
            path = PATH + "/{id}/answers",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Answer a request, and name the draft in which it is worked out")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/ChangeAnswer")))
    @ApiResponse(
            responseCode = "201",
            description = "The request with its answers",
            content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
    ResponseEntity<String> answer(
            @PathVariable String id,
            @Parameter(hidden = true) InputStream body,
            @RequestHeader(name = RecordingCalls.KEY, required = false) @Nullable String idempotencyKey,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person)
            throws IOException {
        byte[] asked = JsonBody.read(body);
        String language = ApiLanguage.of(request).code();
        return recording.once(request.getRequestURI(), asked, idempotencyKey, person.username(), now -> {
            ChangeRequest answered = requests.answer(find(id, person), asked, now, person.username());
            return new Answer(
                    HttpStatus.CREATED.value(),
                    PATH + "/" + answered.id(),
                    language,
                    json.writeValueAsString(answered));
        });
    }

    private ChangeRequest find(String id, Person person) {
        try {
            return requests.find(UUID.fromString(id))
                    .filter(request -> seesAll(person) || request.askedBy().equals(person.username()))
                    .orElseThrow(ChangeRequestsApi::unknown);
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.notFound("Dit verzoek bestaat niet.", "This request does not exist.");
    }

    private static boolean seesAll(Person person) {
        return person.role() == Role.BELEID || person.role() == Role.AUDITOR;
    }
}

package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.evidence.Evidence;
import nl.inkoopkompas.evidence.EvidenceRefused;
import nl.inkoopkompas.evidence.Evidences;
import nl.inkoopkompas.evidence.Evidences.Upload;
import nl.inkoopkompas.evidence.Lapses;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The documents of a dossier, and what lapses when. */
@RestController
@Tag(name = "Evidence", description = "Bewijsstukken: what was handed in, and whether it was verified")
class EvidenceApi {

    static final String PATH = DecisionsApi.PATH + "/{id}/evidence";

    /** How far ahead the list of what lapses looks when nothing else is asked for. */
    private static final int DAYS_AHEAD = 90;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final DecisionRegister register;
    private final Evidences evidences;
    private final Lapses lapses;
    private final Clock clock;

    EvidenceApi(DecisionRegister register, Evidences evidences, Lapses lapses, Clock clock) {
        this.register = register;
        this.evidences = evidences;
        this.lapses = lapses;
        this.clock = clock;
    }

    /**
     * A document.
     *
     * @param status as it stands today
     * @param expiresOn the last day that it counts; null where it does not expire
     * @param scanned whether a virus scanner has looked at it
     */
    record Document(
            UUID id,
            String name,
            List<String> pointers,
            LocalDate receivedOn,
            Instant recordedAt,
            String receivedBy,
            String type,
            long bytes,
            String sha256,
            boolean scanned,
            @Nullable LocalDate expiresOn,
            Evidence.Status status,
            List<Evidence.Check> checks) {}

    /** All there are. */
    record Documents(List<Document> items) {}

    /** What somebody found when checking a document. */
    record Finding(
            @Nullable String result,
            @Nullable String note,
            @Nullable String expiresOn) {}

    /** One page of the list. */
    record LapsePage(List<Lapses.Lapse> items, long page, int size, long total) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the documents of a dossier, in the order in which they came in")
    Documents list(@PathVariable String id) {
        return new Documents(evidences.of(decision(id).dossier()).stream()
                .map(this::document)
                .toList());
    }

    @PostMapping(
            path = PATH,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take in a document: a PDF, PNG or JPEG")
    ResponseEntity<Document> receive(
            @PathVariable String id,
            @RequestPart("file") MultipartFile file,
            HttpServletRequest request,
            Principal principal)
            throws IOException {
        RegisteredDecision latest = latest(decision(id));
        LocalDate today = LocalDate.now(clock);
        String[] pointers = request.getParameterValues("pointer");
        Upload upload = new Upload(
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                pointers == null ? List.of() : List.of(pointers),
                Parameters.day("receivedOn", request.getParameter("receivedOn"), today),
                day("expiresOn", request.getParameter("expiresOn")));
        if (upload.receivedOn().isAfter(today)) {
            throw Refused.invalid("receivedOn ligt in de toekomst.", "receivedOn lies in the future.");
        }
        try {
            Evidence received =
                    evidences.receive(latest, upload, file.getInputStream(), clock.instant(), principal.getName());
            return ResponseEntity.created(URI.create(fileAddress(latest, received)))
                    .body(document(received));
        } catch (EvidenceRefused e) {
            throw refused(e);
        }
    }

    @PostMapping(
            path = PATH + "/{evidenceId}/checks",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record what somebody found when checking a document")
    ResponseEntity<Document> check(
            @PathVariable String id, @PathVariable String evidenceId, HttpServletRequest request, Principal principal)
            throws IOException {
        Evidence evidence = evidence(id, evidenceId);
        Finding finding = finding(JsonBody.read(request.getInputStream()));
        Evidence.Result result = Evidence.Result.valueOf(Parameters.option(
                "result", Objects.requireNonNullElse(finding.result(), ""), List.of("VERIFIED", "NOT_ACCEPTED")));
        try {
            Evidence checked = evidences.check(
                    evidence,
                    result,
                    Objects.requireNonNullElse(finding.note(), ""),
                    day("expiresOn", finding.expiresOn()),
                    clock.instant(),
                    principal.getName());
            return ResponseEntity.created(URI.create(DecisionsApi.PATH + "/" + id + "/evidence"))
                    .body(document(checked));
        } catch (EvidenceRefused e) {
            throw refused(e);
        }
    }

    @GetMapping(path = PATH + "/{evidenceId}/file")
    @Operation(summary = "Get the file of a document")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String evidenceId) {
        Evidence evidence = evidence(id, evidenceId);
        Path file = evidences.file(evidence).orElseThrow(EvidenceApi::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(evidence.file().type().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(evidence.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new FileSystemResource(file));
    }

    @GetMapping(path = "/api/v1/evidence/lapsing", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List what lapses among admitted providers, the earliest first")
    LapsePage lapsing(
            @Parameter(description = "The last day that counts; 90 days from now when it is left out")
                    @RequestParam(required = false)
                    @Nullable
                    String until,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size) {
        LocalDate day = Parameters.day("until", until, LocalDate.now(clock).plusDays(DAYS_AHEAD));
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        Lapses.Page found = lapses.until(day, number, length);
        return new LapsePage(found.items(), number, length, found.total());
    }

    private Document document(Evidence evidence) {
        return new Document(
                evidence.id(),
                evidence.name(),
                evidence.pointers(),
                evidence.receivedOn(),
                evidence.recordedAt(),
                evidence.receivedBy(),
                evidence.file().type().mediaType(),
                evidence.file().bytes(),
                evidence.file().sha256(),
                evidence.file().scanned(),
                evidence.lastDay(),
                evidence.statusOn(LocalDate.now(clock)),
                evidence.checks());
    }

    private static String fileAddress(RegisteredDecision decision, Evidence evidence) {
        return DecisionsApi.PATH + "/" + decision.summary().id() + "/evidence/" + evidence.id() + "/file";
    }

    private static Finding finding(byte[] body) {
        try {
            Finding finding = STRICT.readValue(body, Finding.class);
            if (finding != null) {
                return finding;
            }
        } catch (JacksonException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Refused unreadable() {
        return Refused.invalid(
                "Stuur een JSON-object met result (VERIFIED of NOT_ACCEPTED), note en expiresOn.",
                "Send a JSON object with result (VERIFIED or NOT_ACCEPTED), note and expiresOn.");
    }

    private static @Nullable LocalDate day(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? null : Parameters.day(name, value, LocalDate.MIN);
    }

    private static Refused refused(EvidenceRefused e) {
        String nl = e.sentence().nl();
        String en = e.sentence().en();
        return switch (e.kind()) {
            case WRONG -> Refused.invalid(nl, en);
            case TOO_LARGE -> Refused.because(Kind.TOO_LARGE, nl, en);
            case TOO_LATE -> Refused.because(Kind.CONFLICT, nl, en);
            case UNAVAILABLE -> Refused.because(Kind.AWAY, nl, en);
        };
    }

    private Evidence evidence(String decision, String id) {
        UUID dossier = decision(decision).dossier();
        return DecisionsApi.uuid(id)
                .flatMap(found -> evidences.byId(dossier, found))
                .orElseThrow(EvidenceApi::unknown);
    }

    private static Refused unknown() {
        return Refused.notFound("Dit bewijsstuk bestaat niet.", "There is no such evidence.");
    }

    private RegisteredDecision latest(RegisteredDecision decision) {
        UUID last = decision.rounds().get(decision.rounds().size() - 1).id();
        return last.equals(decision.summary().id())
                ? decision
                : register.byId(last).orElseThrow();
    }

    private RegisteredDecision decision(String id) {
        return DecisionsApi.uuid(id)
                .flatMap(register::byId)
                .filter(decision -> decision.summary().type().equals(AdmissionType.ID))
                .orElseThrow(DecisionsApi::unknown);
    }
}

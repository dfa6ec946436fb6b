package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.ImportJobs.Decided;
import nl.inkoopkompas.register.ImportJobs.Job;
import nl.inkoopkompas.register.ImportJobs.State;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.transition.PlanTemplate;
import nl.inkoopkompas.web.WorkbookAnswer;
import nl.inkoopkompas.web.imports.PlanFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports of running indications from a spreadsheet. */
@RestController
@Tag(name = "Transitions", description = "Overgang: plan what happens to running indications")
class TransitionImportsApi {

    private static final String PATH = TransitionsApi.PATH + "/imports";

    private final PlanFiles files;
    private final Decisions decisions;

    TransitionImportsApi(PlanFiles files, Decisions decisions) {
        this.files = files;
        this.decisions = decisions;
    }

    /**
     * How far an import is: one file is one plan.
     *
     * @param decision the plan that was recorded; null as long as there is none
     */
    record PlanImport(
            UUID id,
            String fileName,
            String status,
            int applications,
            int done,
            int recorded,
            List<CellProblem> errors,
            Map<String, Integer> outcomes,
            @Nullable UUID decision) {}

    @PostMapping(
            path = PATH,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Plan the indications of a file and record the plan; Location tells how far it is",
            description = "A workbook or a zip of CSV files with the sheets of the template, or one CSV file with"
                    + " indications. The part plan holds, as JSON, the fields of a request that the file does not.")
    ResponseEntity<PlanImport> start(
            @RequestPart("file") MultipartFile file,
            @RequestPart(name = "plan", required = false) @Nullable MultipartFile plan,
            Principal principal,
            HttpServletRequest request)
            throws IOException {
        byte[] given = plan == null ? "{}".getBytes(StandardCharsets.UTF_8) : JsonBody.read(plan.getInputStream());
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            UUID id = files.start(name, file.getInputStream(), decisions.parse(given), principal.getName());
            return ResponseEntity.accepted()
                    .location(URI.create(PATH + "/" + id))
                    .body(shown(job(id), ApiLanguage.of(request)));
        } catch (SheetsRefused e) {
            throw Refused.invalid(e.sentence().nl(), e.sentence().en());
        }
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tell how far an import of indications is")
    PlanImport progress(@PathVariable String id, HttpServletRequest request) {
        return shown(DecisionsApi.uuid(id).map(this::job).orElseThrow(ImportsApi::unknown), ApiLanguage.of(request));
    }

    @GetMapping(path = PATH + "/template.xlsx")
    @Operation(summary = "Get an empty workbook for indications")
    ResponseEntity<StreamingResponseBody> template() {
        return WorkbookAnswer.of("overgang.xlsx", PlanTemplate::write);
    }

    private Job job(UUID id) {
        return files.progress(id).orElseThrow(ImportsApi::unknown);
    }

    private static PlanImport shown(Job job, Language language) {
        State state = job.state();
        return new PlanImport(
                job.id(),
                job.fileName(),
                state.status(),
                state.applications(),
                state.done(),
                state.recorded(),
                CellProblem.all(state, language),
                state.outcomes(),
                state.decided().stream().map(Decided::decision).findFirst().orElse(null));
    }
}

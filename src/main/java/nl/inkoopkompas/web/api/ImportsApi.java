package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.register.ImportJobs.Job;
import nl.inkoopkompas.register.ImportJobs.State;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.web.WorkbookAnswer;
import nl.inkoopkompas.web.imports.ApplicationFiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports of applications from a spreadsheet. */
@RestController
@Tag(name = "Imports", description = "Inlezen: decide on the applications of a spreadsheet")
class ImportsApi {

    private static final String PATH = "/api/v1/admissions/imports";

    private final ApplicationFiles files;

    ImportsApi(ApplicationFiles files) {
        this.files = files;
    }

    /**
     * How far an import is.
     *
     * @param repeated applications that were recorded before, and were not recorded again
     */
    record Import(
            UUID id,
            String fileName,
            String status,
            int applications,
            int done,
            int recorded,
            int repeated,
            List<CellProblem> errors,
            Map<String, Integer> outcomes) {}

    @PostMapping(
            path = PATH,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Start an import; Location tells how far it is")
    ResponseEntity<Import> start(
            @RequestPart("file") MultipartFile file, Principal principal, HttpServletRequest request)
            throws IOException {
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            UUID id = files.start(name, file.getInputStream(), principal.getName());
            return ResponseEntity.accepted()
                    .location(URI.create(PATH + "/" + id))
                    .body(shown(job(id), ApiLanguage.of(request)));
        } catch (SheetsRefused e) {
            throw Refused.invalid(e.sentence().nl(), e.sentence().en());
        }
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tell how far an import is")
    Import progress(@PathVariable String id, HttpServletRequest request) {
        return shown(job(id), ApiLanguage.of(request));
    }

    @GetMapping(path = PATH + "/{id}/results.xlsx")
    @Operation(summary = "Get the outcomes and findings of an import as a workbook")
    ResponseEntity<StreamingResponseBody> results(@PathVariable String id) {
        Job job = job(id);
        return WorkbookAnswer.of("uitkomsten.xlsx", out -> files.results(job, out));
    }

    @GetMapping(path = PATH + "/template.xlsx")
    @Operation(summary = "Get an empty workbook to fill in")
    ResponseEntity<StreamingResponseBody> template() {
        return WorkbookAnswer.of("aanvragen.xlsx", files::template);
    }

    private Job job(String id) {
        return job(DecisionsApi.uuid(id).orElseThrow(ImportsApi::unknown));
    }

    private Job job(UUID id) {
        return files.progress(id).orElseThrow(ImportsApi::unknown);
    }

    static Refused unknown() {
        return Refused.notFound("Deze inlezing bestaat niet.", "There is no such import.");
    }

    private static Import shown(Job job, Language language) {
        State state = job.state();
        return new Import(
                job.id(),
                job.fileName(),
                state.status(),
                state.applications(),
                state.done(),
                state.recorded(),
                state.repeated(),
                CellProblem.all(state, language),
                state.outcomes());
    }
}

package nl.inkoopkompas.web.api.lab;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.interchange.DmnExport;
import nl.inkoopkompas.lab.interchange.RuleBookZip;
import nl.inkoopkompas.lab.interchange.TableUpload;
import nl.inkoopkompas.lab.interchange.TableUpload.Change;
import nl.inkoopkompas.lab.interchange.TableWorkbook;
import nl.inkoopkompas.lab.interchange.ZipRefused;
import nl.inkoopkompas.lab.tables.TableCheck;
import nl.inkoopkompas.lab.tables.TableFinding;
import nl.inkoopkompas.lab.tables.TablePicture;
import nl.inkoopkompas.lab.tables.TableReport;
import nl.inkoopkompas.lab.tables.TableReport.NotAnalysed;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.web.WorkbookAnswer;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tables of a draft as files: out as a workbook or DMN, in as what a workbook would change; and rule books in. */
@RestController
@Tag(name = "Lab", description = "Regellab: rule changes tried before they are published")
class DraftTablesApi {

    private static final String ONE = DraftCalls.ONE + "/tables/{decision}/{table}";

    private final DraftCalls calls;
    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final RuleBooks ruleBooks;
    private final InLanguage texts;
    private final Clock clock;

    DraftTablesApi(
            DraftCalls calls,
            Drafts drafts,
            DraftBooks draftBooks,
            RuleBooks ruleBooks,
            InLanguage texts,
            Clock clock) {
        this.calls = calls;
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.ruleBooks = ruleBooks;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What a workbook would change; nothing is taken over yet.
     *
     * @param edits what {@code PATCH /drafts/{id}} takes to make these changes
     */
    record Uploaded(List<ChangeView> changes, List<ObjectNode> edits) {}

    /** Something that a workbook changes; without a column it is a row that is new or gone. */
    record ChangeView(
            String row,
            @Nullable String column,
            @Nullable String was,
            @Nullable String becomes) {

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.row(),
                    change.column() == null ? null : change.column().id(),
                    change.was(),
                    change.becomes());
        }
    }

    /** What is wrong with one table, and which row answers where. */
    record TableVerification(
            List<TableFinding> gaps,
            List<TableFinding> overlaps,
            List<TableFinding> unreachable,
            List<NotAnalysed> notAnalysed,
            @Nullable TablePicture picture) {}

    /** A draft that was made of a zip. */
    record Imported(String id, String title, String base, String contentHash) {}

    @GetMapping(ONE + ".xlsx")
    @Operation(summary = "Get a table of a draft as a workbook to edit and hand in again")
    ResponseEntity<StreamingResponseBody> workbook(
            @PathVariable String id, @PathVariable String decision, @PathVariable String table) {
        RuleBook book = draftBooks.book(calls.find(id));
        Table found = table(book, decision, table);
        return WorkbookAnswer.of(decision + "-" + table + ".xlsx", out -> TableWorkbook.write(book, found, out));
    }

    @PostMapping(
            path = ONE,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "See what a workbook would change in a table of a draft; nothing is changed")
    Uploaded upload(
            @PathVariable String id,
            @PathVariable String decision,
            @PathVariable String table,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        Draft draft = calls.find(id);
        Table found = table(draftBooks.book(draft), decision, table);
        try {
            TableUpload.Result result = TableUpload.read(file.getInputStream(), draftBooks.files(draft), found);
            if (!result.errors().isEmpty()) {
                throw Refused.invalid(
                        result.errors().stream().map(DraftTablesApi::refusal).toList());
            }
            return new Uploaded(result.changes().stream().map(ChangeView::of).toList(), result.edits());
        } catch (SheetsRefused e) {
            throw Refused.invalid(e.sentence().nl(), e.sentence().en());
        }
    }

    private static Refusal refusal(CellError error) {
        String column = error.column() == null ? "" : "/" + error.column();
        return new Refusal("/" + error.sheet() + "/" + error.row() + column, error.detail());
    }

    @GetMapping(path = ONE + "/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Look for gaps, overlaps and unreachable rows in one table of a draft")
    @ApiResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = TableVerification.class)))
    ResponseEntity<JsonNode> verify(
            @PathVariable String id,
            @PathVariable String decision,
            @PathVariable String table,
            HttpServletRequest request) {
        RuleBook book = draftBooks.book(calls.find(id));
        Table found = table(book, decision, table);
        TableReport report = TableCheck.of(book, found);
        Language language = ApiLanguage.of(request);
        TableVerification verified = new TableVerification(
                report.gaps(),
                report.overlaps(),
                report.unreachable(),
                report.notAnalysed(),
                TablePicture.of(book, found).orElse(null));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(texts.of(verified, language));
    }

    @GetMapping(path = ONE + ".dmn", produces = RuleBookExportsApi.DMN)
    @Operation(summary = "Get a table of a draft as DMN 1.5")
    ResponseEntity<String> dmn(@PathVariable String id, @PathVariable String decision, @PathVariable String table) {
        Table found = table(draftBooks.book(calls.find(id)), decision, table);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(decision + "-" + table + ".dmn"))
                .body(DmnExport.of(found));
    }

    @PostMapping(
            path = DraftCalls.PATH + "/imports",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Start a draft from a rule book of elsewhere, handed in as the zip that an export gives")
    ResponseEntity<Imported> read(
            @RequestPart("file") MultipartFile file,
            @RequestPart(name = "title", required = false) @Nullable String title,
            Principal principal)
            throws IOException {
        RuleBook base = ruleBooks.newest();
        String name = title == null || title.isBlank() ? "Regelboek van elders" : title.strip();
        if (name.length() > 200 || CitizenNumber.occursIn(name)) {
            throw Refused.invalid(
                    "De titel is te lang, of heeft de vorm van een BSN.",
                    "The title is too long, or has the form of a BSN.");
        }
        try {
            RuleBookFiles files = RuleBookZip.read(file.getBytes(), base.files());
            Draft draft = drafts.create(base, name, files, clock.instant(), principal.getName());
            return ResponseEntity.created(URI.create(DraftCalls.PATH + "/" + draft.id()))
                    .eTag(DraftCalls.tag(draft))
                    .body(new Imported(draft.id().toString(), draft.title(), draft.base(), files.hash()));
        } catch (ZipRefused e) {
            throw Refused.invalid(e.sentence().nl(), e.sentence().en());
        } catch (RuleBookRefused e) {
            throw Refused.invalid(e.problems().stream()
                    .map(problem ->
                            new Refusal("/" + problem.file(), new Bilingual(problem.toString(), problem.toString())))
                    .toList());
        }
    }

    static Table table(RuleBook book, String decision, String table) {
        Table found = book.table(decision + "/" + table);
        if (found == null) {
            throw Refused.notFound("Deze tabel bestaat niet.", "This table does not exist.");
        }
        return found;
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}

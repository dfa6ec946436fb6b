package nl.inkoopkompas.web.api.lab;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.lab.interchange.AlgorithmRecord;
import nl.inkoopkompas.lab.interchange.DmnExport;
import nl.inkoopkompas.lab.interchange.RuleBookPatch;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.api.ApiLanguage;
import nl.inkoopkompas.web.api.CurrentRuleBook;
import nl.inkoopkompas.web.api.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published rule books for other programs: as a zip, as a patch, as DMN, and for the register of algorithms. */
@RestController
@RequestMapping("/api/v1/rule-books/{version}")
@Tag(name = "Rule books", description = "Regelboeken: the policy that decisions are made with")
class RuleBookExportsApi {

    static final String DMN = "application/dmn+xml";

    private static final String ZIP = "application/zip";
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";
    private static final String PATCH = "text/x-diff;charset=UTF-8";

    private final RuleBooks ruleBooks;
    private final CurrentRuleBook current;
    private final Clock clock;

    RuleBookExportsApi(RuleBooks ruleBooks, CurrentRuleBook current, Clock clock) {
        this.ruleBooks = ruleBooks;
        this.current = current;
        this.clock = clock;
    }

    record AlgorithmRecords(List<AlgorithmRecord> items) {}

    @GetMapping(path = "/export.zip", produces = ZIP)
    @Operation(summary = "Get a rule book as a zip of its files, which imports elsewhere")
    ResponseEntity<byte[]> zip(@PathVariable String version) {
        RuleBook book = book(version);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        DraftTablesApi.attachment("regelboek-" + book.version() + ".zip"))
                .header("X-Rule-Book-Hash", book.hash())
                .body(book.files().zipped());
    }

    @GetMapping(path = "/export.patch", produces = PATCH)
    @Operation(summary = "Get what makes this rule book of another, as a patch that git applies")
    ResponseEntity<String> patch(
            @PathVariable String version,
            @Parameter(description = "Version of the other rule book") @RequestParam String from) {
        RuleBook book = book(version);
        RuleBook other = book(from);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        DraftTablesApi.attachment("regelboek-" + other.version() + "-" + book.version() + ".patch"))
                .body(RuleBookPatch.between(other.files(), book.files()));
    }

    @GetMapping(path = "/tables/{decision}/{table}.dmn", produces = DMN)
    @Operation(summary = "Get a decision table as DMN 1.5")
    ResponseEntity<String> dmn(
            @PathVariable String version, @PathVariable String decision, @PathVariable String table) {
        Table found = DraftTablesApi.table(book(version), decision, table);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, DraftTablesApi.attachment(decision + "-" + table + ".dmn"))
                .body(DmnExport.of(found));
    }

    @GetMapping(path = "/algorithm-register", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Get what the national register of algorithms asks of each decision; open fields are said to be")
    AlgorithmRecords records(@PathVariable String version) {
        return new AlgorithmRecords(AlgorithmRecord.of(book(version), LocalDate.now(clock)));
    }

    @GetMapping(path = "/algorithm-register.md", produces = MARKDOWN)
    @Operation(summary = "Get the same for people to read")
    ResponseEntity<String> readable(@PathVariable String version, HttpServletRequest request) {
        return ResponseEntity.ok(String.join(
                "\n",
                AlgorithmRecord.of(book(version), LocalDate.now(clock)).stream()
                        .map(record -> record.readable(ApiLanguage.of(request)))
                        .toList()));
    }

    private RuleBook book(String version) {
        return version.equals("current")
                ? current.get()
                : ruleBooks
                        .byVersion(version)
                        .orElseThrow(() ->
                                Refused.notFound("Dit regelboek bestaat niet.", "This rule book does not exist."));
    }
}

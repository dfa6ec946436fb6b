package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.inkoopkompas.contracting.ContractedFilter;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.Contracting;
import nl.inkoopkompas.contracting.ContractingFileRefused;
import nl.inkoopkompas.contracting.ContractingFiles;
import nl.inkoopkompas.contracting.ContractingFiles.Imported;
import nl.inkoopkompas.contracting.ContractingRefused;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.web.WorkbookAnswer;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Who is contracted for what. */
@RestController
@Tag(name = "Contracted providers", description = "Contractering: who is contracted for what")
class ContractedProvidersApi {

    private static final String PATH = "/api/v1/contracted-providers";

    private final ContractedProviders providers;
    private final ContractingFiles files;
    private final RuleBooks ruleBooks;
    private final CurrentRuleBook current;
    private final Clock clock;

    ContractedProvidersApi(
            ContractedProviders providers,
            ContractingFiles files,
            RuleBooks ruleBooks,
            CurrentRuleBook current,
            Clock clock) {
        this.providers = providers;
        this.files = files;
        this.ruleBooks = ruleBooks;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A provider that is contracted on the day asked for.
     *
     * @param municipalities null for all
     * @param to the last day; null while it is open
     * @param clientStop whether it takes no new clients on that day
     */
    record ContractedProvider(
            String kvkNumber,
            String name,
            String contract,
            String product,
            @Nullable List<String> municipalities,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer capacity,
            boolean clientStop) {}

    /** One page of the list. */
    record ContractedPage(List<ContractedProvider> items, long page, int size, long total) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List who is contracted on a day, by name")
    ContractedPage list(
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String product,
            @Parameter(description = "CBS code") @RequestParam(required = false) @Nullable String municipality,
            @Parameter(description = "A day; today when it is left out") @RequestParam(required = false) @Nullable
                    String on,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size) {
        List<RuleBook> books = ruleBooks.all();
        ContractedFilter filter = ContractedFilter.all()
                .ofContract(known("contract", contract, books, "reference/contracts", "id"))
                .ofProduct(known("product", product, books, "admission/products", "code"))
                .inMunicipality(known("municipality", municipality, books, "reference/municipalities", "id"));
        LocalDate day = Parameters.day("on", on, LocalDate.now(clock));
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        ContractedProviders.Page found = providers.on(day, filter, number, length);
        return new ContractedPage(
                found.items().stream().map(one -> item(one, day)).toList(), number, length, found.total());
    }

    @PostMapping(
            path = PATH + "/imports",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Import contracted providers: the whole file, or nothing of it")
    ResponseEntity<Imported> read(@RequestPart("file") MultipartFile file, Principal principal) throws IOException {
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            Imported imported =
                    files.read(name, file.getInputStream(), current.get(), clock.instant(), principal.getName());
            return ResponseEntity.created(URI.create(PATH)).body(imported);
        } catch (SheetsRefused e) {
            throw Refused.invalid(e.sentence().nl(), e.sentence().en());
        } catch (ContractingFileRefused e) {
            throw Refused.invalid(
                    e.errors().stream().map(ContractedProvidersApi::refusal).toList());
        } catch (ContractingRefused e) {
            throw Refused.because(Kind.CONFLICT, e.sentence().nl(), e.sentence().en());
        }
    }

    @GetMapping(path = PATH + "/imports/template.xlsx")
    @Operation(summary = "Get an empty workbook to fill in")
    ResponseEntity<StreamingResponseBody> template() {
        RuleBook book = current.get();
        return WorkbookAnswer.of("gecontracteerden.xlsx", out -> files.template(book, out));
    }

    private static ContractedProvider item(Contracting contracting, LocalDate day) {
        return new ContractedProvider(
                contracting.parties().kvkNumber(),
                contracting.parties().name(),
                contracting.parties().contract(),
                contracting.parties().product(),
                contracting.terms().municipalities(),
                contracting.terms().from(),
                contracting.terms().to(),
                contracting.terms().capacity(),
                contracting.terms().stopsClientsOn(day));
    }

    /** A place in a file as a pointer: {@code /sheet/row/column}. */
    private static Refusal refusal(CellError error) {
        if (error.sheet() == null || error.row() == null) {
            return new Refusal("", error.detail());
        }
        String column = error.column() == null ? "" : "/" + error.column();
        String nl = "Blad \"" + error.sheet() + "\", regel " + error.row()
                + (error.column() == null ? "" : ", kolom \"" + error.column() + "\"") + ": ";
        String en = "Sheet \"" + error.sheet() + "\", row " + error.row()
                + (error.column() == null ? "" : ", column \"" + error.column() + "\"") + ": ";
        return new Refusal(
                "/" + error.sheet() + "/" + error.row() + column,
                new Bilingual(nl + error.detail().nl(), en + error.detail().en()));
    }

    private static @Nullable String known(
            String parameter, @Nullable String value, List<RuleBook> books, String table, String column) {
        if (value == null) {
            return null;
        }
        List<String> known = books.stream()
                .map(book -> book.requireTable(table))
                .flatMap(rows -> rows.rows().stream().map(row -> id(rows, row, column)))
                .distinct()
                .toList();
        return Parameters.option(parameter, value, known);
    }

    private static String id(Table table, Table.Row row, String column) {
        return column.equals("id") ? row.id() : String.valueOf(table.cell(row, column));
    }
}

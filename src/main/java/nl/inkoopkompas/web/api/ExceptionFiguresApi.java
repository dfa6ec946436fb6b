package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.exceptioncontract.Accountability;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.CaseWorkbook;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.exceptioncontract.ExceptionFigures;
import nl.inkoopkompas.exceptioncontract.ExceptionFigures.Figures;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.WorkbookAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What exceptions come to: figures, what the accountant asks, and both as workbooks. */
@RestController
@Tag(name = "Exception contracts")
class ExceptionFiguresApi {

    private static final String PATH = ExceptionContractsApi.PATH;
    private static final String YEAR = "A year; this year when it is left out";

    private final ExceptionContracts contracts;
    private final ExceptionFigures figures;
    private final Accountability accountability;
    private final Clock clock;

    ExceptionFiguresApi(
            ExceptionContracts contracts, ExceptionFigures figures, Accountability accountability, Clock clock) {
        this.contracts = contracts;
        this.figures = figures;
        this.accountability = accountability;
        this.clock = clock;
    }

    /** All of a year. */
    record Approved(int year, List<Accountability.Entry> items) {}

    @GetMapping(path = PATH + "/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Count exceptions by municipality, provider, product, kind, reason and month",
            description = "Of the cases that the caller may see, by the year in which they were asked for.")
    Figures figures(
            @Parameter(description = YEAR) @RequestParam(required = false) @Nullable String year,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        return figures.of(year(year), ExceptionContractsApi.actor(person));
    }

    @GetMapping(path = PATH + "/accountability", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the exceptions that were approved in a year, with whether they are lawful")
    Approved accountability(
            @Parameter(description = YEAR) @RequestParam(required = false) @Nullable String year,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        int asked = year(year);
        return new Approved(asked, accountability.of(asked, ExceptionContractsApi.actor(person)));
    }

    @GetMapping(path = PATH + "/accountability.xlsx", produces = WorkbookAnswer.TYPE)
    @Operation(summary = "The same as a workbook")
    ResponseEntity<StreamingResponseBody> accountabilityWorkbook(
            @Parameter(description = YEAR) @RequestParam(required = false) @Nullable String year,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        int asked = year(year);
        List<Accountability.Entry> entries = accountability.of(asked, ExceptionContractsApi.actor(person));
        return workbook(
                "rechtmatigheid-" + asked + ".xlsx", ApiLanguage.of(request), book -> book.accountability(entries));
    }

    @GetMapping(path = PATH + "/register.xlsx", produces = WorkbookAnswer.TYPE)
    @Operation(summary = "The register as a workbook, without who the clients are")
    ResponseEntity<StreamingResponseBody> registerWorkbook(
            HttpServletRequest request, @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        Actor actor = ExceptionContractsApi.actor(person);
        List<Line> lines = contracts.all(CaseFilter.seenBy(actor));
        return workbook("uitzonderingen.xlsx", ApiLanguage.of(request), book -> book.register(lines));
    }

    private static ResponseEntity<StreamingResponseBody> workbook(
            String name, Language language, Consumer<CaseWorkbook> fill) {
        StreamingResponseBody body = (OutputStream out) -> {
            try (CaseWorkbook book = new CaseWorkbook(language)) {
                fill.accept(book);
                book.write(out);
            }
        };
        return WorkbookAnswer.of(name, body);
    }

    private int year(@Nullable String year) {
        if (year == null) {
            return LocalDate.now(clock).getYear();
        }
        if (!year.matches("20\\d\\d")) {
            throw Refused.invalid(
                    "De parameter year is een jaar, zoals 2026.", "The parameter year is a year, such as 2026.");
        }
        return Integer.parseInt(year);
    }
}

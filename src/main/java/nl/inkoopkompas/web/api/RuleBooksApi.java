package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Source;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rule books, as they are applied. */
@RestController
@RequestMapping(path = "/api/v1/rule-books", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rule books", description = "Regelboeken: the policy that decisions are made with")
class RuleBooksApi {

    private final RuleBooks ruleBooks;
    private final CurrentRuleBook current;

    RuleBooksApi(RuleBooks ruleBooks, CurrentRuleBook current) {
        this.ruleBooks = ruleBooks;
        this.current = current;
    }

    record RuleBookItem(String version, String hash, LocalDate validFrom) {}

    record RuleBookPage(List<RuleBookItem> items, long page, int size, long total) {}

    /** What a rule book holds. */
    record Contents(
            String version,
            String hash,
            LocalDate validFrom,
            List<String> decisions,
            List<TableName> tables,
            Collection<Source> sources) {}

    record TableName(String id, String label) {}

    /** A decision table. */
    record TableView(
            String id,
            String label,
            String hitPolicy,
            List<ColumnView> columns,
            List<Map<String, @Nullable Object>> rows) {}

    record ColumnView(
            String id,
            String type,
            String label,
            @Nullable String unit,
            List<String> options,
            @Nullable String to,
            boolean any,
            boolean required) {}

    record ParameterItems(List<ParameterView> items) {}

    record ParameterView(
            String key,
            String label,
            String type,
            @Nullable String unit,
            boolean optional,
            List<String> options,
            @Nullable LocalDate checkedOn,
            List<DatedValue> values) {}

    record InterpretationItems(List<InterpretationView> items) {}

    record InterpretationView(
            String id,
            String title,
            List<SourceReference> where,
            String question,
            Map<String, String> readings,
            String applied,
            @Nullable String switchedBy,
            String why,
            String mayChange,
            List<String> criteria) {}

    @GetMapping
    @Operation(summary = "List the rule books, newest first")
    RuleBookPage list(
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size) {
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        List<RuleBook> all = ruleBooks.all();
        List<RuleBookItem> items = number - 1 > all.size() / length
                ? List.of()
                : all.stream()
                        .skip((number - 1) * length)
                        .limit(length)
                        .map(book -> new RuleBookItem(book.version(), book.hash(), book.validFrom()))
                        .toList();
        return new RuleBookPage(items, number, length, all.size());
    }

    @GetMapping("/{version}")
    @Operation(summary = "Read what a rule book holds; current is the one in force today")
    Contents one(@PathVariable String version, HttpServletRequest request) {
        Language language = ApiLanguage.of(request);
        RuleBook book = book(version);
        return new Contents(
                book.version(),
                book.hash(),
                book.validFrom(),
                List.copyOf(book.policies().keySet()),
                book.tables().values().stream()
                        .map(table -> new TableName(table.id(), table.label().in(language)))
                        .toList(),
                book.sources().values());
    }

    @GetMapping("/{version}/tables/{decision}/{table}")
    @Operation(summary = "Read a decision table; the first column is the stable id of a row")
    TableView table(
            @PathVariable String version,
            @PathVariable String decision,
            @PathVariable String table,
            HttpServletRequest request) {
        Language language = ApiLanguage.of(request);
        Table found = book(version).table(decision + "/" + table);
        if (found == null) {
            throw Refused.notFound("Deze tabel bestaat niet.", "This table does not exist.");
        }
        return new TableView(
                found.id(),
                found.label().in(language),
                found.hitPolicy().name(),
                found.columns().stream()
                        .map(column -> new ColumnView(
                                column.id(),
                                column.type().code(),
                                column.label().in(language),
                                column.unit(),
                                column.options(),
                                column.to(),
                                column.any(),
                                column.required()))
                        .toList(),
                found.rows().stream().map(row -> ReferenceApi.cells(found, row)).toList());
    }

    @GetMapping("/{version}/parameters")
    @Operation(summary = "Read the parameters with their values from day to day")
    ParameterItems parameters(@PathVariable String version, HttpServletRequest request) {
        Language language = ApiLanguage.of(request);
        return new ParameterItems(book(version).policies().values().stream()
                .flatMap(policy -> policy.parameters().values().stream())
                .map(parameter -> view(parameter, language))
                .toList());
    }

    @GetMapping("/{version}/interpretations")
    @Operation(summary = "Read where the sources can be read in more than one way, and which reading is applied")
    InterpretationItems interpretations(@PathVariable String version, HttpServletRequest request) {
        Language language = ApiLanguage.of(request);
        return new InterpretationItems(book(version).interpretations().values().stream()
                .map(interpretation -> view(interpretation, language))
                .toList());
    }

    private RuleBook book(String version) {
        return version.equals("current")
                ? current.get()
                : ruleBooks
                        .byVersion(version)
                        .orElseThrow(() ->
                                Refused.notFound("Dit regelboek bestaat niet.", "This rule book does not exist."));
    }

    private static ParameterView view(Parameter parameter, Language language) {
        return new ParameterView(
                parameter.key(),
                parameter.label().in(language),
                parameter.type().code(),
                parameter.unit(),
                parameter.optional(),
                parameter.options(),
                parameter.checkedOn(),
                parameter.values());
    }

    private static InterpretationView view(Interpretation interpretation, Language language) {
        Map<String, String> readings = new LinkedHashMap<>();
        interpretation.readings().forEach((id, text) -> readings.put(id, text.in(language)));
        return new InterpretationView(
                interpretation.id(),
                interpretation.title().in(language),
                interpretation.where(),
                interpretation.question().in(language),
                readings,
                interpretation.applied(),
                interpretation.switchedBy(),
                interpretation.why().in(language),
                interpretation.mayChange(),
                interpretation.criteria());
    }
}

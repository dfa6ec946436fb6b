package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What other calls refer to: contracts, products, and who may call what. */
@RestController
@Tag(name = "Reference", description = "Referentie: contracts, products and access")
class ReferenceApi {

    private static final String CONTRACTS = "reference/contracts";
    private static final String PRODUCTS = "admission/products";

    private final CurrentRuleBook current;
    private final AccessTable access;

    ReferenceApi(CurrentRuleBook current, AccessTable access) {
        this.current = current;
        this.access = access;
    }

    /** All there are. */
    record Items<T>(List<T> items) {}

    /** Who may make a call: everybody who is logged in with one of the roles, or everybody when it is open. */
    record Permission(
            String method, String path, @Nullable String query, boolean open, List<Role> roles, String does) {}

    @GetMapping(path = "/api/v1/contracts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the contracts of the rule book in force")
    Items<Map<String, @Nullable Object>> contracts() {
        Table table = current.get().requireTable(CONTRACTS);
        return new Items<>(table.rows().stream().map(row -> cells(table, row)).toList());
    }

    @GetMapping(path = "/api/v1/products", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the products of the rule book in force, of one contract or of all")
    Items<Map<String, @Nullable Object>> products(@RequestParam(required = false) @Nullable String contract) {
        RuleBook book = current.get();
        Table table = book.requireTable(PRODUCTS);
        List<String> chosen = Parameters.options("contract", contract, contracts(book));
        return new Items<>(table.rows().stream()
                .filter(row -> chosen.isEmpty() || chosen.contains(String.valueOf(table.cell(row, "contract"))))
                .map(row -> cells(table, row))
                .toList());
    }

    @GetMapping(path = "/api/v1/access", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show who may call what; the first line that fits decides")
    Items<Permission> access(HttpServletRequest request) {
        boolean english = ApiLanguage.of(request) == Language.EN;
        return new Items<>(access.rows().stream()
                .map(row -> new Permission(
                        row.method(),
                        row.path(),
                        row.query(),
                        row.isOpen(),
                        row.roles(),
                        english ? row.english() : row.dutch()))
                .toList());
    }

    static List<String> contracts(RuleBook book) {
        return book.requireTable(CONTRACTS).rows().stream().map(Row::id).toList();
    }

    /** The cells of a row by column, the stable id first. */
    static Map<String, @Nullable Object> cells(Table table, Row row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            cells.put(table.columns().get(i).id(), row.cell(i));
        }
        return cells;
    }
}

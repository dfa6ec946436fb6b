package nl.inkoopkompas.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.coverage.Coverage.LeastProviders;
import nl.inkoopkompas.coverage.Coverage.State;
import nl.inkoopkompas.coverage.Coverage.Step;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a rule book says of coverage: which products there are where, how many providers each needs, what may follow.
 */
final class CoverageTable {

    static final String CONTRACTS = "reference/contracts";
    static final String PRODUCTS = "admission/products";
    static final String MUNICIPALITIES = "reference/municipalities";

    /** The norm that the choice of a procedure asks too. */
    private static final String LEAST = "procedure.choice-of-two.least-providers";

    private static final String CONTRACT = "contract";
    private static final String NOT_PROCURED = "NOT_PROCURED";

    private final RuleBook book;
    private final @Nullable Table steps;

    CoverageTable(RuleBook book) {
        this.book = book;
        this.steps = book.table("reference/coverage-steps");
    }

    /** Contracts that are procured and have started by a day. */
    List<String> contracts(LocalDate day) {
        Table contracts = book.requireTable(CONTRACTS);
        return contracts.rows().stream()
                .filter(row -> !NOT_PROCURED.equals(contracts.cell(row, "status")))
                .filter(row -> !(contracts.cell(row, "startsOn") instanceof LocalDate start && start.isAfter(day)))
                .map(Row::id)
                .toList();
    }

    /** Codes of the products of a contract. */
    List<String> products(String contract) {
        Table products = book.requireTable(PRODUCTS);
        return products.rows().stream()
                .filter(row -> contract.equals(products.cell(row, CONTRACT)))
                .map(row -> String.valueOf(products.cell(row, "code")))
                .toList();
    }

    List<String> municipalities() {
        return book.requireTable(MUNICIPALITIES).rows().stream().map(Row::id).toList();
    }

    /** The least number of providers on a day; null where the book does not say. */
    @Nullable
    LeastProviders least(LocalDate day) {
        return book.parameter(LEAST)
                .flatMap(parameter -> parameter.values().stream()
                        .filter(value -> !value.from().isAfter(day))
                        .reduce((earlier, later) -> later))
                .map(dated -> dated.value() instanceof Number least
                        ? new LeastProviders(LEAST, least.longValue(), dated.source())
                        : null)
                .orElse(null);
    }

    List<Step> steps(String contract, State state) {
        List<Step> fitting = new ArrayList<>();
        if (steps != null) {
            Table table = steps;
            Table contracts = book.requireTable(CONTRACTS);
            Object procedure = contracts
                    .row(contract)
                    .map(row -> contracts.cell(row, "procedure"))
                    .orElse("");
            for (Row row : table.rows()) {
                if (procedure.equals(table.cell(row, "procedure"))
                        && state.name().equals(table.cell(row, "state"))
                        && fits(table, row, contract)) {
                    Object interpretation = table.cell(row, "interpretation");
                    fitting.add(new Step(
                            table.id() + "#" + row.id(),
                            String.valueOf(table.cell(row, "step")),
                            interpretation == null ? null : interpretation.toString(),
                            row.source()));
                }
            }
        }
        return fitting;
    }

    private static boolean fits(Table table, Row row, String contract) {
        Object cell = table.cell(row, CONTRACT);
        return Table.ANY.equals(cell) || contract.equals(cell);
    }
}

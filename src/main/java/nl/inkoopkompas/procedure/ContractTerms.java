package nl.inkoopkompas.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * How long a contract runs, as the plan has it.
 *
 * @param startsOn null where the contract has not been procured
 * @param years the length of each part: the initial term and the extensions
 * @param decidedFrom the number of the first extension that needs a decision beforehand; null where all are alike
 */
record ContractTerms(
        String id,
        String name,
        String procedure,
        String extensionKind,
        @Nullable LocalDate startsOn,
        List<Long> years,
        @Nullable Integer decidedFrom,
        SourceReference source) {

    private static final String TABLE = "reference/contracts";
    private static final long MOST_YEARS = 10;

    /** The terms of a contract; null where there is no such contract. */
    static @Nullable ContractTerms of(RuleBook book, String contract) {
        Table table = book.requireTable(TABLE);
        Table.Row row = table.row(contract).orElse(null);
        if (row == null) {
            return null;
        }
        List<Long> years = new ArrayList<>();
        if (table.cell(row, "initialYears") instanceof Long initial) {
            years.add(initial);
        }
        if (table.cell(row, "extensions") instanceof String extensions) {
            Arrays.stream(extensions.split("\\+")).map(Long::valueOf).forEach(years::add);
        }
        Integer decidedFrom = null;
        if (table.cell(row, "maxYears") == null && !years.isEmpty()) {
            // year by year on a decision, up to the ten years of the plan
            decidedFrom = years.size();
            while (years.stream().mapToLong(Long::longValue).sum() < MOST_YEARS) {
                years.add(1L);
            }
        }
        return new ContractTerms(
                contract,
                String.valueOf(table.cell(row, "name")),
                String.valueOf(table.cell(row, "procedure")),
                String.valueOf(table.cell(row, "extensionKind")),
                (LocalDate) table.cell(row, "startsOn"),
                years,
                decidedFrom,
                row.source());
    }

    /** Whether the plan extends it without anybody doing anything. */
    boolean isTacit(int extension) {
        return extensionKind.startsWith("TACIT") && (decidedFrom == null || extension < decidedFrom);
    }
}

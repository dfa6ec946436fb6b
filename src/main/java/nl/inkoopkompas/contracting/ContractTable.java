package nl.inkoopkompas.contracting;

import java.time.LocalDate;
import java.util.Optional;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** What a rule book says of the contracts, their products and the municipalities. */
final class ContractTable {

    private static final String OPEN_HOUSE = "OPEN_HOUSE";

    private final Table contracts;
    private final Table products;
    private final Table municipalities;

    ContractTable(RuleBook book) {
        contracts = book.requireTable("reference/contracts");
        products = book.requireTable("admission/products");
        municipalities = book.requireTable("reference/municipalities");
    }

    Table contracts() {
        return contracts;
    }

    Table products() {
        return products;
    }

    Table municipalities() {
        return municipalities;
    }

    /** Whether whoever is admitted has the contract. */
    boolean isOpenHouse(String contract) {
        return OPEN_HOUSE.equals(cell(contract, "procedure"));
    }

    Optional<LocalDate> startsOn(String contract) {
        return Optional.ofNullable(cell(contract, "startsOn"))
                .map(date -> date instanceof LocalDate day ? day : LocalDate.parse(date.toString()));
    }

    private @Nullable Object cell(String contract, String column) {
        return contracts.row(contract).map(row -> contracts.cell(row, column)).orElse(null);
    }
}

package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.Optional;
import nl.inkoopkompas.contracting.ContractedFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which contracted providers to list: the same words as in the address of the page, so that a list can be shared.
 *
 * @param on the day that counts; null for today
 * @param page 1 for the first
 */
record ContractedQuery(ContractedFilter filter, @Nullable LocalDate on, int page) {

    static final int PAGE_SIZE = 25;
    static final String PATH = "/contracten";

    boolean isNarrowed() {
        return !filter.equals(ContractedFilter.all());
    }

    ContractedQuery atPage(int page) {
        return new ContractedQuery(filter, on, page);
    }

    String address() {
        return address(PATH);
    }

    /** The same list at another address. */
    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("contract", Optional.ofNullable(filter.contract()))
                .queryParamIfPresent("product", Optional.ofNullable(filter.product()))
                .queryParamIfPresent("gemeente", Optional.ofNullable(filter.municipality()))
                .queryParamIfPresent("datum", Optional.ofNullable(on));
        if (page > 1) {
            address.queryParam("pagina", page);
        }
        if (filter.text() == null) {
            return address.encode().toUriString();
        }
        return address.queryParam("aanbieder", "{text}")
                .encode()
                .buildAndExpand(filter.text())
                .toUriString();
    }
}

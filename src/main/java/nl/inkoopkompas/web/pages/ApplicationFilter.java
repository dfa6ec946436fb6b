package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which applications to list and how: the same words as in the address of the page, so that a list can be shared.
 *
 * @param outcomes empty for all
 * @param contracts empty for all
 * @param criterion one that is not met, null for any
 * @param text part of the name, or of the KvK number; null for any
 * @param importId those of one import, null for all
 * @param page 1 for the first
 */
public record ApplicationFilter(
        List<String> outcomes,
        List<String> contracts,
        @Nullable String criterion,
        @Nullable String text,
        @Nullable UUID importId,
        Order order,
        boolean descending,
        int page) {

    /** How many applications are on one page. */
    public static final int PAGE_SIZE = 25;

    static final String PATH = "/aanmeldingen";

    /** What a list can be sorted by. */
    public enum Order {
        APPLICANT("aanbieder"),
        AS_OF("peildatum"),
        RECORDED("vastgelegd");

        private final String parameter;

        Order(String parameter) {
            this.parameter = parameter;
        }

        static Optional<Order> of(String parameter) {
            return Arrays.stream(values())
                    .filter(order -> order.parameter.equals(parameter))
                    .findFirst();
        }
    }

    /** All applications, newest first. */
    static ApplicationFilter none() {
        return new ApplicationFilter(List.of(), List.of(), null, null, null, Order.RECORDED, true, 1);
    }

    boolean isNarrowed() {
        return !outcomes.isEmpty() || !contracts.isEmpty() || criterion != null || text != null || importId != null;
    }

    ApplicationFilter withoutOutcome(String outcome) {
        return narrowed(without(outcomes, outcome), contracts, criterion, text, importId);
    }

    ApplicationFilter withoutContract(String contract) {
        return narrowed(outcomes, without(contracts, contract), criterion, text, importId);
    }

    ApplicationFilter withoutCriterion() {
        return narrowed(outcomes, contracts, null, text, importId);
    }

    ApplicationFilter withoutText() {
        return narrowed(outcomes, contracts, criterion, null, importId);
    }

    ApplicationFilter withoutImport() {
        return narrowed(outcomes, contracts, criterion, text, null);
    }

    ApplicationFilter ofImport(UUID id) {
        return narrowed(outcomes, contracts, criterion, text, id);
    }

    ApplicationFilter sortedBy(Order order, boolean descending) {
        return new ApplicationFilter(outcomes, contracts, criterion, text, importId, order, descending, 1);
    }

    ApplicationFilter atPage(int page) {
        return new ApplicationFilter(outcomes, contracts, criterion, text, importId, order, descending, page);
    }

    /** The value of the parameter that asks for this order. */
    String sort() {
        return (descending ? "-" : "") + order.parameter;
    }

    /** The address of the list within the application; what is as usual is left out. */
    String address() {
        var address = UriComponentsBuilder.fromPath(PATH);
        outcomes.forEach(outcome -> address.queryParam("voorstel", outcome));
        contracts.forEach(contract -> address.queryParam("contract", contract));
        address.queryParamIfPresent("criterium", Optional.ofNullable(criterion));
        address.queryParamIfPresent("bestand", Optional.ofNullable(importId));
        if (!sort().equals(none().sort())) {
            address.queryParam("sorteer", sort());
        }
        if (page > 1) {
            address.queryParam("pagina", page);
        }
        if (text == null) {
            return address.encode().toUriString();
        }
        return address.queryParam("zoek", "{text}")
                .encode()
                .buildAndExpand(text)
                .toUriString();
    }

    private ApplicationFilter narrowed(
            List<String> outcomes,
            List<String> contracts,
            @Nullable String criterion,
            @Nullable String text,
            @Nullable UUID importId) {
        return new ApplicationFilter(outcomes, contracts, criterion, text, importId, order, descending, 1);
    }

    private static List<String> without(List<String> values, String value) {
        var rest = new ArrayList<>(values);
        rest.remove(value);
        return List.copyOf(rest);
    }
}

package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.CaseOrder;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.ExceptionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of requests is narrowed by, as its address says; what is no value narrows nothing.
 *
 * @param provider a KvK number
 * @param overdue only those that are late
 * @param order newest first, or what is due first
 * @param page the first is 1
 */
record CaseQuery(
        @Nullable CaseStatus status,
        @Nullable ExceptionKind kind,
        @Nullable String municipality,
        @Nullable String product,
        @Nullable String provider,
        boolean overdue,
        CaseOrder order,
        int page) {

    static final String PATH = "/uitzonderingen";
    static final int PAGE_SIZE = 25;

    static final String ORDER = "sorteer";
    static final String BY_TERM = "termijn";

    private static final String OVERDUE = "te-laat";
    private static final String YES = "ja";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,20}");

    /** @param given the parameters of the address */
    static CaseQuery of(Map<String, String> given) {
        String provider = given.getOrDefault("aanbieder", "");
        String page = given.getOrDefault("pagina", "");
        return new CaseQuery(
                of(CaseStatus.values(), given.getOrDefault("stand", "")),
                of(ExceptionKind.values(), given.getOrDefault("soort", "")),
                code(given.getOrDefault("gemeente", "")),
                code(given.getOrDefault("product", "")),
                provider.matches("\\d{8}") ? provider : null,
                YES.equals(given.get(OVERDUE)),
                BY_TERM.equals(given.get(ORDER)) ? CaseOrder.DUE_FIRST : CaseOrder.NEWEST,
                page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1);
    }

    private static <T extends Enum<T>> @Nullable T of(T[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String code(String text) {
        return CODE.matcher(text).matches() ? text : null;
    }

    boolean isNarrowed() {
        return status != null || kind != null || municipality != null || product != null || provider != null || overdue;
    }

    CaseFilter filter(Actor actor, LocalDate today) {
        return new CaseFilter(actor, status, municipality, kind, provider, product).overdueOn(overdue ? today : null);
    }

    /** Where the same cases are sorted otherwise. */
    String sorted(CaseOrder otherwise) {
        return new CaseQuery(status, kind, municipality, product, provider, overdue, otherwise, 1).atPage(1);
    }

    String atPage(int number) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        put(address, "stand", status);
        put(address, "soort", kind);
        put(address, "gemeente", municipality);
        put(address, "product", product);
        put(address, "aanbieder", provider);
        put(address, OVERDUE, overdue ? YES : null);
        put(address, ORDER, order == CaseOrder.DUE_FIRST ? BY_TERM : null);
        put(address, "pagina", number == 1 ? null : number);
        return address.build().encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}

package nl.inkoopkompas.web.pages.exceptions;

import java.util.Arrays;
import java.util.regex.Pattern;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseFilter;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.ExceptionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of requests is narrowed by, as its address says; what is no value narrows nothing.
 *
 * @param provider a KvK number
 * @param page the first is 1
 */
record CaseQuery(
        @Nullable CaseStatus status,
        @Nullable ExceptionKind kind,
        @Nullable String municipality,
        @Nullable String product,
        @Nullable String provider,
        int page) {

    static final String PATH = "/uitzonderingen";
    static final int PAGE_SIZE = 25;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,20}");

    static CaseQuery of(String status, String kind, String municipality, String product, String provider, String page) {
        return new CaseQuery(
                of(CaseStatus.values(), status),
                of(ExceptionKind.values(), kind),
                code(municipality),
                code(product),
                provider.matches("\\d{8}") ? provider : null,
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
        return status != null || kind != null || municipality != null || product != null || provider != null;
    }

    CaseFilter filter(Actor actor) {
        return new CaseFilter(actor, status, municipality, kind, provider, product);
    }

    String atPage(int number) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        put(address, "stand", status);
        put(address, "soort", kind);
        put(address, "gemeente", municipality);
        put(address, "product", product);
        put(address, "aanbieder", provider);
        put(address, "pagina", number == 1 ? null : number);
        return address.build().encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}

package nl.inkoopkompas.web.pages.coverage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.inkoopkompas.coverage.Supposed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which coverage to show: the same words as in the address of the page.
 *
 * @param contract null for all
 * @param on null for today
 */
record CoverageQuery(@Nullable String contract, @Nullable LocalDate on, Supposed supposed) {

    static final String PATH = "/dekking";
    static final String ALL_PROPOSALS = "voorstellen";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,99}");
    private static final int MOST_DECISIONS = 100;

    static CoverageQuery of(String contract, String day, String suppose, List<String> decisions) {
        List<UUID> ids = new ArrayList<>();
        decisions.stream().limit(MOST_DECISIONS).forEach(id -> uuid(id).ifPresent(ids::add));
        Supposed supposed = suppose.equals(ALL_PROPOSALS) ? Supposed.proposals() : Supposed.these(ids);
        return new CoverageQuery(ID.matcher(contract).matches() ? contract : null, day(day), supposed);
    }

    CoverageQuery ofContract(@Nullable String other) {
        return new CoverageQuery(other, on, supposed);
    }

    String address() {
        return address(PATH);
    }

    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("contract", Optional.ofNullable(contract))
                .queryParamIfPresent("datum", Optional.ofNullable(on));
        if (supposed.allProposals()) {
            address.queryParam("alsof", ALL_PROPOSALS);
        }
        supposed.decisions().forEach(id -> address.queryParam("besluit", id));
        return address.encode().toUriString();
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}

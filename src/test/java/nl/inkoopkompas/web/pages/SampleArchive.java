package nl.inkoopkompas.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Decision.RuleBookReceipt;

/** What lies behind the ports of the pages. */
final class SampleArchive implements ApplicationArchive, ApplicationImports, Surroundings {

    static final Instant RECORDED = Instant.parse("2026-11-02T09:41:00Z");
    static final UUID DONE = UUID.fromString("01937a3c-0000-7000-8000-0000000000bb");

    List<Row> rows = List.of();
    int products = 3;
    int found = -1;
    boolean unreadable;

    @Override
    public Listing find(ApplicationFilter filter) {
        var passing = found < 0 ? rows : rows.subList(0, found);
        found = -1;
        int from = Math.min(passing.size(), (filter.page() - 1) * ApplicationFilter.PAGE_SIZE);
        int to = Math.min(passing.size(), from + ApplicationFilter.PAGE_SIZE);
        return new Listing(
                passing.subList(from, to),
                passing.size(),
                rows.size(),
                rows.size() - 1,
                Map.of("HEARING", 4, "ADMISSIBLE", 12),
                Map.of("ambulant-jeugd", 15, "hulp-bij-huishouden", 15),
                Map.of("admission.experience", 8));
    }

    @Override
    public Optional<Application> application(UUID id) {
        return id.equals(SampleApplication.ID)
                ? Optional.of(SampleApplication.withProducts(products))
                : Optional.empty();
    }

    @Override
    public UUID start(String fileName, InputStream content, String username) throws UnreadableFile {
        try {
            if (new String(content.readAllBytes(), StandardCharsets.UTF_8).equals("stuk")) {
                throw new UnreadableFile("Dit is geen XLSX-bestand.");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return SampleApplication.IMPORT;
    }

    @Override
    public Optional<Progress> progress(UUID id) {
        var running = id.equals(SampleApplication.IMPORT);
        return Stream.of(SampleApplication.IMPORT, DONE)
                .filter(id::equals)
                .findFirst()
                .map(known -> new Progress(
                        known,
                        "aanmeldingen-november.xlsx",
                        RECORDED,
                        "inkoper",
                        running,
                        188,
                        running ? 152 : 188,
                        running ? 149 : 188,
                        Map.of("ADMISSIBLE", 61, "ASSESS", 34, "HEARING", 22, "INCOMPLETE", 27, "NOT_OPEN", 5),
                        running
                                ? List.of(
                                        new CellError("aanvragen", 47, "gva_datum", "“31-02-2026” bestaat niet."),
                                        new CellError("personeel", 103, "", "Aanvraag 88 bestaat niet."))
                                : List.of()));
    }

    @Override
    public Optional<Person> person(String username) {
        return Optional.of(new Person(username, "M. Verhoeven", "INKOPER", true, true, false, false, Set.of()));
    }

    @Override
    public RuleBookReceipt ruleBook() {
        if (unreadable) {
            throw new IllegalStateException("The register cannot be reached");
        }
        return new RuleBookReceipt("2026.2", "b27e", LocalDate.of(2026, 7, 1));
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public List<Person> demoUsers() {
        return Stream.of("TOEGANG", "INKOPER", "RWO", "PROGRAMMADIRECTEUR", "BELEID", "AUDITOR", "BEHEERDER")
                .map(role -> new Person(role.toLowerCase(Locale.ROOT), role, role, true, true, false, false, Set.of()))
                .toList();
    }
}

package nl.inkoopkompas.web.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.contracting.Change;
import nl.inkoopkompas.contracting.Terms;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import nl.inkoopkompas.decision.CitizenNumber;
import org.jspecify.annotations.Nullable;

/** What somebody filled in to change a contracting, as it was typed. */
record ContractingForm(
        String versie,
        String tot,
        String regio,
        List<String> gemeente,
        String plaatsen,
        String capaciteit,
        String stopVan,
        String stopTot,
        String ingang,
        String reden) {

    static final int MOST_PLACES = 20;
    static final int LONGEST_PLACE = 100;

    ContractingForm(
            @Nullable String versie,
            @Nullable String tot,
            @Nullable String regio,
            @Nullable List<String> gemeente,
            @Nullable String plaatsen,
            @Nullable String capaciteit,
            @Nullable String stopVan,
            @Nullable String stopTot,
            @Nullable String ingang,
            @Nullable String reden) {
        this.versie = typed(versie);
        this.tot = typed(tot);
        this.regio = typed(regio);
        this.gemeente = gemeente == null
                ? List.of()
                : gemeente.stream().map(ContractingForm::typed).toList();
        this.plaatsen = typed(plaatsen);
        this.capaciteit = typed(capaciteit);
        this.stopVan = typed(stopVan);
        this.stopTot = typed(stopTot);
        this.ingang = typed(ingang);
        this.reden = typed(reden);
    }

    /** What is filled in before anybody types. */
    static ContractingForm of(int version, Terms terms, LocalDate holdsFrom) {
        ClientStop stop = terms.clientStop();
        return new ContractingForm(
                String.valueOf(version),
                text(terms.to()),
                terms.municipalities() == null ? "alle" : "",
                terms.municipalities(),
                String.join("\n", terms.places()),
                text(terms.capacity()),
                stop == null ? "" : text(stop.from()),
                stop == null ? "" : text(stop.to()),
                text(holdsFrom),
                "");
    }

    int version() {
        return versie.matches("\\d{1,6}") ? Integer.parseInt(versie) : 0;
    }

    /** A field that cannot be read; the key of the message that says so. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final String key;

        Unreadable(String key) {
            super(key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    Change change(List<String> known) throws Unreadable {
        if (!known.containsAll(gemeente)) {
            throw new Unreadable("contracting.wrong.municipality");
        }
        List<String> places = plaatsen.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (places.size() > MOST_PLACES || places.stream().anyMatch(place -> place.length() > LONGEST_PLACE)) {
            throw new Unreadable("contracting.wrong.places");
        }
        LocalDate stopFrom = date(stopVan);
        LocalDate stopTo = date(stopTot);
        if (stopFrom == null && stopTo != null) {
            throw new Unreadable("contracting.wrong.stop");
        }
        LocalDate holdsFrom = date(ingang);
        if (holdsFrom == null) {
            throw new Unreadable("contracting.wrong.date");
        }
        return new Change(
                date(tot),
                regio.isEmpty() ? gemeente : null,
                places,
                capacity(),
                stopFrom == null ? null : new ClientStop(stopFrom, stopTo),
                holdsFrom,
                reden);
    }

    private @Nullable Integer capacity() throws Unreadable {
        if (capaciteit.isEmpty()) {
            return null;
        }
        if (!capaciteit.matches("\\d{1,6}")) {
            throw new Unreadable("contracting.wrong.capacity");
        }
        return Integer.valueOf(capaciteit);
    }

    private static @Nullable LocalDate date(String text) throws Unreadable {
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.matches("2\\d{3}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new Unreadable("contracting.wrong.date");
        }
        throw new Unreadable("contracting.wrong.date");
    }

    /** Without a citizen's number, which is never shown again. */
    ContractingForm shown() {
        return new ContractingForm(
                versie,
                safe(tot),
                regio,
                gemeente,
                safe(plaatsen),
                safe(capaciteit),
                safe(stopVan),
                safe(stopTot),
                safe(ingang),
                safe(reden));
    }

    private static String safe(String text) {
        return CitizenNumber.occursIn(text) ? "" : text;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Whether a municipality is ticked. */
    boolean ticks(String code) {
        return gemeente.contains(code);
    }
}

package nl.inkoopkompas.contracting;

import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import nl.inkoopkompas.decision.CitizenNumber;
import org.jspecify.annotations.Nullable;

/**
 * New terms for what is contracted already; the first day stays as it is.
 *
 * @param holdsFrom the first day on which these terms hold
 * @param reason why, in words
 */
public record Change(
        @Nullable LocalDate to,
        @Nullable List<String> municipalities,
        List<String> places,
        @Nullable Integer capacity,
        @Nullable ClientStop clientStop,
        LocalDate holdsFrom,
        String reason) {

    public static final int SHORTEST_REASON = 20;
    public static final int LONGEST_REASON = 2000;

    Terms of(Terms before) {
        return new Terms(before.from(), to, municipalities, places, capacity, clientStop);
    }

    void check(Contracting latest) {
        LocalDate from = latest.terms().from();
        if (reason.strip().length() < SHORTEST_REASON) {
            throw ContractingRefused.wrong(
                    "Geef een reden van ten minste " + SHORTEST_REASON + " tekens.",
                    "Give a reason of at least " + SHORTEST_REASON + " characters.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw ContractingRefused.wrong(
                    "De reden is langer dan " + LONGEST_REASON + " tekens. Kort haar in.",
                    "The reason is longer than " + LONGEST_REASON + " characters. Shorten it.");
        }
        if (CitizenNumber.occursIn(reason) || places.stream().anyMatch(CitizenNumber::occursIn)) {
            throw ContractingRefused.wrong(
                    "Er staat een burgerservicenummer (BSN) in de tekst, of een RSIN van dezelfde vorm. Haal het weg.",
                    "The text holds a citizen's number (BSN), or an RSIN of the same form. Remove it.");
        }
        if (to != null && to.isBefore(from)) {
            throw ContractingRefused.wrong(
                    "De einddatum ligt voor de eerste dag, " + from + ".",
                    "The end date lies before the first day, " + from + ".");
        }
        if (holdsFrom.isBefore(from)) {
            throw ContractingRefused.wrong(
                    "Een wijziging kan niet ingaan voor de eerste dag, " + from + ".",
                    "A change cannot hold from before the first day, " + from + ".");
        }
        if (to != null && holdsFrom.isAfter(to.plusDays(1))) {
            throw ContractingRefused.wrong(
                    "De wijziging gaat in na de nieuwe einddatum. Laat haar uiterlijk op de dag erna ingaan.",
                    "The change holds from after the new end date. Let it hold from the day after that or earlier.");
        }
        if (capacity != null && capacity < 0) {
            throw ContractingRefused.wrong("De capaciteit is 0 of meer.", "The capacity is 0 or more.");
        }
        if (municipalities != null && municipalities.isEmpty()) {
            throw ContractingRefused.wrong(
                    "Kies ten minste één gemeente, of de hele regio.", "Choose a municipality, or the whole region.");
        }
        if (clientStop != null && clientStop.to() != null && clientStop.to().isBefore(clientStop.from())) {
            throw ContractingRefused.wrong(
                    "De cliëntenstop eindigt voordat hij begint.", "The client stop ends before it starts.");
        }
        if (of(latest.terms()).equals(latest.terms())) {
            throw ContractingRefused.wrong("Er is niets gewijzigd.", "Nothing was changed.");
        }
    }
}

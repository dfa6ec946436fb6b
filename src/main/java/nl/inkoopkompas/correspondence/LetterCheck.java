package nl.inkoopkompas.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import nl.inkoopkompas.correspondence.LetterRefused.Problem;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;

/** Checks what an officer filled in on a letter. */
final class LetterCheck {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 254;
    static final int LONGEST_EXTRA = 4000;
    static final int DAYS_AHEAD = 7;

    private static final int LONGEST_TERM = 365;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]+");

    private final List<Problem> problems = new ArrayList<>();

    private LetterCheck() {}

    /**
     * The request with tidy texts and with the term that holds.
     *
     * @throws LetterRefused when something is wrong
     */
    static LetterRequest checked(Basis basis, LetterRequest request, LocalDate today) {
        LetterCheck check = new LetterCheck();
        LetterRequest tidy = new LetterRequest(
                request.id(),
                request.kind(),
                check.name(
                        SPACE.matcher(request.recipientName()).replaceAll(" ").strip()),
                check.address(request.recipientAddress().strip()),
                check.sentOn(request.sentOn(), today),
                check.dueOn(basis, request),
                check.extra(CONTROL.matcher(request.extra().replace("\r\n", "\n"))
                        .replaceAll(" ")
                        .strip()));
        if (!check.problems.isEmpty()) {
            throw new LetterRefused(check.problems);
        }
        return tidy;
    }

    private String name(String name) {
        if (name.isEmpty()) {
            refuse("recipientName", "Vul in aan wie de brief is.", "Fill in whom the letter is for.");
        }
        return text("recipientName", name, LONGEST_NAME);
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && text.length() <= LONGEST_ADDRESS;
    }

    /** What is wrong with an address that somebody filled in; null for nothing. */
    static @Nullable Problem addressProblem(String address) {
        LetterCheck check = new LetterCheck();
        check.address(address);
        return check.problems.isEmpty() ? null : check.problems.get(0);
    }

    private String address(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            refuse(
                    "recipientAddress",
                    "Vul één e-mailadres in, zoals inkoop@voorbeeld.nl.",
                    "Fill in one e-mail address, such as office@example.com.");
        }
        return text("recipientAddress", address, LONGEST_ADDRESS);
    }

    private String extra(String extra) {
        return text("extra", extra, LONGEST_EXTRA);
    }

    private String text(String field, String text, int longest) {
        if (text.length() > longest) {
            refuse(field, "Gebruik ten hoogste " + longest + " tekens.", "Use at most " + longest + " characters.");
        }
        if (CitizenNumber.occursIn(text)) {
            refuse(
                    field,
                    "Hierin staat een getal met de vorm van een BSN of RSIN. Haal het weg.",
                    "This holds a number with the form of a BSN or RSIN. Take it out.");
        }
        return text;
    }

    private LocalDate sentOn(LocalDate sentOn, LocalDate today) {
        if (sentOn.isBefore(today) || sentOn.isAfter(today.plusDays(DAYS_AHEAD))) {
            refuse(
                    "sentOn",
                    "De datum van de brief is vandaag of ten hoogste " + DAYS_AHEAD + " dagen later.",
                    "The date of the letter is today or at most " + DAYS_AHEAD + " days later.");
        }
        return sentOn;
    }

    private @Nullable LocalDate dueOn(Basis basis, LetterRequest request) {
        OptionalInt term = basis.term(request.kind(), request.sentOn());
        LocalDate least = term.isEmpty() ? null : request.sentOn().plusDays(term.getAsInt());
        LocalDate given = request.dueOn();
        if (!request.kind().asksAnAnswer()) {
            if (given != null && !given.equals(least)) {
                refuse("dueOn", "Deze brief heeft geen eigen termijn.", "This letter has no term of its own.");
            }
            return least;
        }
        if (given == null) {
            if (least == null) {
                refuse(
                        "dueOn",
                        "Vul in tot en met wanneer de aanbieder kan reageren: het beleid geeft geen termijn.",
                        "Fill in until when the provider can answer: policy gives no term.");
            }
            return least;
        }
        if (least != null && given.isBefore(least)) {
            refuse(
                    "dueOn",
                    "De termijn is volgens het beleid minstens " + term.getAsInt() + " dagen.",
                    "The term is at least " + term.getAsInt() + " days by policy.");
        } else if (!given.isAfter(request.sentOn())
                || given.isAfter(request.sentOn().plusDays(LONGEST_TERM))) {
            refuse(
                    "dueOn",
                    "De termijn eindigt na de datum van de brief, en binnen een jaar.",
                    "The term ends after the date of the letter, and within a year.");
        }
        return given;
    }

    private void refuse(String field, String dutch, String english) {
        problems.add(new Problem(field, new Bilingual(dutch, english)));
    }
}

package nl.inkoopkompas.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.transition.Asked.GroupKey;

/** Where a request for a plan contradicts itself. */
final class Contradictions {

    private static final int MOST = 100;

    private final List<Refusal> refusals = new ArrayList<>();

    static List<Refusal> of(Element request, RuleBook book) {
        Contradictions found = new Contradictions();
        Asked asked = new Asked(request);
        found.dates(asked, new Norms(book, asked.asOf()));
        found.indications(asked);
        found.choices(asked);
        return found.refusals.subList(0, Math.min(MOST, found.refusals.size()));
    }

    private void dates(Asked asked, Norms norms) {
        LocalDate cap = norms.cap(asked.switchOn());
        if (cap != null && asked.asOf().isAfter(cap)) {
            refuse(
                    "/asOf",
                    "de overgang was op " + cap + " voorbij; niets werkt terug",
                    "the transition was over on " + cap + "; nothing works back");
        }
    }

    private void indications(Asked asked) {
        for (Element indication : asked.indications()) {
            LocalDate end = asked.slots().end(indication);
            if (end != null && end.isBefore(asked.slots().start(indication)) && refusals.size() < MOST) {
                refuse(
                        indication.pointer() + "/end",
                        "de laatste dag ligt vóór het begin",
                        "the last day is before the start");
            }
        }
    }

    private void choices(Asked asked) {
        if (asked.chosen().length == 0) {
            return;
        }
        Set<GroupKey> groups = new HashSet<>(new Sorted(asked).groups());
        Set<GroupKey> seen = new HashSet<>();
        for (Element choice : asked.chosen()) {
            GroupKey group = Choices.group(asked, choice);
            if (!groups.contains(group)) {
                refuse(choice.pointer(), "deze groep bestaat niet", "there is no such group");
            } else if (!seen.add(group)) {
                refuse(choice.pointer(), "voor deze groep is twee keer gekozen", "this group is chosen for twice");
            }
        }
    }

    private void refuse(String pointer, String nl, String en) {
        refusals.add(new Refusal(pointer, new Bilingual(nl, en)));
    }
}

package nl.inkoopkompas.lab.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.lab.comparison.Relation.Change;
import nl.inkoopkompas.lab.domain.Enumeration;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.lab.domain.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Where the rules of two books answer one criterion differently, over the whole domain of both, with a request of each.
 */
final class Differences {

    /** A request that shows something, and what is judged in it. */
    record Seen(Element request, String subject) {}

    private final Map<Change, Seen> changes = new LinkedHashMap<>();
    private final Set<NotAnalysed> notAnalysed = new LinkedHashSet<>();
    private final List<Seen> shortcomings = new ArrayList<>();
    private Set<String> pointers = Set.of();

    /**
     * @param base null where the book lacks the criterion, so that it says nothing
     * @param draft null where the book lacks the criterion
     */
    Differences(String criterion, @Nullable Rules base, @Nullable Rules draft, Enumeration enumeration) {
        notAnalysed.addAll(enumeration.run((request, subject, complete) -> {
            Set<Verdict> one = base == null ? Set.of(Verdict.NOT_APPLICABLE) : base.verdicts(request, subject);
            Set<Verdict> other = draft == null ? Set.of(Verdict.NOT_APPLICABLE) : draft.verdicts(request, subject);
            if (one.size() != 1 || other.size() != 1) {
                notAnalysed.add(NotAnalysed.of(
                        criterion,
                        "invoer waarop de regels geen of meer dan één oordeel geven",
                        "input on which the rules give no verdict or more than one"));
                return;
            }
            Verdict from = one.iterator().next();
            Verdict to = other.iterator().next();
            Change change = new Change(from, to, complete);
            if (from != to && !changes.containsKey(change)) {
                changes.put(change, new Seen(request.copy(null), subject.pointer()));
            } else if (from == Verdict.NOT_MET && to == from && shortcomings.isEmpty()) {
                shortcomings.add(new Seen(request.copy(null), subject.pointer()));
            }
        }));
        pointers = enumeration.pointers();
    }

    Map<Change, Seen> changes() {
        return changes;
    }

    /** A request that falls short in both books. */
    List<Seen> shortcomings() {
        return shortcomings;
    }

    Set<NotAnalysed> notAnalysed() {
        return notAnalysed;
    }

    Set<String> pointers() {
        return pointers;
    }

    Relation relation() {
        return Relation.of(changes.keySet());
    }

    /** The change that the relation rests on. */
    @Nullable
    Change telling() {
        Relation relation = relation();
        if (relation == Relation.EQUAL) {
            return null;
        }
        return changes.keySet().stream()
                .filter(Change::matters)
                .filter(change -> change.complete()
                        || changes.keySet().stream().noneMatch(other -> other.complete() && other.matters()))
                .findFirst()
                .orElse(null);
    }
}

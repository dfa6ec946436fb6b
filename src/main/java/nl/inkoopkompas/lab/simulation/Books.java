package nl.inkoopkompas.lab.simulation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Verdicts;
import nl.inkoopkompas.rulebook.RuleBook;

/**
 * The rule books of a simulation: the base, the draft, and the base with only some of the changes.
 *
 * @param changes the numbers of the changes of the draft
 * @param variants the base with only these changes; may refuse those that need others
 * @param from the first reference date that a case is judged on
 */
record Books(
        DecisionEngine engine,
        DecisionType type,
        RuleBook base,
        RuleBook draft,
        List<Integer> changes,
        Function<Set<Integer>, RuleBook> variants,
        LocalDate from,
        Map<Set<Integer>, Optional<Verdicts>> known) {

    private static final int MOST_KNOWN = 512;

    Books(
            DecisionEngine engine,
            DecisionType type,
            RuleBook base,
            RuleBook draft,
            List<Integer> changes,
            Function<Set<Integer>, RuleBook> variants,
            LocalDate from) {
        this(engine, type, base, draft, changes, variants, from, Collections.synchronizedMap(new HashMap<>()));
    }

    /** The verdicts under some of the changes; empty where they do not make a rule book by themselves. */
    Optional<Verdicts> variant(Set<Integer> some) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        Set<Integer> key = Set.copyOf(some);
        Optional<Verdicts> found = known.get(key);
        if (found == null) {
            found = bind(new TreeSet<>(some));
            known.put(key, found);
        }
        return found;
    }

    private Optional<Verdicts> bind(Set<Integer> some) {
        try {
            return Optional.of(engine.verdicts(type, variants.apply(some)));
        } catch (RuntimeException needsOthers) {
            return Optional.empty();
        }
    }
}

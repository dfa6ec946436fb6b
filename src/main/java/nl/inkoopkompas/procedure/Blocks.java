package nl.inkoopkompas.procedure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;

/**
 * What the criteria do to the procedures, as the criteria table says of each.
 *
 * @param by the criteria that block a procedure
 * @param deferredBy the criteria that leave every choice for later
 */
record Blocks(Map<Procedure, List<String>> by, List<String> deferredBy) {

    private static Blocks none() {
        Map<Procedure, List<String>> by = new EnumMap<>(Procedure.class);
        for (Procedure procedure : Procedure.values()) {
            by.put(procedure, new ArrayList<>());
        }
        return new Blocks(by, new ArrayList<>());
    }

    static Blocks of(List<Judged> findings) {
        Blocks blocks = none();
        findings.forEach(finding -> blocks.add(finding.criterion(), finding.effect(), finding.verdict()));
        return blocks;
    }

    /** What becomes of them in a case that differs only for some criteria: those are judged anew. */
    Blocks with(Case changed, Set<String> criteria) {
        Blocks blocks = none();
        by.forEach((procedure, known) -> known.stream()
                .filter(criterion -> !criteria.contains(criterion))
                .forEach(blocks.of(procedure)::add));
        deferredBy.stream().filter(criterion -> !criteria.contains(criterion)).forEach(blocks.deferredBy::add);
        for (String criterion : criteria) {
            String effect = changed.effect(criterion);
            changed.verdicts(criterion).forEach(verdict -> blocks.add(criterion, effect, verdict));
        }
        return blocks;
    }

    /** The criteria of a book that block or defer anything. */
    static Set<String> effective(Case asked) {
        Set<String> effective = new LinkedHashSet<>();
        for (String criterion : asked.criteria()) {
            String effect = asked.effect(criterion);
            if (effect.equals(Procedure.UNDECIDED) || !Procedure.of(effect).isEmpty()) {
                effective.add(criterion);
            }
        }
        return effective;
    }

    private void add(String criterion, String effect, Verdict verdict) {
        if (defers(effect, verdict)) {
            deferredBy.add(criterion);
        }
        if (verdict == Verdict.NOT_MET) {
            Procedure.of(effect).forEach(procedure -> of(procedure).add(criterion));
        }
    }

    /** Whether a verdict on a criterion with this effect leaves every choice for later. */
    static boolean defers(String effect, Verdict verdict) {
        return effect.equals(Procedure.UNDECIDED) && (verdict == Verdict.JUDGEMENT || verdict == Verdict.NOT_MET);
    }

    boolean isPossible(Procedure procedure) {
        return of(procedure).isEmpty();
    }

    /** The criteria that block a procedure. */
    List<String> of(Procedure procedure) {
        return Objects.requireNonNull(by.get(procedure));
    }

    boolean defers() {
        return !deferredBy.isEmpty();
    }
}

package nl.inkoopkompas.decision.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * One condition in one situation, another in the other. Where both give the same answer, the situation does not matter,
 * known or not, and is cited only where that makes a shorter story.
 */
final class Choice extends Condition {

    private final Condition when;
    private final Condition then;
    private final Condition otherwise;

    Choice(Condition when, Condition then, Condition otherwise) {
        this.when = when;
        this.then = then;
        this.otherwise = otherwise;
    }

    @Override
    List<Condition> parts() {
        return List.of(when, then, otherwise);
    }

    @Override
    Why why(Scope scope) {
        Why situation = when.why(scope);
        boolean known = situation.truth().isKnown();
        if (known && when.restsOnNormsAlone()) {
            Why chosen = chosen(situation).why(scope);
            return Why.from(chosen.truth(), situation, chosen);
        }
        Why one = then.why(scope);
        Why other = otherwise.why(scope);
        Why chosen = situation.truth() == Truth.TRUE ? one : other;
        if (one.truth() == other.truth() && one.truth().isKnown()) {
            Why both = Why.from(one.truth(), one, other);
            return known ? shorter(both, Why.from(chosen.truth(), situation, chosen)) : both;
        }
        return known ? Why.from(chosen.truth(), situation, chosen) : Why.from(Truth.UNKNOWN, situation, one, other);
    }

    /** Either explains it; the one that rests on fewer facts is told. */
    private static Why shorter(Why both, Why chosen) {
        return facts(chosen) < facts(both) ? chosen : both;
    }

    private static int facts(Why why) {
        Citations citations = new Citations();
        why.cite(citations);
        return citations.facts().size();
    }

    private Condition chosen(Why situation) {
        return situation.truth() == Truth.TRUE ? then : otherwise;
    }

    @Override
    void bind(Binding binding) {
        parts().forEach(part -> part.bind(binding));
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        Why situation = when.why(scope);
        if (!situation.truth().isKnown()) {
            // what suits both situations at once may be one of these alone; trying it tells
            List<Plan> either = new ArrayList<>(then.plans(scope, wanted));
            either.addAll(otherwise.plans(scope, wanted));
            either.addAll(Plan.together(List.of(then.plans(scope, wanted), otherwise.plans(scope, wanted))));
            return Plan.best(either);
        }
        List<Plan> plans = new ArrayList<>(chosen(situation).plans(scope, wanted));
        boolean holds = situation.truth() == Truth.TRUE;
        Condition changed = holds ? otherwise : then;
        plans.addAll(Plan.together(List.of(when.plans(scope, !holds), changed.plans(scope, wanted))));
        return Plan.best(plans);
    }

    @Override
    boolean restsOnNormsAlone() {
        return parts().stream().allMatch(Condition::restsOnNormsAlone);
    }
}

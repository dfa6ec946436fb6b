package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition that the decision's definitions give a name, judged once for all criteria of a case. */
final class Defined extends Condition {

    private final String name;
    private @Nullable Condition condition;
    private int definition;

    Defined(String name) {
        this.name = name;
    }

    @Override
    void bind(Binding binding) {
        condition = binding.definition(name);
        definition = condition == null ? -1 : condition.index();
    }

    private Condition condition() {
        if (condition == null) {
            throw new IllegalStateException(name + " is not defined");
        }
        return condition;
    }

    @Override
    List<Condition> parts() {
        return List.of(condition());
    }

    @Override
    Why why(Scope scope) {
        return scope.file().definition(definition, condition());
    }

    @Override
    void survey(Survey survey) {
        survey.definition(condition());
    }

    @Override
    void tally(Scope scope, Leaf list, List<Tally> tallies) {
        condition().tally(scope.file().definitionScope(), list, tallies);
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        condition().turningDays(scope.file().definitionScope(), days);
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        return condition().plans(scope.file().definitionScope(), wanted);
    }
}

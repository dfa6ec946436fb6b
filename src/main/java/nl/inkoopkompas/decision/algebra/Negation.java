package nl.inkoopkompas.decision.algebra;

import java.util.List;

/** That a condition fails. */
final class Negation extends Condition {

    private final Condition part;

    Negation(Condition part) {
        this.part = part;
    }

    @Override
    List<Condition> parts() {
        return List.of(part);
    }

    @Override
    Why why(Scope scope) {
        return part.why(scope).not();
    }

    @Override
    void bind(Binding binding) {
        part.bind(binding);
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        return part.plans(scope, !wanted);
    }

    @Override
    boolean restsOnNormsAlone() {
        return part.restsOnNormsAlone();
    }
}

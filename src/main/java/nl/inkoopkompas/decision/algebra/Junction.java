package nl.inkoopkompas.decision.algebra;

import java.util.ArrayList;
import java.util.List;

/** All of some conditions, or at least one of them (Kleene). */
final class Junction extends Condition {

    private final boolean all;
    private final Condition[] parts;

    Junction(boolean all, Condition... parts) {
        this.all = all;
        this.parts = parts;
    }

    @Override
    List<Condition> parts() {
        return List.of(parts);
    }

    @Override
    Why why(Scope scope) {
        Truth decides = Truth.of(!all);
        Truth truth = decides.not();
        Why[] whys = new Why[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Why why = parts[i].why(scope);
            if (why.truth() == decides) {
                return why;
            }
            if (why.truth() == Truth.UNKNOWN) {
                truth = Truth.UNKNOWN;
            }
            whys[i] = why;
        }
        return truth == Truth.UNKNOWN ? Why.open(all, whys) : Why.from(truth, whys);
    }

    @Override
    void bind(Binding binding) {
        for (Condition part : parts) {
            part.bind(binding);
        }
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        List<List<Plan>> ways = new ArrayList<>();
        for (Condition part : parts) {
            ways.add(part.plans(scope, wanted));
        }
        return wanted == all
                ? Plan.together(ways)
                : Plan.best(ways.stream().flatMap(List::stream).toList());
    }

    @Override
    boolean restsOnNormsAlone() {
        for (Condition part : parts) {
            if (!part.restsOnNormsAlone()) {
                return false;
            }
        }
        return true;
    }
}

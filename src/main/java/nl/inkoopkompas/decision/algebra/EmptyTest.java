package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/** Whether a list is known to hold nothing. */
final class EmptyTest extends Test {

    EmptyTest(Path path) {
        super(path);
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.LIST;
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        return Why.of(leaf.value() instanceof Element[] list ? Truth.of(list.length == 0) : Truth.UNKNOWN, leaf);
    }

    @Override
    void survey(Survey survey) {
        survey.add(new Survey.Plain(path().place(survey)));
    }

    @Override
    void tally(Scope scope, Leaf list, List<Tally> tallies) {
        if (path().leaf(scope).isSame(list)) {
            tallies.add(new Tally(Tally.Kind.EMPTY, why(scope).truth(), null));
        }
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        return wanted ? List.of((Object) new Element[0]) : List.of();
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        return List.of();
    }
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/** That a field is known, whatever it holds. */
final class StatedTest extends Test {

    StatedTest(Path path) {
        super(path);
    }

    @Override
    boolean suits(Shape.Type type) {
        return type != Shape.Type.LIST;
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        return Why.of(leaf.value() == null ? Truth.UNKNOWN : Truth.TRUE, leaf);
    }

    @Override
    void survey(Survey survey) {
        survey.add(new Survey.Plain(path().place(survey)));
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        return List.of();
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        return List.of();
    }
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/** Whether a number stands in a place where a word could say that there is none. */
final class StatedTest extends Test {

    StatedTest(Path path) {
        super(path);
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.WHOLE || type == Shape.Type.DECIMAL;
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        if (leaf.value() == null) {
            return Why.of(Truth.UNKNOWN, leaf);
        }
        return Why.of(Truth.of(leaf.field().type() != Shape.Type.OBJECT), leaf);
    }

    @Override
    void survey(Survey survey) {
        survey.add(new Survey.AtLeast(path().place(survey), List.of()));
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

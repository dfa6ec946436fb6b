package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/**
 * That a field is known, whatever it holds; of a number in a place where a word could say that there is none, that it
 * is no such word.
 */
final class StatedTest extends Test {

    StatedTest(Path path) {
        super(path);
    }

    @Override
    boolean suits(Shape.Type type) {
        return type != Shape.Type.LIST && type != Shape.Type.OBJECT;
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
        Shape.Type type = path().field().type();
        boolean number = type == Shape.Type.WHOLE || type == Shape.Type.DECIMAL;
        Survey.Place place = path().place(survey);
        survey.add(number ? new Survey.AtLeast(place, List.of()) : new Survey.Plain(place));
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

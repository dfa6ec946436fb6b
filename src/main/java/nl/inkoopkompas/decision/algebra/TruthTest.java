package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/** Whether a field is true, or false. */
final class TruthTest extends Test {

    private final boolean expected;

    TruthTest(Path path, boolean expected) {
        super(path);
        this.expected = expected;
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.TRUTH;
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        Object value = leaf.value();
        return Why.of(value == null ? Truth.UNKNOWN : Truth.of(value.equals(expected)), leaf);
    }

    @Override
    void survey(Survey survey) {
        survey.add(new Survey.Plain(path().place(survey)));
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        return List.of(wanted == expected);
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        return List.of(true, false);
    }
}

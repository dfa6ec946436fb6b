package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/** Whether two texts are the same. */
final class SameTest extends Test {

    private final Path other;

    SameTest(Path path, Path other) {
        super(path);
        this.other = other;
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.TEXT;
    }

    @Override
    void bind(Binding binding) {
        super.bind(binding);
        other.bind(binding);
        if (other.isBound() && other.field().type() != Shape.Type.TEXT) {
            binding.problem(
                    "\"" + other.text() + "\" is " + other.field().type().expected() + ", not a text");
        }
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        Leaf same = other.leaf(scope);
        Object value = leaf.value();
        Object expected = same.value();
        if (value == null || expected == null) {
            return Why.of(Truth.UNKNOWN, leaf, same, null);
        }
        return Why.of(Truth.of(value.equals(expected)), leaf, same, null);
    }

    @Override
    void survey(Survey survey) {
        survey.add(new Survey.SameAs(path().place(survey), other.place(survey)));
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        Object expected = other.leaf(scope).value();
        return wanted && expected != null ? List.of(expected) : List.of();
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        return List.of();
    }
}

package nl.inkoopkompas.decision.algebra;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape;

/** Whether a whole number is a norm or less. */
final class CeilingTest extends Test {

    private final NormReference norm;

    CeilingTest(Path path, NormReference norm) {
        super(path);
        this.norm = norm;
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.WHOLE;
    }

    @Override
    void bind(Binding binding) {
        super.bind(binding);
        norm.bind(binding);
        for (Object value : norm.values()) {
            if (!(value instanceof Number)) {
                binding.problem("\"" + path().text() + "\" is compared with " + value + ", which is no number");
            }
        }
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        Leaf picked = norm.pickedBy(scope);
        Norm bound = norm.norm(scope);
        if (bound.isNoLimit()) {
            return Why.of(Truth.TRUE, picked, null, bound);
        }
        if (bound.value() == null) {
            Why unset = Why.of(Truth.UNKNOWN, picked, null, bound);
            return leaf.value() == null ? Why.from(Truth.UNKNOWN, unset, Why.of(Truth.UNKNOWN, leaf)) : unset;
        }
        if (leaf.value() == null) {
            return Why.of(Truth.UNKNOWN, leaf, null, bound);
        }
        boolean within = Numbers.decimal(leaf.value()).compareTo(Numbers.decimal(bound.value())) <= 0;
        return Why.of(Truth.of(within), leaf, picked, bound);
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        Object limit = norm.norm(scope).value();
        return limit == null ? List.of() : List.of(wanted ? most(limit) : most(limit) + 1);
    }

    private static long most(Object limit) {
        return Numbers.decimal(limit).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        List<Object> values = new ArrayList<>();
        for (Object limit : norm.values()) {
            values.add(most(limit));
            values.add(most(limit) + 1);
        }
        return values;
    }

    @Override
    void survey(Survey survey) {
        norm.survey(survey);
        survey.add(new Survey.AtLeast(
                path().place(survey),
                norm.values().stream().map(limit -> (Object) (most(limit) + 1)).toList()));
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        norm.turningDays(days);
    }
}

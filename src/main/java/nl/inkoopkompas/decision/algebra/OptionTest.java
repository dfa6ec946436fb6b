package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape;

/** Whether a text, or the word that may stand for an object, is one of some options. */
final class OptionTest extends Test {

    private final List<String> options;

    OptionTest(Path path, List<String> options) {
        super(path);
        this.options = options;
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.TEXT || type == Shape.Type.OBJECT;
    }

    @Override
    void bind(Binding binding) {
        super.bind(binding);
        if (!path().isBound()) {
            return;
        }
        List<String> known = path().field().limits().options();
        for (String option : options) {
            if (!known.contains(option)) {
                binding.problem("\"" + path().text() + "\" is never " + option + "; it is one of " + known);
            }
        }
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        Object value = leaf.value();
        return Why.of(value == null ? Truth.UNKNOWN : Truth.of(options.contains(value)), leaf);
    }

    @Override
    void survey(Survey survey) {
        survey.add(new Survey.OneOf(path().place(survey), Set.copyOf(options)));
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        List<String> others = new ArrayList<>(path().field().limits().options());
        others.removeAll(options);
        return wanted ? options : others;
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        return List.copyOf(path().field().limits().options());
    }
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;

/** Whether a text stands in a list of texts. */
final class AmongTest extends Test {

    private final Path list;

    AmongTest(Path path, Path list) {
        super(path);
        this.list = list;
    }

    @Override
    boolean suits(Shape.Type type) {
        return type == Shape.Type.TEXT;
    }

    @Override
    void bind(Binding binding) {
        super.bind(binding);
        list.bind(binding);
        if (list.isBound() && !isListOfTexts(list.field())) {
            binding.problem("\"" + list.text() + "\" is no list of texts");
        }
    }

    private static boolean isListOfTexts(Field field) {
        return field.type() == Shape.Type.LIST
                && field.requireItem().isValue()
                && field.requireItem().fields().get(0).type() == Shape.Type.TEXT;
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        Leaf known = list.leaf(scope);
        if (!(known.value() instanceof Element[] elements)) {
            return Why.of(Truth.UNKNOWN, leaf, known, null);
        }
        if (elements.length == 0) {
            return Why.of(Truth.FALSE, known);
        }
        Object value = leaf.value();
        if (value == null) {
            return Why.of(Truth.UNKNOWN, leaf);
        }
        List<Why> others = new ArrayList<>(elements.length + 2);
        others.add(Why.of(Truth.TRUE, leaf));
        for (Element element : elements) {
            if (value.equals(element.get(0))) {
                return Why.of(Truth.TRUE, leaf, new Leaf(element, 0), null);
            }
            others.add(Why.of(Truth.TRUE, new Leaf(element, 0)));
        }
        others.add(Why.of(Truth.TRUE, known));
        return Why.from(Truth.FALSE, others.toArray(Why[]::new));
    }

    @Override
    void survey(Survey survey) {
        Survey.Place place = list.place(survey);
        survey.add(new Survey.Quantified(place, survey.within()));
        survey.add(new Survey.SameAs(
                path().place(survey),
                new Survey.Place(
                        place.pointer() + "/*",
                        place.field().requireItem().fields().get(0))));
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        if (!wanted || !(list.leaf(scope).value() instanceof Element[] elements)) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (Element element : elements) {
            if (element.get(0) != null) {
                values.add(element.get(0));
            }
        }
        return values;
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        return List.of();
    }
}

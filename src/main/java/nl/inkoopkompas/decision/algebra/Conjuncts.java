package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape;

/** What is said of one element of a list: conditions that it has to meet, all of them. */
final class Conjuncts {

    private final Condition[] parts;

    Conjuncts(Condition... parts) {
        this.parts = parts;
    }

    Conjuncts with(Condition part) {
        Condition[] more = Arrays.copyOf(parts, parts.length + 1);
        more[parts.length] = part;
        return new Conjuncts(more);
    }

    List<Condition> list() {
        return List.of(parts);
    }

    boolean isEmpty() {
        return parts.length == 0;
    }

    /** Binds a list and what is said of its elements; other things of an element are bound with it. */
    void bind(Path list, Binding binding, Runnable withAnElement) {
        list.bind(binding);
        if (!list.isBound()) {
            return;
        }
        if (list.field().type() != Shape.Type.LIST) {
            binding.problem("\"" + list.text() + "\" is " + list.field().type().expected() + ", not a list");
            return;
        }
        binding.inside(list.field().requireItem(), () -> {
            withAnElement.run();
            for (Condition part : parts) {
                part.bind(binding);
            }
        });
    }

    /** Why an element meets them; the first that fails is enough. */
    Why why(Scope scope) {
        Why[] whys = new Why[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Why why = parts[i].why(scope);
            if (why.truth() == Truth.FALSE) {
                return why;
            }
            whys[i] = why;
        }
        return Why.all(whys);
    }

    /** The ways in which an element could be made to meet them, or one of them to fail. */
    List<Plan> plans(Scope scope, boolean wanted) {
        List<List<Plan>> ways = new ArrayList<>();
        for (Condition part : parts) {
            ways.add(part.plans(scope, wanted));
        }
        return wanted
                ? Plan.together(ways)
                : Plan.best(ways.stream().flatMap(List::stream).toList());
    }

    /** What another list comes to for each element, or for the element that an unknown list might hold. */
    void tally(Leaf list, Scope around, Leaf grown, List<Tally> tallies) {
        Element[] elements = list.value() instanceof Element[] known
                ? known
                : new Element[] {Element.ghost(list.field(), list.owner())};
        for (Element element : elements) {
            for (Condition part : parts) {
                part.tally(around.in(element), grown, tallies);
            }
        }
    }

    void turningDays(Path list, Scope around, Set<LocalDate> days) {
        for (Element element : list.leaf(around).owner().list(list.field())) {
            for (Condition part : parts) {
                part.turningDays(around.in(element), days);
            }
        }
    }
}

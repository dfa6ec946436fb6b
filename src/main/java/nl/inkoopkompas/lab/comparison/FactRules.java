package nl.inkoopkompas.lab.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Survey.Place;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.lab.domain.Rules;
import nl.inkoopkompas.rulebook.Invariant.Fact;
import nl.inkoopkompas.rulebook.Invariant.Kind;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;

/** The facts of an invariant as something that reads a request, so that the domain is cut where they turn too. */
record FactRules(RuleBook book, List<Fact> facts) implements Rules {

    @Override
    public Survey survey() {
        List<Reading> readings = new ArrayList<>();
        facts.forEach(fact -> read(fact, "", readings));
        return Survey.of(readings);
    }

    private static void read(Fact fact, String around, List<Reading> readings) {
        Place place = new Place(around + fact.pointer(), fact.field());
        switch (fact.kind()) {
            case IN, ABSENT -> readings.add(new Survey.OneOf(place, new HashSet<>(fact.values())));
            case AT_LEAST -> readings.add(new Survey.AtLeast(place, fact.values()));
            case AT_MOST -> {
                readings.add(new Survey.OneOf(place, new HashSet<>(fact.values())));
                readings.add(new Survey.AtLeast(place, fact.values()));
            }
            case EMPTY -> readings.add(new Survey.Plain(place));
            case ANY, NONE -> {
                readings.add(new Survey.Quantified(place, List.of()));
                fact.elements().forEach(element -> read(element, place.pointer() + "/*", readings));
            }
        }
    }

    /** Whether all of them hold. */
    boolean hold(Element request) {
        return facts.stream().allMatch(fact -> holds(fact, request.at(fact.pointer())));
    }

    private static boolean holds(Fact fact, @Nullable Leaf leaf) {
        Object value = leaf == null ? null : leaf.value();
        if (value == null || fact.kind() == Kind.ABSENT) {
            return value == null && fact.kind() == Kind.ABSENT;
        }
        return switch (fact.kind()) {
            case IN -> fact.values().stream().anyMatch(one -> compare(value, one) == 0);
            case AT_LEAST -> compare(value, fact.values().get(0)) >= 0;
            case AT_MOST -> compare(value, fact.values().get(0)) <= 0;
            case EMPTY -> ((Element[]) value).length == 0;
            case ANY -> any(fact, (Element[]) value);
            case NONE -> !any(fact, (Element[]) value);
            case ABSENT -> false;
        };
    }

    private static boolean any(Fact fact, Element[] elements) {
        for (Element element : elements) {
            if (fact.elements().stream()
                    .allMatch(one ->
                            holds(one, one.pointer().isEmpty() ? new Leaf(element, 0) : element.at(one.pointer())))) {
                return true;
            }
        }
        return false;
    }

    private static int compare(Object value, Object other) {
        if (value instanceof LocalDate date) {
            return date.compareTo((LocalDate) other);
        }
        if (value instanceof Long || value instanceof BigDecimal) {
            return decimal(value).compareTo(decimal(other));
        }
        return value.equals(other) ? 0 : 1;
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) number);
    }

    @Override
    public Set<Verdict> verdicts(Element request, Element subject) {
        return Set.of();
    }

    @Override
    public List<Tally> tally(Element request, Element subject, Leaf list) {
        List<Tally> tallies = new ArrayList<>();
        for (Fact fact : facts) {
            boolean its = list.equals(request.at(fact.pointer()));
            if (!its || !(list.value() instanceof Element[] elements)) {
                continue;
            }
            if (fact.kind() == Kind.EMPTY) {
                tallies.add(new Tally(Tally.Kind.EMPTY, truth(elements.length == 0), null));
            } else if (fact.kind() == Kind.ANY || fact.kind() == Kind.NONE) {
                tallies.add(new Tally(Tally.Kind.ANY, truth(any(fact, elements)), null));
            }
        }
        return tallies;
    }

    private static Truth truth(boolean value) {
        return value ? Truth.TRUE : Truth.FALSE;
    }
}

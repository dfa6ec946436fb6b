package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * That a field, added up over the elements of a list that meet some conditions, or how many of them there are, is at
 * least a norm. With unknowns it lies between what surely counts and what could count.
 */
public final class Total extends Condition {

    private final Path list;
    private final @Nullable Path amount;
    private final @Nullable Path besides;
    private final @Nullable NormReference least;
    private final Conjuncts parts;

    /** @param amount what is added up; null where elements are counted */
    Total(@Nullable Path amount, Path list) {
        this(amount, list, null, null, new Conjuncts());
    }

    private Total(
            @Nullable Path amount, Path list, @Nullable Path besides, @Nullable NormReference least, Conjuncts parts) {
        this.amount = amount;
        this.list = list;
        this.besides = besides;
        this.least = least;
        this.parts = parts;
    }

    /** A field of the element, of which the next word says what it must be for the element to count. */
    public FieldWord<Total> whose(String path) {
        return new FieldWord<>(Path.of(path), this::having);
    }

    /** Only elements that meet a condition as well count. */
    public Total having(Condition part) {
        return new Total(amount, list, besides, least, parts.with(part));
    }

    /** The sum is at least this. */
    public Total isAtLeast(NormReference norm) {
        return new Total(amount, list, besides, norm, parts);
    }

    /** A field that is not of the list is added to the sum. */
    public Total plus(FieldWord<?> field) {
        return new Total(amount, list, field.path(), least, parts);
    }

    /** What the sum is called: the field that is added up, or the list that is counted. */
    private String name() {
        return amount == null ? list.field().name() : amount.field().name();
    }

    @Override
    List<Condition> parts() {
        return parts.list();
    }

    private NormReference least() {
        if (least == null) {
            throw new IllegalStateException("A sum is compared with something");
        }
        return least;
    }

    @Override
    void bind(Binding binding) {
        if (least == null) {
            binding.problem("a sum says what it is at least");
            return;
        }
        least.bind(binding);
        Path added = amount;
        parts.bind(list, binding, () -> {
            if (added != null) {
                added.bind(binding);
            }
        });
        if (added != null) {
            number(added, binding);
        }
        if (besides != null) {
            besides.bind(binding);
            number(besides, binding);
        }
    }

    private static void number(Path path, Binding binding) {
        if (path.isBound()
                && path.field().type() != Shape.Type.WHOLE
                && path.field().type() != Shape.Type.DECIMAL) {
            binding.problem("\"" + path.text() + "\" is " + path.field().type().expected() + " and cannot be added up");
        }
    }

    @Override
    Why why(Scope scope) {
        Norm norm = least().norm(scope);
        Leaf picked = least().pickedBy(scope);
        if (norm.value() == null) {
            return Why.of(norm.isNoLimit() ? Truth.TRUE : Truth.UNKNOWN, picked, null, norm);
        }
        Leaf leaf = list.leaf(scope);
        BigDecimal minimum = Numbers.decimal(norm.value());
        Why pick = picked == null ? null : Why.of(Truth.TRUE, picked);
        if (besides != null) {
            Leaf added = besides.leaf(scope);
            return new Count(scope, leaf, minimum, added).why(norm, pick);
        }
        if (!(leaf.value() instanceof Element[] elements)) {
            if (minimum.signum() <= 0) {
                return Why.total(Truth.TRUE, name(), BigDecimal.ZERO, norm);
            }
            // an element that may come could be open for a norm that nobody has set: that is missing now already
            Why counts = parts.why(scope.in(Element.ghost(list.field(), leaf.owner())));
            Why known = Why.of(Truth.UNKNOWN, leaf);
            Why unknown = counts.truth() == Truth.UNKNOWN ? Why.from(Truth.UNKNOWN, known, counts) : known;
            return pick == null
                    ? Why.total(Truth.UNKNOWN, name(), BigDecimal.ZERO, norm, unknown)
                    : Why.total(Truth.UNKNOWN, name(), BigDecimal.ZERO, norm, unknown, pick);
        }
        return new Count(scope, leaf, elements, minimum).why(norm, pick);
    }

    /** One pass over the elements. */
    private final class Count {
        private final List<Why> sure = new ArrayList<>();
        private final List<Why> all = new ArrayList<>();
        private final Leaf leaf;
        private final BigDecimal minimum;
        private BigDecimal least = BigDecimal.ZERO;
        private BigDecimal most = BigDecimal.ZERO;
        private boolean endless;

        Count(Scope scope, Leaf leaf, Element[] elements, BigDecimal minimum) {
            this.leaf = leaf;
            this.minimum = minimum;
            for (Element element : elements) {
                add(scope.in(element));
            }
        }

        /** With a field that is not of the list, of which the elements may not be known. */
        Count(Scope scope, Leaf leaf, BigDecimal minimum, Leaf besides) {
            this.leaf = leaf;
            this.minimum = minimum;
            Why known = Why.of(besides.value() == null ? Truth.UNKNOWN : Truth.TRUE, besides);
            all.add(known);
            if (besides.value() == null) {
                endless = true;
            } else {
                least = Numbers.decimal(besides.value());
                most = least;
                sure.add(known);
            }
            if (leaf.value() instanceof Element[] elements) {
                for (Element element : elements) {
                    add(scope.in(element));
                }
            } else {
                endless = true;
                all.add(Why.of(Truth.UNKNOWN, leaf));
            }
        }

        private void add(Scope scope) {
            if (amount == null) {
                count(scope);
                return;
            }
            Leaf added = amount.leaf(scope);
            Object value = added.value();
            BigDecimal number = value == null ? null : Numbers.decimal(value);
            if (number != null && number.signum() == 0) {
                all.add(Why.of(Truth.TRUE, added));
                return;
            }
            Why counts = parts.isEmpty() ? Why.of(Truth.TRUE, added) : parts.why(scope);
            all.add(counts);
            if (counts.truth() == Truth.FALSE) {
                return;
            }
            Why known = Why.of(number == null ? Truth.UNKNOWN : Truth.TRUE, added);
            all.add(known);
            if (number == null) {
                endless = true;
            } else {
                most = most.add(number);
                if (counts.truth() == Truth.TRUE) {
                    least = least.add(number);
                    sure.add(counts);
                    sure.add(known);
                }
            }
        }

        private void count(Scope scope) {
            Why counts = parts.isEmpty() ? Why.of(Truth.TRUE, new Leaf(scope.at(), 0)) : parts.why(scope);
            all.add(counts);
            if (counts.truth() != Truth.FALSE) {
                most = most.add(BigDecimal.ONE);
            }
            if (counts.truth() == Truth.TRUE) {
                least = least.add(BigDecimal.ONE);
                sure.add(
                        counts.touches(scope.at())
                                ? counts
                                : Why.from(Truth.TRUE, counts, Why.of(Truth.TRUE, new Leaf(scope.at(), 0))));
            }
        }

        Why why(Norm norm, @Nullable Why pick) {
            Truth truth = least.compareTo(minimum) >= 0
                    ? Truth.TRUE
                    : endless || most.compareTo(minimum) >= 0 ? Truth.UNKNOWN : Truth.FALSE;
            List<Why> because = truth == Truth.TRUE ? sure : all;
            if (truth != Truth.TRUE) {
                because.add(Why.of(Truth.TRUE, leaf));
            }
            if (pick != null) {
                because.add(pick);
            }
            return Why.total(truth, name(), least, norm, because.toArray(Why[]::new));
        }
    }

    @Override
    void survey(Survey survey) {
        least().survey(survey);
        Survey.Place place = list.place(survey);
        survey.inside(place, () -> {
            parts.list().forEach(part -> part.survey(survey));
            if (amount == null) {
                survey.add(new Survey.Quantified(place, survey.within()));
            } else {
                survey.add(new Survey.Added(place, amount.place(survey), survey.within()));
            }
        });
        if (besides != null) {
            survey.add(new Survey.Plain(besides.place(survey)));
        }
    }

    @Override
    void tally(Scope scope, Leaf grown, List<Tally> tallies) {
        Leaf leaf = list.leaf(scope);
        if (leaf.isSame(grown)) {
            Object minimum = least().norm(scope).value();
            tallies.add(
                    new Tally(Tally.Kind.SUM, why(scope).truth(), minimum == null ? null : Numbers.decimal(minimum)));
        } else {
            parts.tally(leaf, scope, grown, tallies);
        }
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        parts.turningDays(list, scope, days);
        least().turningDays(days);
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        Why why = why(scope);
        if (why.truth() == Truth.of(wanted)) {
            return List.of(Plan.NOTHING);
        }
        Leaf leaf = list.leaf(scope);
        Field field = list.field();
        Object minimum = least().norm(scope).value();
        if (!wanted
                || amount == null
                || minimum == null
                || leaf.value() == null
                || !field.notes().actionable()) {
            return List.of();
        }
        BigDecimal lacking = Numbers.decimal(minimum).subtract(surely(why));
        List<Plan> plans = new ArrayList<>();
        for (Element element : leaf.owner().list(field)) {
            plans.addAll(raising(scope.in(element), lacking));
        }
        Element ghost = Element.ghost(field, leaf.owner());
        for (Plan plan : raising(scope.in(ghost), lacking)) {
            Plan adding = Plan.adding(leaf, ghost, plan);
            if (adding != null) {
                plans.add(adding);
            }
        }
        return Plan.best(plans);
    }

    private BigDecimal surely(Why why) {
        Map<String, BigDecimal> totals = new HashMap<>();
        why.counted(totals);
        return totals.getOrDefault(name(), BigDecimal.ZERO);
    }

    /** An element is made to count, with as much more as is lacking. */
    private List<Plan> raising(Scope scope, BigDecimal lacking) {
        Path raisable = Objects.requireNonNull(amount);
        Leaf leaf = raisable.leaf(scope);
        boolean counts = parts.why(scope).truth() == Truth.TRUE;
        BigDecimal now = leaf.value() == null ? BigDecimal.ZERO : Numbers.decimal(leaf.value());
        BigDecimal needed = counts ? now.add(lacking) : lacking.max(now);
        Object value = raisable.field().type() == Shape.Type.WHOLE
                ? (Object) needed.setScale(0, RoundingMode.CEILING).longValueExact()
                : Numbers.plain(needed);
        List<Plan> raised = value.equals(leaf.value()) ? List.of(Plan.NOTHING) : Plan.set(leaf, value);
        return Plan.together(List.of(parts.plans(scope, true), raised));
    }
}

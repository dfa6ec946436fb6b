package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * A set of changes that may bring about what is wanted: values by leaf, and elements to add to lists. Whether it really
 * does is tried on a changed request.
 */
public record Plan(List<Step> steps) {

    /** More changes than this are no remedy. */
    public static final int MOST_STEPS = 4;

    private static final int MOST_PLANS = 64;
    private static final long ADDING = 1L << 40;

    static final Plan NOTHING = new Plan(List.of());

    /**
     * One change: another value of a leaf, or, where {@code added} is given, an element for the list that the leaf is.
     */
    public record Step(
            Leaf leaf, @Nullable Object value, @Nullable Map<Field, Object> added) {

        long distance() {
            if (added != null) {
                return ADDING;
            }
            Object from = leaf.value();
            if (from instanceof Long a && value instanceof Long b) {
                return Math.abs(a - b);
            }
            if (from instanceof LocalDate a && value instanceof LocalDate b) {
                return Math.abs(ChronoUnit.DAYS.between(a, b));
            }
            if (from instanceof BigDecimal a && value instanceof BigDecimal b) {
                return a.subtract(b).abs().longValue();
            }
            return 1;
        }
    }

    /** Puts a leaf on a value, if the applicant can still change it; else there is no way. */
    static List<Plan> set(Leaf leaf, Object value) {
        if (!leaf.owner().isGhost() && !leaf.field().notes().actionable()) {
            return List.of();
        }
        return List.of(new Plan(List.of(new Step(leaf, value, null))));
    }

    static List<Plan> set(Leaf leaf, List<?> values) {
        List<Plan> plans = new ArrayList<>();
        values.forEach(value -> plans.addAll(set(leaf, value)));
        return plans;
    }

    /** Every combination of one way each. */
    static List<Plan> together(List<List<Plan>> all) {
        List<Plan> combined = List.of(NOTHING);
        for (List<Plan> ways : all) {
            List<Plan> next = new ArrayList<>();
            for (Plan one : combined) {
                for (Plan other : ways) {
                    Plan both = one.with(other);
                    if (both != null) {
                        next.add(both);
                    }
                }
            }
            combined = best(next);
        }
        return combined;
    }

    /** The nearest first, and no more than are worth trying. */
    public static List<Plan> best(List<Plan> plans) {
        return plans.stream()
                .distinct()
                .sorted(Comparator.comparingInt((Plan plan) -> plan.steps.size())
                        .thenComparingLong(plan ->
                                plan.steps.stream().mapToLong(Step::distance).sum()))
                .limit(MOST_PLANS)
                .toList();
    }

    /** Both together; null where they contradict each other or ask too much. */
    private @Nullable Plan with(Plan other) {
        List<Step> union = new ArrayList<>(steps);
        for (Step step : other.steps) {
            boolean known = false;
            for (Step mine : steps) {
                if (mine.equals(step)) {
                    known = true;
                } else if (mine.added == null && step.added == null && mine.leaf.isSame(step.leaf)) {
                    return null;
                }
            }
            if (!known) {
                union.add(step);
            }
        }
        long real = union.stream().filter(step -> !step.leaf.owner().isGhost()).count();
        return real > MOST_STEPS ? null : new Plan(List.copyOf(union));
    }

    /** What was asked of a ghost becomes an element to add to the list. */
    static @Nullable Plan adding(Leaf list, Element ghost, Plan plan) {
        Map<Field, Object> values = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Step step : plan.steps) {
            if (step.leaf.owner() != ghost) {
                steps.add(step);
            } else if (step.value != null && step.added == null) {
                values.put(step.leaf.field(), step.value);
            } else {
                return null;
            }
        }
        steps.add(new Step(list, null, values));
        return new Plan(List.copyOf(steps));
    }
}

package nl.inkoopkompas.decision.algebra;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number, a ratio of two numbers, or a text of which the options have an order is at least, below or at most
 * a norm. A ratio is compared exactly: by multiplication.
 */
final class BoundTest extends Test {

    enum Kind {
        AT_LEAST,
        BELOW,
        AT_MOST;

        /** Whether what compares so with the norm suits. */
        boolean suits(int compared) {
            return switch (this) {
                case AT_LEAST -> compared >= 0;
                case BELOW -> compared < 0;
                case AT_MOST -> compared <= 0;
            };
        }
    }

    private final @Nullable Path whole;
    private final NormReference norm;
    private final Kind kind;

    /** @param whole what the number is a part of; null where the number itself is compared */
    BoundTest(Path path, @Nullable Path whole, NormReference norm, Kind kind) {
        super(path);
        this.whole = whole;
        this.norm = norm;
        this.kind = kind;
    }

    @Override
    boolean suits(Shape.Type type) {
        return switch (type) {
            case WHOLE, DECIMAL -> true;
            case TEXT ->
                whole == null && kind != Kind.AT_MOST && path().field().limits().ordered();
            default -> false;
        };
    }

    @Override
    void bind(Binding binding) {
        super.bind(binding);
        norm.bind(binding);
        if (whole != null) {
            whole.bind(binding);
        }
        if (!path().isBound()) {
            return;
        }
        for (Object value : norm.values()) {
            if (!fits(value)) {
                binding.problem("\"" + path().text() + "\" is compared with " + value + ", which does not fit");
            }
        }
    }

    private boolean fits(Object value) {
        if (path().field().type() == Shape.Type.TEXT) {
            return value instanceof String option
                    && path().field().limits().options().contains(option);
        }
        return value instanceof Long || value instanceof BigDecimal;
    }

    @Override
    Why why(Scope scope) {
        Leaf leaf = path().leaf(scope);
        Leaf picked = norm.pickedBy(scope);
        Norm bound = norm.norm(scope);
        Object value = leaf.value();
        Object limit = bound.value();
        if (bound.isNoLimit()) {
            return Why.of(Truth.TRUE, picked, null, bound);
        }
        if (limit instanceof String lowest && path().field().limits().options().indexOf(lowest) == 0) {
            return Why.of(Truth.of(kind == Kind.AT_LEAST), picked, null, bound);
        }
        Leaf divisor = whole == null ? null : whole.leaf(scope);
        if (value == null || limit == null || (divisor != null && divisor.value() == null)) {
            return open(leaf, divisor, picked, bound);
        }
        int compared = isBoundless(leaf) ? 1 : compare(value, limit, divisor == null ? null : divisor.value());
        Truth truth = Truth.of(kind.suits(compared));
        if (divisor != null && picked != null) {
            return Why.from(truth, Why.of(truth, leaf, divisor, bound), Why.of(truth, picked));
        }
        return Why.of(truth, leaf, divisor == null ? picked : divisor, bound);
    }

    /** What is unknown, and no more: a known value says nothing as long as the other is not known. */
    private static Why open(Leaf leaf, @Nullable Leaf divisor, @Nullable Leaf picked, Norm bound) {
        boolean divisorOpen = divisor != null && divisor.value() == null;
        if (bound.value() == null) {
            Why unset = Why.of(Truth.UNKNOWN, picked, null, bound);
            if (leaf.value() != null && !divisorOpen) {
                return unset;
            }
            return Why.from(Truth.UNKNOWN, unset, Why.of(Truth.UNKNOWN, leaf, divisorOpen ? divisor : null, null));
        }
        if (leaf.value() == null) {
            return Why.of(Truth.UNKNOWN, leaf, divisorOpen ? divisor : null, bound);
        }
        return Why.of(Truth.UNKNOWN, divisor, null, bound);
    }

    /** A word stands where the number could be: there is no end to it. */
    private static boolean isBoundless(Leaf leaf) {
        return leaf.field().type() == Shape.Type.OBJECT && leaf.value() != null;
    }

    private int compare(Object value, Object limit, @Nullable Object divisor) {
        if (value instanceof String option) {
            List<String> order = path().field().limits().options();
            return Integer.compare(order.indexOf(option), order.indexOf((String) limit));
        }
        if (divisor == null && value instanceof Long number && limit instanceof Long least) {
            return Long.compare(number, least);
        }
        BigDecimal least = Numbers.decimal(limit);
        return Numbers.decimal(value).compareTo(divisor == null ? least : least.multiply(Numbers.decimal(divisor)));
    }

    @Override
    List<?> values(Scope scope, Leaf leaf, boolean wanted) {
        Object limit = norm.norm(scope).value();
        if (limit == null || whole != null) {
            return List.of();
        }
        if (kind == Kind.AT_MOST) {
            return wanted ? List.of(Numbers.plain(Numbers.decimal(limit))) : List.of();
        }
        boolean reach = wanted == (kind == Kind.AT_LEAST);
        if (limit instanceof String option) {
            List<String> order = path().field().limits().options();
            int at = order.indexOf(option);
            return reach ? order.subList(at, order.size()) : order.subList(0, at);
        }
        if (path().field().type() == Shape.Type.DECIMAL) {
            return reach ? List.of(Numbers.decimal(limit)) : List.of();
        }
        long least = least(Numbers.decimal(limit));
        return List.of(reach ? least : least - 1);
    }

    @Override
    Collection<Object> boundaries(LocalDate day) {
        List<Object> values = new ArrayList<>();
        if (path().field().type() == Shape.Type.TEXT) {
            values.addAll(path().field().limits().options());
            return values;
        }
        for (Object limit : norm.values()) {
            BigDecimal bound = Numbers.decimal(limit);
            if (whole != null) {
                bound = bound.multiply(BigDecimal.valueOf(1000));
            }
            if (path().field().type() == Shape.Type.DECIMAL) {
                values.add(bound);
                values.add(bound.subtract(new BigDecimal("0.01")).max(BigDecimal.ZERO));
                if (kind == Kind.AT_MOST) {
                    values.add(bound.add(new BigDecimal("0.01")));
                }
            } else {
                long least = least(bound);
                values.add(least);
                if (kind == Kind.AT_MOST) {
                    values.add(least + 1);
                }
                values.add(whole == null ? Math.max(0, least - 1) : least - 1);
            }
        }
        return values;
    }

    /** The least whole number that reaches a limit. */
    private static long least(BigDecimal limit) {
        return limit.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    @Override
    void survey(Survey survey) {
        norm.survey(survey);
        if (whole == null) {
            survey.add(new Survey.AtLeast(path().place(survey), norm.values()));
            if (kind == Kind.AT_MOST) {
                survey.add(new Survey.Which(path().place(survey), Set.copyOf(norm.values())));
            }
        } else {
            survey.add(new Survey.Share(
                    path().place(survey),
                    whole.place(survey),
                    norm.values().stream().map(Numbers::decimal).toList()));
        }
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        norm.turningDays(days);
    }
}

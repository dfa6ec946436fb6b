package nl.inkoopkompas.lab.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Limits;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;

/** One value of a field for each way in which it counts: two values that no reading tells apart are one. */
final class Cells {

    /** How many elements a list inside an element has. */
    record Size(int elements) {}

    private static final String OTHER = "overig";
    private static final String NONE = "\0";

    private final List<Rules> sides;
    private final Set<String> openTexts = new LinkedHashSet<>();

    Cells(List<Rules> sides) {
        this.sides = sides;
    }

    /** Fields of which not every text that the schema allows could be stood for. */
    Set<String> openTexts() {
        return openTexts;
    }

    /**
     * The values, without unknown.
     *
     * @param preferred what stands for its kind where it can; null for no preference
     * @param names what it may be the same as; null where every value may be
     */
    List<Object> of(
            Field field,
            List<Reading> readings,
            LocalDate day,
            @Nullable Object preferred,
            @Nullable Collection<Object> names) {
        Set<Object> candidates = new LinkedHashSet<>();
        if (preferred != null) {
            candidates.add(preferred);
        }
        switch (field.type()) {
            case TRUTH -> candidates.addAll(List.of(true, false));
            case TEXT -> candidates.addAll(texts(field, readings, names));
            case WHOLE, DECIMAL -> candidates.addAll(numbers(field, readings));
            case DATE -> candidates.addAll(dates(readings, day));
            case LIST ->
                candidates.addAll(
                        field.limits().minItems() > 0 ? List.of(new Size(1)) : List.of(new Size(1), new Size(0)));
            case OBJECT -> throw new IllegalArgumentException(field.name() + " is no single value");
        }
        Map<List<Object>, Object> kinds = new LinkedHashMap<>();
        for (Object value : candidates) {
            kinds.putIfAbsent(kind(value, field, readings, day, names), value);
        }
        return List.copyOf(kinds.values());
    }

    private static List<Object> kind(
            Object value, Field field, List<Reading> readings, LocalDate day, @Nullable Collection<Object> names) {
        List<Object> kind = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Survey.OneOf oneOf) {
                kind.add(oneOf.values().contains(value));
            } else if (reading instanceof Survey.Which which) {
                kind.add(which.values().contains(value) ? value : NONE);
            } else if (reading instanceof Survey.SameAs) {
                kind.add(names == null || names.contains(value) ? value : NONE);
            } else if (reading instanceof Survey.AtLeast atLeast) {
                atLeast.lowest().forEach(lowest -> kind.add(reaches(value, lowest, field)));
            } else if (reading instanceof Survey.Since since) {
                since.parts().apply(day).forEach(part -> kind.add(!((LocalDate) value).isBefore(part)));
            } else {
                kind.add(value);
            }
        }
        return kind;
    }

    private static boolean reaches(Object value, Object lowest, Field field) {
        if (value instanceof String text) {
            List<String> order = field.limits().options();
            return order.indexOf(text) >= order.indexOf((String) lowest);
        }
        if (value instanceof LocalDate date) {
            return !date.isBefore((LocalDate) lowest);
        }
        return decimal(value).compareTo(decimal(lowest)) >= 0;
    }

    private Set<Object> texts(Field field, List<Reading> readings, @Nullable Collection<Object> names) {
        Limits limits = field.limits();
        Set<Object> texts = new LinkedHashSet<>(limits.options());
        if (!texts.isEmpty()) {
            return texts;
        }
        if (limits.from() != null) {
            sides.forEach(side -> texts.addAll(side.listed(limits.from())));
            return texts;
        }
        for (Reading reading : readings) {
            if (reading instanceof Survey.OneOf oneOf) {
                texts.addAll(oneOf.values());
            } else if (reading instanceof Survey.Which which) {
                texts.addAll(which.values());
            }
        }
        texts.addAll(names == null ? List.of() : names);
        String other = OTHER;
        while (texts.contains(other)) {
            other += "-";
        }
        texts.add(other);
        if (texts.removeIf(text -> !isAllowed(text.toString(), limits))) {
            openTexts.add(field.name());
        }
        return texts;
    }

    private static boolean isAllowed(String text, Limits limits) {
        return text.length() >= limits.minLength()
                && text.length() <= limits.maxLength()
                && (limits.pattern() == null || limits.pattern().matcher(text).find());
    }

    private static List<Object> numbers(Field field, List<Reading> readings) {
        TreeSet<BigDecimal> lowest = new TreeSet<>();
        for (Reading reading : readings) {
            if (reading instanceof Survey.AtLeast atLeast) {
                atLeast.lowest().forEach(value -> lowest.add(decimal(value)));
            } else if (reading instanceof Survey.OneOf oneOf) {
                around(oneOf.values(), lowest, field);
            }
        }
        BigDecimal minimum = field.limits().minimum() == null
                ? null
                : BigDecimal.valueOf(field.limits().minimum());
        BigDecimal maximum = field.limits().maximum() == null
                ? null
                : BigDecimal.valueOf(field.limits().maximum());
        List<Object> values = new ArrayList<>();
        for (BigDecimal value : lowest) {
            if (minimum == null || value.compareTo(minimum) >= 0) {
                values.add(number(value, field));
            }
        }
        BigDecimal first = lowest.isEmpty() ? BigDecimal.ZERO : lowest.first().subtract(step(lowest, field));
        values.add(number(minimum == null ? first : first.max(minimum), field));
        if (maximum != null) {
            values.removeIf(value -> decimal(value).compareTo(maximum) > 0);
        }
        return values;
    }

    /** A value by itself lies between itself and the next. */
    private static void around(Collection<Object> values, TreeSet<BigDecimal> lowest, Field field) {
        TreeSet<BigDecimal> found = new TreeSet<>();
        values.forEach(value -> found.add(decimal(value)));
        BigDecimal step = step(found, field);
        found.forEach(value -> {
            lowest.add(value);
            lowest.add(value.add(step));
        });
    }

    /** Less than lies between any two of these values, or sums of some of them. */
    static BigDecimal step(Collection<BigDecimal> values, Field field) {
        if (field.type() == Type.WHOLE) {
            return BigDecimal.ONE;
        }
        int scale = values.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return BigDecimal.ONE.movePointLeft(Math.max(scale, 0) + 2);
    }

    private static List<Object> dates(List<Reading> readings, LocalDate day) {
        TreeSet<LocalDate> first = new TreeSet<>();
        for (Reading reading : readings) {
            if (reading instanceof Survey.Since since) {
                first.addAll(since.parts().apply(day));
            } else if (reading instanceof Survey.AtLeast atLeast) {
                atLeast.lowest().forEach(value -> first.add((LocalDate) value));
            } else if (reading instanceof Survey.OneOf oneOf) {
                oneOf.values()
                        .forEach(value -> first.addAll(List.of((LocalDate) value, ((LocalDate) value).plusDays(1))));
            }
        }
        List<Object> values = new ArrayList<>(first);
        values.add(first.isEmpty() ? day : first.first().minusDays(1));
        return values;
    }

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) number);
    }

    /** A number as a field holds it; a whole one is rounded up, since it is the lowest that reaches the value. */
    static Object number(BigDecimal value, Field field) {
        if (field.type() == Type.WHOLE) {
            return value.setScale(0, RoundingMode.CEILING).longValueExact();
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

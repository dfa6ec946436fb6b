package nl.inkoopkompas.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The dice of the generator: choices, values on and beside a norm, days on and beside a boundary, unknown fields. */
final class RandomSource {

    private final SplittableRandom random;

    RandomSource(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A whole number from the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    @SafeVarargs
    final <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Some of the values, at least as many as the least, in their order. */
    <T> List<T> some(List<T> values, int least, int most) {
        List<T> chosen = new ArrayList<>(values);
        int size = Math.min(values.size(), between(least, most));
        while (chosen.size() > size) {
            chosen.remove(random.nextInt(chosen.size()));
        }
        return chosen;
    }

    /** A whole number of zero or more, mostly on or beside the norm. */
    long around(long norm) {
        return Math.max(0, pick(norm, norm, norm - 1, norm + 1, 0L, norm / 2, norm * 2));
    }

    /** A day on or beside the edges of a look-back of some years, on a leap day, after asOf, or anywhere near. */
    LocalDate day(LocalDate asOf, long years) {
        LocalDate edge = asOf.minusYears(years);
        return switch (between(0, 9)) {
            case 0 -> asOf.plusDays(between(-1, 1));
            case 1, 2 -> edge.plusDays(between(-1, 1));
            case 3 -> edge.plusDays(between(-2, 2));
            case 4 -> leapDay(asOf.getYear() - between(0, (int) years + 1));
            case 5 -> asOf.plusDays(between(1, 400));
            case 6 -> edge.minusDays(between(1, 900));
            default -> asOf.minusDays(between(0, (int) (365 * Math.max(1, years))));
        };
    }

    /** A day on or beside the edge of an age of some months. */
    LocalDate dayByMonths(LocalDate asOf, long months) {
        LocalDate edge = asOf.minusMonths(months);
        return switch (between(0, 5)) {
            case 0 -> asOf.plusDays(between(-1, 1));
            case 1, 2 -> edge.plusDays(between(-1, 1));
            case 3 -> leapDay(edge.getYear());
            case 4 -> asOf.plusDays(between(-1500, 200));
            default -> asOf.minusDays(between(0, 180));
        };
    }

    /** 29 February of the latest leap year up to this one. */
    static LocalDate leapDay(int year) {
        return LocalDate.of(year - Math.floorMod(year, 4), 2, 29);
    }

    @Nullable
    Boolean maybe(int truePercent) {
        return chance(10) ? null : Boolean.valueOf(chance(truePercent));
    }

    /** Puts a value; null is written as null or left out, both of which mean unknown. */
    void put(ObjectNode node, String field, @Nullable Object value) {
        if (value == null) {
            if (chance(50)) {
                node.putNull(field);
            }
        } else {
            node.set(field, json(value));
        }
    }

    private static JsonNode json(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof List<?> elements) {
            ArrayNode array = nodes.arrayNode();
            elements.forEach(element -> array.add(json(element)));
            return array;
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        if (value instanceof BigDecimal number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Number number) {
            return nodes.numberNode(number.longValue());
        }
        return nodes.stringNode(value.toString());
    }

    /** Puts a value, or makes it unknown in some percent of the cases. */
    void putOrUnknown(ObjectNode node, String field, int unknownPercent, @Nullable Object value) {
        put(node, field, chance(unknownPercent) ? null : value);
    }
}

package nl.inkoopkompas.lab.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import nl.inkoopkompas.lab.simulation.Distribution.Branch;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.TableOptions;

/**
 * How values are spread where no table says so: what the schema allows, as often on one side of a boundary that the
 * rules name as on the other. One in twenty is unknown where that may be.
 */
final class NaturalSpread {

    private static final int UNKNOWN = 5;
    private static final int KNOWN = 95;
    private static final int LONGEST = 2;
    private static final long LARGEST = 1000;
    private static final int OLDEST_DAYS = 1800;

    private final RuleBook book;
    private final Branches branches;
    private final LocalDate day;
    private final Map<Field, ? extends Collection<Object>> boundaries;

    /** @param boundaries values on each side of each boundary, as they are on a day */
    NaturalSpread(
            RuleBook book, Branches branches, LocalDate day, Map<Field, ? extends Collection<Object>> boundaries) {
        this.book = book;
        this.branches = branches;
        this.day = day;
        this.boundaries = boundaries;
    }

    Distribution of(Field field) {
        Branch known = known(field);
        if (field.limits().required()) {
            return Distribution.of(known);
        }
        return new Distribution(List.of(known, making -> null), List.of(KNOWN, UNKNOWN));
    }

    Branch known(Field field) {
        List<Object> values = new ArrayList<>(boundaries.containsKey(field) ? boundaries.get(field) : List.of());
        values.removeIf(value -> !fits(field, value));
        return switch (field.type()) {
            case TRUTH -> making -> making.draws.below(2) == 0;
            case TEXT -> text(field, values);
            case WHOLE -> whole(field, values);
            case DECIMAL ->
                values.isEmpty() ? making -> BigDecimal.valueOf(making.draws.between(0, LARGEST), 1) : oneOf(values);
            case DATE -> date(values);
            case LIST -> {
                int least = field.limits().minItems();
                int most = Math.max(least, Math.min(LONGEST, field.limits().maxItems()));
                yield making -> (int) making.draws.between(least, most);
            }
            case OBJECT -> {
                List<String> words = field.limits().options();
                yield making -> {
                    int drawn = making.draws.below(words.size() + 1);
                    return drawn == words.size() ? (Object) Boolean.TRUE : words.get(drawn);
                };
            }
        };
    }

    private static boolean fits(Field field, Object value) {
        if (!(value instanceof Number)) {
            return true;
        }
        BigDecimal number = new BigDecimal(value.toString());
        Long least = field.limits().minimum();
        Long most = field.limits().maximum();
        return (least == null || number.compareTo(BigDecimal.valueOf(least)) >= 0)
                && (most == null || number.compareTo(BigDecimal.valueOf(most)) <= 0);
    }

    private static Branch oneOf(List<?> values) {
        List<?> all = List.copyOf(values);
        return making -> all.get(making.draws.below(all.size()));
    }

    private Branch text(Field field, List<Object> values) {
        TableOptions from = field.limits().from();
        if (from != null) {
            Entry<String, String> where =
                    from.where().entrySet().stream().findFirst().orElse(null);
            return Branches.row(
                    book.requireTable(from.table()),
                    from.column(),
                    where == null ? null : where.getKey(),
                    where == null ? null : branches.way(where.getValue()),
                    null);
        }
        if (!field.limits().options().isEmpty()) {
            return oneOf(field.limits().options());
        }
        if (!values.isEmpty()) {
            return oneOf(values);
        }
        String pattern =
                field.limits().pattern() == null ? "" : field.limits().pattern().pattern();
        return pattern.startsWith("^[0-9]")
                ? making -> Long.toString(making.draws.between(10_000_000, 99_999_999))
                : making -> (pattern.startsWith("^/") ? "/voorbeeld-" : "voorbeeld-") + making.draws.below(LONGEST + 1);
    }

    private static Branch whole(Field field, List<Object> values) {
        if (!values.isEmpty()) {
            return oneOf(values);
        }
        long least = field.limits().minimum() == null ? 0 : field.limits().minimum();
        long most = field.limits().maximum() == null
                ? least + LARGEST
                : Math.min(field.limits().maximum(), least + LARGEST);
        return making -> making.draws.between(least, most);
    }

    private Branch date(List<Object> values) {
        if (values.isEmpty()) {
            return making -> making.day.minusDays(making.draws.below(OLDEST_DAYS));
        }
        List<Long> away = values.stream()
                .map(value -> ChronoUnit.DAYS.between(day, (LocalDate) value))
                .toList();
        return making -> making.day.plusDays(away.get(making.draws.below(away.size())));
    }
}

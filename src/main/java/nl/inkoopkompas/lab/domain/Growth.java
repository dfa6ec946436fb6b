package nl.inkoopkompas.lab.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.lab.domain.Kinds.Kind;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a list of any length can come to, with a shortest list for each.
 *
 * <p>What elements say is folded: the truest counts, or the least true, or amounts add up. So a list is known by what
 * it has come to, and growing it by one element of each kind until nothing new appears reaches all that lists of any
 * length reach. Amounts are taken from the corners of the regions in which sums and bounds lie: bounds on sums over
 * nested sets of elements, one family for each of two books, are totally unimodular, so each region that holds a point
 * holds one of which every amount is a difference of bounds, on at most as many elements as there are bounds.
 */
final class Growth {

    /**
     * What a list has come to.
     *
     * @param elements by the number of their kind
     */
    record Grown(List<Integer> kinds, List<@Nullable Object> amounts, boolean complete) {}

    private static final int MOST = 30_000;
    private static final int BOUNDS_OF_A_SUM = 2;

    /** One place that asks for the list; places that no kind tells apart are one. */
    private record Column(Tally.Kind kind, @Nullable BigDecimal least, List<@Nullable Truth> truths) {}

    /** How far a sum has come, in steps: surely, possibly, and whether there is an unknown amount in it. */
    private record Sum(long surely, long possibly, boolean endless) {}

    private record State(List<Object> folds, boolean complete) {}

    private final List<Kind> kinds;
    private final List<Column> columns = new ArrayList<>();
    private final @Nullable Field amount;
    private BigDecimal step = BigDecimal.ONE;
    private long[] bounds = {};
    private boolean exact = true;

    /** @param amount the field that adds up; null where none does */
    Growth(List<Kind> kinds, @Nullable Field amount) {
        this.kinds = kinds;
        this.amount = amount;
        Set<Column> distinct = new LinkedHashSet<>();
        int places = kinds.isEmpty() ? 0 : kinds.get(0).tallies().size();
        for (int i = 0; i < places; i++) {
            Tally first = kinds.get(0).tallies().get(i);
            boolean decided = first.kind() == Tally.Kind.SUM
                    && (first.least() == null || first.least().signum() <= 0);
            if (!decided) {
                int place = i;
                distinct.add(new Column(
                        first.kind(),
                        first.least(),
                        kinds.stream()
                                .map(kind -> kind.tallies().get(place).truth())
                                .toList()));
            }
        }
        columns.addAll(distinct);
        if (amount != null) {
            List<BigDecimal> least = new ArrayList<>();
            columns.forEach(column -> least.add(column.least() == null ? BigDecimal.ZERO : column.least()));
            step = Cells.step(least, amount);
            bounds = least.stream().mapToLong(this::steps).toArray();
        }
    }

    private long steps(BigDecimal number) {
        return number.divide(step, 0, RoundingMode.CEILING).longValueExact();
    }

    /** All that growing depends on: growths that are equal in it grow the same lists. */
    List<Object> key() {
        List<Object> key = new ArrayList<>(columns);
        kinds.forEach(kind -> key.add(kind.complete()));
        return key;
    }

    /** Whether what was found is all there is. */
    boolean isExact() {
        return exact;
    }

    /**
     * Lists of any length.
     *
     * @param least how many elements there are at least
     */
    Collection<Grown> grow(int least, int most) {
        List<@Nullable Object> amounts = amounts();
        long sums = columns.stream()
                .filter(column -> column.kind() == Tally.Kind.SUM)
                .count();
        exact &= sums <= 2 && (sums == 0 || least == 0);
        if (!exact) {
            return List.of();
        }
        int longest = sums == 0 ? most : Math.min(most, (int) (BOUNDS_OF_A_SUM * sums + columns.size() - sums));
        Map<State, Grown> reached = new LinkedHashMap<>();
        Map<List<Object>, Grown> results = new LinkedHashMap<>();
        State none = new State(columns.stream().map(Growth::start).toList(), true);
        reached.put(none, new Grown(List.of(), List.of(), true));
        List<State> edge = List.of(none);
        if (least == 0) {
            result(results, none, reached.get(none));
        }
        for (int length = 1; length <= longest && !edge.isEmpty(); length++) {
            List<State> next = new ArrayList<>();
            for (State state : edge) {
                Grown before = reached.get(state);
                for (int kind = 0; kind < kinds.size() && before != null; kind++) {
                    for (@Nullable Object added : amounts) {
                        State after = after(state, kind, added);
                        if (reached.containsKey(after)
                                || (!after.complete() && reached.containsKey(new State(after.folds(), true)))) {
                            continue;
                        }
                        if (reached.size() >= MOST) {
                            exact = false;
                            return results.values();
                        }
                        Grown grown = with(before, kind, added, after.complete(), least);
                        reached.put(after, grown);
                        result(results, after, grown);
                        next.add(after);
                    }
                }
            }
            edge = next;
        }
        return results.values();
    }

    private static Grown with(Grown before, int kind, @Nullable Object added, boolean complete, int least) {
        List<Integer> kinds = new ArrayList<>(before.kinds());
        List<@Nullable Object> amounts = new ArrayList<>(before.amounts());
        do {
            kinds.add(kind);
            amounts.add(added);
        } while (kinds.size() < least);
        return new Grown(kinds, amounts, complete);
    }

    /** Of lists that mean the same, the shortest that was found first stays. */
    private void result(Map<List<Object>, Grown> results, State state, @Nullable Grown grown) {
        List<Object> meaning = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object fold = state.folds().get(i);
            meaning.add(fold instanceof Sum sum ? truth(sum, bounds[i]) : fold);
        }
        Grown there = results.get(meaning);
        if (grown != null && (there == null || (grown.complete() && !there.complete()))) {
            results.put(meaning, grown);
        }
    }

    private static Truth truth(Sum sum, long least) {
        if (sum.surely() >= least) {
            return Truth.TRUE;
        }
        return sum.endless() || sum.possibly() >= least ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Object start(Column column) {
        return switch (column.kind()) {
            case ANY -> Truth.FALSE;
            case EVERY, EMPTY -> Truth.TRUE;
            case SUM -> new Sum(0, 0, false);
        };
    }

    private State after(State state, int kind, @Nullable Object added) {
        List<Object> folds = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Truth truth = column.truths().get(kind);
            Object before = state.folds().get(i);
            folds.add(truth == null ? before : fold(column.kind(), before, truth, added, i));
        }
        boolean known = kinds.get(kind).complete() && (amount == null || added != null);
        return new State(folds, state.complete() && known);
    }

    private Object fold(Tally.Kind kind, Object before, Truth truth, @Nullable Object added, int column) {
        return switch (kind) {
            case ANY -> truer((Truth) before, truth);
            case EVERY -> truer(((Truth) before).not(), truth.not()).not();
            case EMPTY -> truth;
            case SUM -> sum((Sum) before, truth, added, bounds[column]);
        };
    }

    static Truth truer(Truth one, Truth other) {
        if (one == Truth.TRUE || other == Truth.TRUE) {
            return Truth.TRUE;
        }
        return one == Truth.UNKNOWN ? one : other;
    }

    private Sum sum(Sum before, Truth counts, @Nullable Object added, long least) {
        if (counts == Truth.FALSE) {
            return before;
        }
        if (added == null) {
            return new Sum(before.surely(), before.possibly(), true);
        }
        long steps = steps(Cells.decimal(added));
        long surely = counts == Truth.TRUE ? Math.min(least, before.surely() + steps) : before.surely();
        return new Sum(surely, Math.min(least, before.possibly() + steps), before.endless());
    }

    /** Differences of bounds up to the highest, nothing at all, and unknown. */
    private List<@Nullable Object> amounts() {
        List<@Nullable Object> amounts = new ArrayList<>();
        if (amount == null) {
            amounts.add(null);
            return amounts;
        }
        Long lowest = amount.limits().minimum();
        exact &= lowest != null && lowest == 0;
        TreeSet<Long> corners = new TreeSet<>(List.of(0L));
        long most = 0;
        for (int i = 0; i < bounds.length; i++) {
            if (columns.get(i).kind() == Tally.Kind.SUM) {
                TreeSet<Long> more = new TreeSet<>(corners);
                for (long corner : corners) {
                    for (long part : List.of(1L, bounds[i], bounds[i] - 1)) {
                        more.add(corner + part);
                        more.add(corner - part);
                    }
                }
                corners = more;
                most = Math.max(most, bounds[i]);
            }
        }
        boolean onlySums = columns.stream().allMatch(column -> column.kind() == Tally.Kind.SUM);
        Long highest = amount.limits().maximum();
        for (long corner : corners.descendingSet()) {
            BigDecimal number = step.multiply(BigDecimal.valueOf(corner));
            boolean fits = highest == null || number.compareTo(BigDecimal.valueOf(highest)) <= 0;
            if (fits && corner <= most && corner >= (onlySums && most > 0 ? 1 : 0)) {
                amounts.add(Cells.number(number, requireAmount()));
            }
        }
        if (!amount.limits().required()) {
            amounts.add(null);
        }
        return amounts;
    }

    private Field requireAmount() {
        if (amount == null) {
            throw new IllegalStateException("Nothing adds up");
        }
        return amount;
    }

    /** The elements of what was grown. */
    List<Element> elements(Grown grown) {
        return grown.kinds().stream().map(kind -> kinds.get(kind).element()).toList();
    }
}

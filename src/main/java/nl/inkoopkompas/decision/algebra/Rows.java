package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** That a table has a row that suits the case. A row that says "any" suits whatever the case holds. */
public final class Rows extends Condition {

    /** A column that has to hold a fixed value, or what a field of the case holds. */
    private record Match(
            String column,
            @Nullable String option,
            @Nullable Path path) {}

    /** A row with its cells in the order of the matches. */
    private record Candidate(
            Norm norm,
            @Nullable Object[] cells,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final String table;
    private final List<Match> matches;
    private final @Nullable String from;
    private final @Nullable String to;
    private final boolean required;
    private Candidate[] candidates = {};
    private @Nullable Norm noRow;

    Rows(String table) {
        this(table, List.of(), null, null, false);
    }

    private Rows(String table, List<Match> matches, @Nullable String from, @Nullable String to, boolean required) {
        this.table = table;
        this.matches = matches;
        this.from = from;
        this.to = to;
        this.required = required;
    }

    /** The column holds what a field of the case holds. */
    public Rows where(String column, FieldWord<?> field) {
        return and(new Match(column, null, field.path()));
    }

    /** The column holds this option. */
    public Rows where(String column, String option) {
        return and(new Match(column, option, null));
    }

    /** The reference date lies between two columns, both days included; a column that is not set has no end. */
    public Rows spanning(String fromColumn, String toColumn) {
        return new Rows(table, matches, fromColumn, toColumn, required);
    }

    /** When no row at all suits, whatever the date, then nobody has set the norm. */
    public Rows orElseUnset() {
        return new Rows(table, matches, from, to, true);
    }

    private Rows and(Match match) {
        List<Match> more = new ArrayList<>(matches);
        more.add(match);
        return new Rows(table, more, from, to, required);
    }

    @Override
    void bind(Binding binding) {
        Table found = binding.table(table);
        List<String> columns = new ArrayList<>();
        for (Match match : matches) {
            columns.add(match.column());
            if (match.path() != null) {
                match.path().bind(binding);
            }
        }
        if (found == null) {
            return;
        }
        List<String> used = new ArrayList<>(columns);
        if (from != null && to != null) {
            used.addAll(List.of(from, to));
        }
        boolean complete = true;
        for (String column : used) {
            if (found.indexOf(column) < 0) {
                binding.problem("table " + table + " has no column " + column + "; it has "
                        + found.columns().stream().map(Table.Column::id).toList());
                complete = false;
            }
        }
        for (Match match : matches) {
            String option = match.option();
            List<String> options =
                    found.column(match.column()).map(Table.Column::options).orElse(List.of());
            if (option != null && !options.isEmpty() && !options.contains(option)) {
                binding.problem("column " + match.column() + " of " + table + " is never " + option + "; it is one of "
                        + options);
            }
        }
        if (!complete || found.rows().isEmpty()) {
            return;
        }
        noRow = norm(found, found.rows().get(0), found.id(), null);
        candidates = found.rows().stream()
                .filter(row -> fixed(found, row))
                .map(row -> candidate(found, row, columns))
                .toArray(Candidate[]::new);
        binding.reads(found, used);
    }

    private boolean fixed(Table found, Table.Row row) {
        return matches.stream()
                .allMatch(match -> match.option() == null || match.option().equals(found.cell(row, match.column())));
    }

    private Candidate candidate(Table found, Table.Row row, List<String> columns) {
        LocalDate opens = from == null ? null : (LocalDate) found.cell(row, from);
        LocalDate closes = to == null ? null : (LocalDate) found.cell(row, to);
        Map<String, Object> shown = new LinkedHashMap<>();
        List<String> named = new ArrayList<>(columns);
        if (from != null && to != null) {
            named.addAll(List.of(from, to));
        }
        for (String column : named) {
            Object cell = found.cell(row, column);
            if (cell != null) {
                shown.put(column, cell);
            }
        }
        return new Candidate(
                norm(found, row, found.id() + "#" + row.id(), shown),
                columns.stream().map(column -> found.cell(row, column)).toArray(),
                opens,
                closes);
    }

    private static Norm norm(Table found, Table.Row row, String key, @Nullable Object value) {
        return new Norm(key, null, value, false, found.validFrom(), row.source(), null, row.example());
    }

    @Override
    Why why(Scope scope) {
        Leaf[] leaves = new Leaf[matches.size()];
        Why[] keys = new Why[leaves.length];
        boolean unknown = false;
        for (int i = 0; i < leaves.length; i++) {
            Path path = matches.get(i).path();
            if (path != null) {
                leaves[i] = path.leaf(scope);
                unknown |= leaves[i].value() == null;
            }
        }
        List<Why> holding = new ArrayList<>(2);
        List<Why> others = new ArrayList<>(2);
        boolean couldHold = false;
        for (Candidate candidate : candidates) {
            int suits = suits(candidate, leaves, keys);
            if (suits < 0) {
                continue;
            }
            boolean inTime = inTime(candidate, scope.day());
            if (suits > 0) {
                (inTime ? holding : others).add(Why.of(Truth.of(inTime), null, null, candidate.norm()));
            } else {
                couldHold |= inTime;
            }
        }
        if (!holding.isEmpty()) {
            return held(scope, leaves, holding);
        }
        return notHeld(scope, leaves, unknown && couldHold, couldHold, others);
    }

    /** 1 when the row suits, 0 when it might (an unknown fact), -1 when it does not. */
    private int suits(Candidate candidate, @Nullable Leaf[] leaves, Why[] keys) {
        int suits = 1;
        for (int i = 0; i < keys.length; i++) {
            Leaf leaf = leaves[i];
            Object cell = candidate.cells()[i];
            if (leaf == null || Table.ANY.equals(cell)) {
                continue;
            }
            if (leaf.value() == null) {
                suits = 0;
            } else if (!leaf.value().equals(cell)) {
                return -1;
            }
        }
        return suits;
    }

    private static boolean inTime(Candidate candidate, LocalDate day) {
        return (candidate.from() == null || !day.isBefore(candidate.from()))
                && (candidate.to() == null || !day.isAfter(candidate.to()));
    }

    private Why held(Scope scope, @Nullable Leaf[] leaves, List<Why> holding) {
        List<Why> because = new ArrayList<>(holding);
        for (int i = 0; i < leaves.length; i++) {
            Leaf leaf = leaves[i];
            if (leaf != null && !anyHoldingSaysAny(scope, leaves, i)) {
                because.add(Why.of(Truth.TRUE, leaf));
            }
        }
        if (from != null) {
            because.add(Why.of(Truth.TRUE, scope.asOf()));
        }
        return Why.from(Truth.TRUE, because.toArray(Why[]::new));
    }

    private boolean anyHoldingSaysAny(Scope scope, @Nullable Leaf[] leaves, int column) {
        for (Candidate candidate : candidates) {
            if (Table.ANY.equals(candidate.cells()[column])
                    && inTime(candidate, scope.day())
                    && suits(candidate, leaves, new Why[leaves.length]) > 0) {
                return true;
            }
        }
        return false;
    }

    private Why notHeld(Scope scope, @Nullable Leaf[] leaves, boolean open, boolean couldHold, List<Why> others) {
        boolean unset = required && others.isEmpty() && !couldHold;
        List<Why> because = new ArrayList<>(others);
        if (open || unset) {
            for (Leaf leaf : leaves) {
                if (leaf != null) {
                    because.add(Why.of(leaf.value() == null ? Truth.UNKNOWN : Truth.TRUE, leaf));
                }
            }
            if (from != null && !(unset && others.isEmpty() && !open)) {
                because.add(Why.of(Truth.TRUE, scope.asOf()));
            }
            if (unset && noRow != null) {
                because.add(Why.of(Truth.UNKNOWN, null, null, noRow));
            }
            return Why.from(Truth.UNKNOWN, because.toArray(Why[]::new));
        }
        boolean[] telling = telling(scope, leaves, !others.isEmpty());
        for (int i = 0; i < leaves.length; i++) {
            Leaf leaf = leaves[i];
            if (leaf != null && telling[i]) {
                because.add(Why.of(Truth.TRUE, leaf));
            }
        }
        if (telling[leaves.length]) {
            because.add(Why.of(Truth.TRUE, scope.asOf()));
        }
        return Why.from(Truth.FALSE, because.toArray(Why[]::new));
    }

    /** The columns, and last the reference date, that keep every row from holding: each row needs one of them. */
    private boolean[] telling(Scope scope, @Nullable Leaf[] leaves, boolean rowsSuit) {
        boolean[] dated = tellingOn(scope.day(), leaves, rowsSuit);
        boolean[] undated = rowsSuit || from == null ? dated : tellingOn(null, leaves, false);
        return count(undated) <= count(dated) ? undated : dated;
    }

    /** @param day the reference date, where that keeps rows from holding; null where columns alone do */
    private boolean[] tellingOn(@Nullable LocalDate day, @Nullable Leaf[] leaves, boolean rowsSuit) {
        boolean[] telling = new boolean[leaves.length + 1];
        if (required && rowsSuit) {
            requireRow(leaves, telling);
        }
        for (Candidate candidate : candidates) {
            if (day == null || inTime(candidate, day)) {
                int column = differing(candidate, leaves, telling);
                telling[column < 0 ? leaves.length : column] = true;
            }
        }
        for (Candidate candidate : candidates) {
            int column = differing(candidate, leaves, telling);
            telling[leaves.length] |= column < 0 || !telling[column];
        }
        return telling;
    }

    private static int count(boolean[] telling) {
        int count = 0;
        for (boolean tells : telling) {
            count += tells ? 1 : 0;
        }
        return count;
    }

    /** That there is a row at all, in whatever time, rests on what picks it. */
    private void requireRow(@Nullable Leaf[] leaves, boolean[] telling) {
        for (Candidate candidate : candidates) {
            if (suits(candidate, leaves, new Why[leaves.length]) > 0) {
                for (int i = 0; i < leaves.length; i++) {
                    telling[i] =
                            leaves[i] != null && !Table.ANY.equals(candidate.cells()[i]);
                }
                return;
            }
        }
    }

    /** A column in which a row differs from the case, if possible one that tells already; or -1. */
    private static int differing(Candidate candidate, @Nullable Leaf[] leaves, boolean[] telling) {
        int found = -1;
        for (int i = 0; i < leaves.length; i++) {
            Leaf leaf = leaves[i];
            Object cell = candidate.cells()[i];
            boolean differs = leaf != null
                    && leaf.value() != null
                    && !Table.ANY.equals(cell)
                    && !leaf.value().equals(cell);
            if (differs && telling[i]) {
                return i;
            }
            found = differs && found < 0 ? i : found;
        }
        return found;
    }

    @Override
    void survey(Survey survey) {
        if (noRow != null) {
            survey.table(noRow.key());
        }
        for (int i = 0; i < matches.size(); i++) {
            Path path = matches.get(i).path();
            if (path == null) {
                continue;
            }
            Set<Object> cells = new HashSet<>();
            for (Candidate candidate : candidates) {
                Object cell = candidate.cells()[i];
                if (cell != null && !cell.equals(Table.ANY)) {
                    cells.add(cell);
                }
            }
            survey.add(new Survey.Which(path.place(survey), cells));
        }
        turningDays(survey.days());
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        turningDays(days);
    }

    private void turningDays(Set<LocalDate> days) {
        for (Candidate candidate : candidates) {
            if (candidate.from() != null) {
                days.add(candidate.from());
            }
            if (candidate.to() != null) {
                days.add(candidate.to().plusDays(1));
            }
        }
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        if (why(scope).truth() == Truth.of(wanted)) {
            return List.of(Plan.NOTHING);
        }
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            Path path = matches.get(i).path();
            if (path == null || !wanted) {
                continue;
            }
            Leaf leaf = path.leaf(scope);
            for (Candidate candidate : candidates) {
                Object cell = candidate.cells()[i];
                if (cell != null && !cell.equals(Table.ANY) && suitsBut(candidate, scope, i)) {
                    plans.addAll(Plan.set(leaf, cell));
                }
            }
        }
        return Plan.best(plans);
    }

    private boolean suitsBut(Candidate candidate, Scope scope, int column) {
        for (int i = 0; i < matches.size(); i++) {
            Path path = matches.get(i).path();
            Object cell = candidate.cells()[i];
            if (i != column
                    && path != null
                    && !Table.ANY.equals(cell)
                    && !Objects.equals(path.leaf(scope).value(), cell)) {
                return false;
            }
        }
        return inTime(candidate, scope.day());
    }
}

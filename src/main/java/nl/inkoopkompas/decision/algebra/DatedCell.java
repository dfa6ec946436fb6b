package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Range;
import org.jspecify.annotations.Nullable;

/** A cell of the row that holds on the reference date, of a table that has a row for each period of a fixed key. */
final class DatedCell extends NormReference {

    private record Period(
            @Nullable LocalDate from, @Nullable LocalDate end, Norm norm) {}

    private final String table;
    private final String key;
    private final String column;
    private final List<Period> periods = new ArrayList<>();
    private boolean through;
    private @Nullable Norm none;

    DatedCell(String table, String key, String column) {
        this.table = table;
        this.key = key;
        this.column = column;
    }

    @Override
    void bind(Binding binding) {
        periods.clear();
        Table found = binding.table(table);
        if (found == null) {
            return;
        }
        if (found.hitPolicy() != Table.HitPolicy.UNIQUE
                || found.key().size() != 1
                || found.ranges().size() != 1) {
            binding.problem("table " + table + " is not unique on one column and one period");
            return;
        }
        if (found.indexOf(column) < 0) {
            binding.problem("table " + table + " has no column " + column);
            return;
        }
        Range range = found.ranges().get(0);
        through = range.through();
        String unit = found.column(column).map(Table.Column::unit).orElse(null);
        List<Object> read = new ArrayList<>();
        for (Table.Row row : found.rows()) {
            if (key.equals(found.cell(row, found.key().get(0)))) {
                Object from = found.cell(row, range.from());
                Object end = found.cell(row, range.end());
                Object value = found.cell(row, column);
                String id = found.id() + "#" + row.id();
                LocalDate first = from instanceof LocalDate day ? day : found.validFrom();
                periods.add(new Period(
                        from instanceof LocalDate day ? day : null,
                        end instanceof LocalDate day ? day : null,
                        new Norm(id, column, value, false, first, row.source(), unit, row.example())));
                read.add(Arrays.asList(from, end, value));
            }
        }
        binding.reads(found.id() + "#" + key + "#" + column, read);
        if (periods.isEmpty()) {
            binding.problem("table " + table + " has no row " + key);
            return;
        }
        SourceReference source = periods.get(0).norm().source();
        none = new Norm(found.id(), column, null, false, found.validFrom(), source, unit, false);
    }

    @Override
    Norm norm(Scope scope) {
        for (Period period : periods) {
            boolean begun = period.from() == null || !period.from().isAfter(scope.day());
            LocalDate end = period.end();
            boolean over = end != null && (through ? end.isBefore(scope.day()) : !end.isAfter(scope.day()));
            if (begun && !over) {
                return period.norm();
            }
        }
        if (none == null) {
            throw new IllegalStateException(table + " is not bound");
        }
        return none;
    }

    @Override
    Leaf pickedBy(Scope scope) {
        return scope.asOf();
    }

    @Override
    boolean isFixed() {
        return false;
    }

    @Override
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Period period : periods) {
            Object value = period.norm().value();
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    void survey(Survey survey) {
        if (none != null) {
            survey.table(none.key());
        }
        turningDays(survey.days());
    }

    @Override
    void turningDays(Set<LocalDate> days) {
        for (Period period : periods) {
            if (period.from() != null) {
                days.add(period.from());
            }
            if (period.end() != null) {
                days.add(through ? period.end().plusDays(1) : period.end());
            }
        }
    }
}

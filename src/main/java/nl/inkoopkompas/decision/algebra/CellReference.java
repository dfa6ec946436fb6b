package nl.inkoopkompas.decision.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** A cell of the row of a unique table that a fixed key or a fact picks. */
final class CellReference extends NormReference {

    private final String table;
    private final @Nullable String key;
    private final @Nullable Path by;
    private final String column;
    private final Map<Object, Norm> norms = new HashMap<>();
    private @Nullable Norm none;

    CellReference(String table, @Nullable String key, @Nullable Path by, String column) {
        this.table = table;
        this.key = key;
        this.by = by;
        this.column = column;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    @Override
    void bind(Binding binding) {
        norms.clear();
        if (by != null) {
            by.bind(binding);
        }
        Table found = binding.table(table);
        if (found == null) {
            return;
        }
        if (found.hitPolicy() != Table.HitPolicy.UNIQUE || found.key().size() != 1) {
            binding.problem("table " + table + " is not unique on one column, so it has no row of its own for a key");
            return;
        }
        if (found.indexOf(column) < 0) {
            binding.problem("table " + table + " has no column " + column + "; it has "
                    + found.columns().stream().map(Table.Column::id).toList());
            return;
        }
        String unit = found.column(column).map(Table.Column::unit).orElse(null);
        for (Table.Row row : found.rows()) {
            Object picked = found.cell(row, found.key().get(0));
            if (picked != null) {
                norms.put(picked, norm(found, row, unit));
            }
        }
        Map<Object, Optional<Object>> read = new HashMap<>();
        norms.forEach((picked, norm) -> {
            if (key == null || key.equals(picked)) {
                read.put(picked, Optional.ofNullable(norm.value()));
            }
        });
        binding.reads(found.id() + "#" + (key == null ? Table.ANY : key) + "#" + column, read);
        none = new Norm(found.id(), column, null, false, found.validFrom(), noSource(found), unit, false);
        if (key != null && !norms.containsKey(key)) {
            binding.problem("table " + table + " has no row " + key + "; it has " + norms.keySet());
        }
    }

    private Norm norm(Table found, Table.Row row, @Nullable String unit) {
        return new Norm(
                found.id() + "#" + row.id(),
                column,
                found.cell(row, column),
                false,
                found.validFrom(),
                row.source(),
                unit,
                row.example());
    }

    private static SourceReference noSource(Table found) {
        return found.rows().isEmpty()
                ? new SourceReference("", "")
                : found.rows().get(0).source();
    }

    @Override
    Norm norm(Scope scope) {
        Object picked = by == null ? key : by.leaf(scope).value();
        Norm norm = picked == null ? null : norms.get(picked);
        if (norm != null) {
            return norm;
        }
        if (none == null) {
            throw new IllegalStateException(table + " is not bound");
        }
        return none;
    }

    @Override
    @Nullable
    Leaf pickedBy(Scope scope) {
        return by == null ? null : by.leaf(scope);
    }

    @Override
    boolean isFixed() {
        return by == null;
    }

    @Override
    void survey(Survey survey) {
        if (none != null) {
            survey.table(none.key());
        }
        if (by != null) {
            Survey.Place place = by.place(survey);
            survey.picks(place.pointer(), place.field(), norms.keySet());
        }
    }

    @Override
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Map.Entry<Object, Norm> entry : norms.entrySet()) {
            Object value = entry.getValue().value();
            if (value != null && (key == null || key.equals(entry.getKey()))) {
                values.add(value);
            }
        }
        return values;
    }
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * A value that policy sets, as it holds on a day.
 *
 * @param key parameter key, or {@code <decision>/<table>#<row id>}
 * @param column the column of the row; null for a parameter, or where the row as a whole counts
 * @param value null when nobody has set it; of a whole row its cells by column
 * @param optional whether "not set" means "no limit"
 */
public record Norm(
        String key,
        @Nullable String column,
        @Nullable Object value,
        boolean optional,
        LocalDate from,
        SourceReference source,
        @Nullable String unit,
        boolean example) {

    /** A parameter as it holds on a day. */
    public static Norm of(Parameter parameter, LocalDate day) {
        DatedValue current = parameter.values().get(0);
        for (DatedValue value : parameter.values()) {
            current = value.from().isAfter(day) ? current : value;
        }
        return new Norm(
                parameter.key(),
                null,
                current.value(),
                parameter.optional(),
                current.from(),
                current.source(),
                parameter.unit(),
                current.example());
    }

    /** A cell of a row. */
    public static Norm of(Table table, Table.Row row, String column) {
        return new Norm(
                table.id() + "#" + row.id(),
                column,
                table.cell(row, column),
                false,
                table.validFrom(),
                row.source(),
                table.column(column).map(Table.Column::unit).orElse(null),
                row.example());
    }

    boolean isNoLimit() {
        return value == null && optional;
    }

    boolean isUnset() {
        return value == null && !optional;
    }
}

package nl.inkoopkompas.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** The norms of a rule book on one day, as the reference evaluator reads them. */
record ProjectNorms(Map<String, Object> parameters, Map<String, List<Map<String, Object>>> tables)
        implements ReferenceNorms {

    static ProjectNorms of(RuleBook book, LocalDate asOf) {
        Map<String, Object> parameters = new HashMap<>();
        book.policy("admission").parameters().values().forEach(parameter -> {
            for (DatedValue value : parameter.values()) {
                if (!value.from().isAfter(asOf)) {
                    parameters.put(parameter.key(), value.value());
                }
            }
        });
        Map<String, List<Map<String, Object>>> tables = new HashMap<>();
        book.tables().forEach((id, table) -> tables.put(id, rows(table)));
        return new ProjectNorms(parameters, tables);
    }

    private static List<Map<String, Object>> rows(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            table.columns().forEach(column -> cells.put(column.id(), table.cell(row, column.id())));
            rows.add(cells);
        }
        return rows;
    }

    @Override
    public @Nullable Object parameter(String key) {
        return parameters.get(key);
    }

    @Override
    public List<Map<String, Object>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }
}

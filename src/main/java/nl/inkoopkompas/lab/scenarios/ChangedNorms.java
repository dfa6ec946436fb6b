package nl.inkoopkompas.lab.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/** The norms in which two rule books differ: keys of parameters, and rows as {@code <decision>/<table>#<row id>}. */
public final class ChangedNorms {

    private ChangedNorms() {}

    /** Norms that differ, that were added or that are gone. */
    public static Set<String> between(RuleBook base, RuleBook draft) {
        Set<String> changed = new LinkedHashSet<>();
        Map<String, Object> before = norms(base);
        Map<String, Object> after = norms(draft);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                changed.add(key);
            }
        }
        return changed;
    }

    private static Map<String, Object> norms(RuleBook book) {
        Map<String, Object> norms = new HashMap<>();
        book.policies().values().forEach(policy -> policy.parameters()
                .forEach((key, parameter) -> norms.put(key, dated(parameter))));
        for (Table table : book.tables().values()) {
            for (Table.Row row : table.rows()) {
                norms.put(table.id() + "#" + row.id(), row.cells());
            }
        }
        return norms;
    }

    private static Object dated(Parameter parameter) {
        Set<List<@Nullable Object>> values = new HashSet<>();
        parameter.values().forEach(value -> {
            List<@Nullable Object> dated = new ArrayList<>();
            dated.add(value.from());
            dated.add(value.value());
            values.add(dated);
        });
        return values;
    }
}

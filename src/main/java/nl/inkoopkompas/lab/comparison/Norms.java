package nl.inkoopkompas.lab.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;

/**
 * Whether a criterion can differ between two books at all.
 *
 * <p>A verdict is a function of the request and of what the criterion reads in the book: its own rule file, the shared
 * definitions, the parameters and tables that its conditions name, and where it applies; the schema says how a request
 * is read. The engine gets nothing else. So where all of these are the same in both books, it is the same function, and
 * no request can show a difference. What it reads is told by the conditions themselves, in the same walk that binds
 * them to the book.
 */
final class Norms {

    private Norms() {}

    static boolean sameSchema(RuleBook base, RuleBook draft, String decision) {
        String schema = "rules/" + decision + "/input.schema.yaml";
        String context = "rules/" + decision + "/context.schema.yaml";
        return Objects.equals(text(base, schema), text(draft, schema))
                && Objects.equals(text(base, context), text(draft, context));
    }

    private static @Nullable String text(RuleBook book, String path) {
        return book.files().has(path) ? book.files().text(path) : null;
    }

    static boolean same(String criterion, String decision, RuleBook base, Criteria of, RuleBook draft, Criteria other) {
        Survey read = of.survey(criterion);
        Survey also = other.survey(criterion);
        return sameRules(criterion, base.policy(decision), draft.policy(decision))
                && read.parameters().equals(also.parameters())
                && read.tables().equals(also.tables())
                && read.parameters().stream().allMatch(key -> values(base, key).equals(values(draft, key)))
                && read.tables().stream().allMatch(id -> cells(base, id).equals(cells(draft, id)))
                && applies(of, criterion).equals(applies(other, criterion));
    }

    private static boolean sameRules(String criterion, Policy base, Policy draft) {
        String own = "rules/" + criterion.replace('.', '/') + ".drl";
        String shared = "rules/" + base.decision() + "/definitions.drl";
        return Objects.equals(base.rules().get(own), draft.rules().get(own))
                && Objects.equals(base.rules().get(shared), draft.rules().get(shared));
    }

    private static List<@Nullable Object> values(RuleBook book, String key) {
        Parameter parameter = book.parameter(key).orElseThrow();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(parameter.optional());
        parameter.values().forEach(value -> {
            values.add(value.from());
            values.add(value.value());
        });
        return values;
    }

    private static Set<List<@Nullable Object>> cells(RuleBook book, String id) {
        Table table = book.requireTable(id);
        Set<List<@Nullable Object>> cells = new HashSet<>();
        cells.add(List.copyOf(table.key()));
        cells.add(List.copyOf(table.columns()));
        table.rows().forEach(row -> cells.add(row.cells().subList(1, row.cells().size())));
        return cells;
    }

    private static Object applies(Criteria criteria, String criterion) {
        return criteria.standings(criterion).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().applies()));
    }

    /** Whether a shortcoming does the same in both books. */
    static boolean sameEffect(String criterion, Criteria of, Criteria other) {
        return of.standings(criterion).equals(other.standings(criterion));
    }

    /** All criteria of either book, in the order of the first. */
    static Set<String> criteria(Criteria of, Criteria other) {
        Set<String> ids = new LinkedHashSet<>(of.ids());
        ids.addAll(new TreeSet<>(other.ids()));
        return ids;
    }
}

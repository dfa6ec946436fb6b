package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy: schemas, rules, parameters, tables, texts, sources, interpretations and scenarios.
 * Immutable; what it holds is named by {@link #hash()}.
 *
 * @param validFrom the first reference date that it is applied to
 */
public record RuleBook(
        String version,
        LocalDate validFrom,
        RuleBookFiles files,
        Map<String, Source> sources,
        Map<String, Interpretation> interpretations,
        Map<String, Table> tables,
        Map<String, Policy> policies,
        ClauseBook clauses) {

    public String hash() {
        return files.hash();
    }

    /** The same book under another version, for one that is not published. */
    public RuleBook named(String version) {
        return new RuleBook(version, validFrom, files, sources, interpretations, tables, policies, clauses);
    }

    /** The same book with another policy for a decision, told apart by a name: a variant to try, never published. */
    public RuleBook with(Policy policy, String variant) {
        Map<String, Policy> others = new TreeMap<>(policies);
        others.put(policy.decision(), policy);
        return new RuleBook(
                version,
                validFrom,
                files.with("rules/variant", variant),
                sources,
                interpretations,
                tables,
                others,
                clauses);
    }

    /** The same book with another table in place of its own, told apart by a name: a variant to try. */
    public RuleBook with(Table table, String variant) {
        Map<String, Table> others = new TreeMap<>(tables);
        others.put(table.id(), table);
        return new RuleBook(
                version,
                validFrom,
                files.with("rules/variant", variant),
                sources,
                interpretations,
                others,
                policies,
                clauses);
    }

    /** The policy of a decision; refuses a decision that the book lacks with an {@link IllegalArgumentException}. */
    public Policy policy(String decision) {
        Policy policy = policies.get(decision);
        if (policy == null) {
            throw new IllegalArgumentException("Rule book " + version + " has no decision " + decision);
        }
        return policy;
    }

    public @Nullable Table table(String id) {
        return tables.get(id);
    }

    /** A table that must be there; refuses another id with an {@link IllegalArgumentException}. */
    public Table requireTable(String id) {
        Table table = tables.get(id);
        if (table == null) {
            throw new IllegalArgumentException("Rule book " + version + " has no table " + id);
        }
        return table;
    }

    public Optional<Parameter> parameter(String key) {
        return policies.values().stream()
                .map(policy -> policy.parameters().get(key))
                .filter(parameter -> parameter != null)
                .findFirst();
    }
}

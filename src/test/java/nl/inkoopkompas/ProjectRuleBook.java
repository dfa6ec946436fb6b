package nl.inkoopkompas;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import tools.jackson.databind.JsonNode;

/** The rule book of this project, read and compiled once for all tests. */
public final class ProjectRuleBook {

    public static final RuleBookFiles FILES = RuleBookFiles.below(Path.of(""));
    public static final RuleBook BOOK = RuleBookReader.read(FILES);
    public static final DecisionEngine ENGINE = new DecisionEngine(new EngineReceipt("test", "test"));

    private static final Map<String, RuleBook> CHANGED = new ConcurrentHashMap<>();

    static {
        ENGINE.prepare(BOOK, ProjectTypes.ALL);
    }

    private ProjectRuleBook() {}

    /** The book with other values of parameters of admission, all from the first day on. */
    public static RuleBook with(Map<String, JsonNode> values) {
        return with("admission", values);
    }

    /** The book with other values of parameters of a decision, all from the first day on. */
    public static RuleBook with(String decision, Map<String, JsonNode> values) {
        return CHANGED.computeIfAbsent(decision + new TreeMap<>(values), changed -> {
            RuleBook book = with(BOOK, decision, values);
            ENGINE.prepare(book);
            return book;
        });
    }

    /** A book with other values of parameters; its readings need not agree with them. */
    static RuleBook with(RuleBook book, Map<String, JsonNode> values) {
        return with(book, "admission", values);
    }

    static RuleBook with(RuleBook book, String decision, Map<String, JsonNode> values) {
        Policy policy = book.policy(decision);
        Map<String, Parameter> parameters = new TreeMap<>(policy.parameters());
        values.forEach((key, value) -> parameters.computeIfPresent(key, (same, parameter) -> with(parameter, value)));
        Policy changed = new Policy(
                policy.decision(),
                policy.schema(),
                policy.context(),
                parameters,
                policy.rules(),
                policy.texts(),
                policy.scenarios(),
                policy.invariants());
        return with(book, changed, values.toString());
    }

    /** A book with another policy for one decision, told apart by a name. */
    static RuleBook with(RuleBook book, Policy policy, String name) {
        Map<String, Policy> policies = new TreeMap<>(book.policies());
        policies.put(policy.decision(), policy);
        return new RuleBook(
                book.version(),
                book.validFrom(),
                book.files().with("rules/variant", name),
                book.sources(),
                book.interpretations(),
                book.tables(),
                policies,
                book.clauses());
    }

    private static Parameter with(Parameter parameter, JsonNode value) {
        DatedValue first = parameter.values().get(0);
        Object changed = value.isNull() ? null : parameter.type().parse(value.asString());
        return new Parameter(
                parameter.key(),
                parameter.type(),
                parameter.unit(),
                parameter.optional(),
                parameter.options(),
                parameter.label(),
                parameter.checkedOn(),
                List.of(new DatedValue(first.from(), changed, first.source(), first.example())));
    }
}

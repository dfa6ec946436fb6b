package nl.inkoopkompas.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Decision.EngineReceipt;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.register.Replay.Difference;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides again from stored input, context and rule book, and compares. */
@Component
public class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    /** What the register added to what was decided. */
    private static final Set<String> ADDED = Set.of("id", "recordedAt", "recordedBy", "round", "previous");

    private static final String ENGINE = "engine";

    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final Map<String, DecisionType> types;

    Replays(DecisionEngine engine, RuleBooks ruleBooks, List<DecisionType> types) {
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.types = types.stream().collect(Collectors.toMap(DecisionType::name, Function.identity()));
    }

    public Replay replay(RegisteredDecision registered) {
        String version = registered.summary().ruleBookVersion();
        RuleBook book = ruleBooks.byVersion(version).orElse(null);
        DecisionType type = types.get(registered.summary().type());
        if (book == null || type == null) {
            return impossible(
                    book == null
                            ? "Rule book " + version + " is not in the register."
                            : "This program does not know decisions of the type "
                                    + registered.summary().type() + ".");
        }
        try {
            Input input = new Input(registered.request(), registered.context());
            return compare(registered.decision(), engine.decide(type, input, book, Language.NL));
        } catch (RuntimeException e) {
            LOG.warn("Decision {} cannot be decided again", registered.summary().id(), e);
            return impossible("The stored input can no longer be decided on with rule book " + version + ".");
        }
    }

    private static Replay impossible(String problem) {
        return new Replay(false, List.of(), null, null, problem);
    }

    private static Replay compare(ObjectNode recorded, Decision again) {
        ObjectNode before = Json.object(recorded.toString()); // both as text once, so that numbers compare
        ObjectNode after = Json.object(Json.text(again));
        EngineReceipt then = receipt(before.get(ENGINE));
        ADDED.forEach(before::remove);
        ADDED.forEach(after::remove);
        before.remove(ENGINE);
        after.remove(ENGINE);
        List<Difference> differences = new ArrayList<>();
        compare("", before, after, differences);
        return new Replay(differences.isEmpty(), differences, then, again.engine(), null);
    }

    private static EngineReceipt receipt(JsonNode engine) {
        return new EngineReceipt(
                engine.path("version").asString(""), engine.path("build").asString(""));
    }

    private static void compare(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> differences) {
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    before.get(name),
                    after.get(name),
                    differences));
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i), differences);
            }
        } else if (before == null || !before.equals(after)) {
            differences.add(new Difference(pointer, before, after));
        }
    }
}

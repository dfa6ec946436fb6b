package nl.inkoopkompas.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judgements and responses over the rounds of an application. One lapses when a fact of its finding changes: the person
 * who judged saw something else.
 */
final class ActsOfRounds {

    private static final List<String> LISTS = List.of("judgements", "responses");

    private final DecisionEngine engine;
    private final RuleBook book;
    private final Input before;
    private final Input after;

    /** @param after the application with its changes, which is changed further here */
    ActsOfRounds(DecisionEngine engine, RuleBook book, RegisteredDecision latest, Input after) {
        this.engine = engine;
        this.book = book;
        this.before = new Input(latest.request(), latest.context());
        this.after = after;
    }

    /** Removes what has lapsed, and says what that was. */
    ArrayNode dropLapsed() {
        ArrayNode lapsed = JsonNodeFactory.instance.arrayNode();
        if (LISTS.stream().allMatch(name -> after.request().path(name).isEmpty())) {
            return lapsed;
        }
        Map<String, Set<String>> then = facts(before);
        Map<String, Set<String>> now = facts(after);
        for (String name : LISTS) {
            if (after.request().path(name) instanceof ArrayNode acts) {
                for (int i = acts.size() - 1; i >= 0; i--) {
                    String finding = key(acts.get(i));
                    if (then.containsKey(finding) && !then.get(finding).equals(now.get(finding))) {
                        lapsed.insert(0, acts.remove(i));
                    }
                }
            }
        }
        return lapsed;
    }

    /** Adds what was done in this round, and says how many there were before. */
    int add(String name, List<JsonNode> acts) {
        JsonNode present = after.request().path(name);
        ArrayNode list =
                present instanceof ArrayNode found ? found : after.request().putArray(name);
        int already = list.size();
        acts.forEach(act -> list.add(act.deepCopy()));
        return already;
    }

    /** The facts of every finding as the rules alone make it, wherever in its list a line stands. */
    private Map<String, Set<String>> facts(Input input) {
        ObjectNode bare = input.request().deepCopy();
        LISTS.forEach(bare::remove);
        Map<String, Set<String>> facts = new LinkedHashMap<>();
        Input alone = new Input(bare, input.context());
        for (Judged finding : engine.judge(book, AdmissionType.ID, engine.read(book, AdmissionType.ID, alone))) {
            Set<String> values = new TreeSet<>();
            values.add(finding.verdict().name());
            finding.factPointers()
                    .forEach(pointer -> values.add(pointer.replaceAll("/\\d+", "/*") + "=" + bare.at(pointer)));
            facts.put(key(finding.criterion(), finding.subjectPointer()), values);
        }
        return facts;
    }

    private static String key(JsonNode act) {
        return key(act.path("criterion").asString(""), act.path("subject").asString(""));
    }

    private static String key(@Nullable String criterion, String subject) {
        return criterion + " " + subject;
    }
}

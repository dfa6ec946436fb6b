package nl.inkoopkompas.transition;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.transition.Plan.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans the transition of running indications, records plans and shows their lines. */
@Component
public class Transitions {

    private static final JsonMapper JSON = new JsonMapper();

    private final TransitionType type;
    private final Decisions decisions;
    private final KeptLines kept;
    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;

    Transitions(TransitionType type, Decisions decisions, KeptLines kept, DecisionEngine engine, RuleBooks ruleBooks) {
        this.type = type;
        this.decisions = decisions;
        this.kept = kept;
        this.engine = engine;
        this.ruleBooks = ruleBooks;
    }

    /** One page of lines, the first being 1, with how many there are in all. */
    public record Page(List<ShownLine> items, long total) {}

    /** Whether a decision of the register is a plan. */
    public static boolean isPlan(RegisteredDecision registered) {
        return registered.summary().type().equals(TransitionType.ID);
    }

    /** Plans without recording; refuses a request that cannot be planned with a {@link RequestRefused}. */
    public Decision decide(ObjectNode request, Language language) {
        return decisions.decide(type, new Input(request, DecisionEngine.noContext()), language);
    }

    /** Plans and records, with the lines of a large plan kept beside the decision. */
    @Transactional
    public Decision record(ObjectNode request, Instant at, String by) {
        Input input = new Input(request, DecisionEngine.noContext());
        Decision decision = decisions.record(type, input, Language.NL, at, by);
        Sealed lines = (Sealed) requireNonNull(decision.particulars().get("lines"));
        if (!decision.particulars().containsKey("indications")) {
            kept.keep(requireNonNull(decision.id()), lines.all());
        }
        return decision;
    }

    /** Lines of a plan, with what each resident is told. */
    public Page lines(RegisteredDecision plan, LineFilter filter, long page, int size, Language language) {
        UUID id = plan.summary().id();
        Residents residents = residents(plan, language);
        if (!plan.decision().has("indications") && !filter.narrows()) {
            long total = kept.count(id);
            List<ShownLine> lines = page - 1 > total / size ? List.of() : kept.lines(id, (page - 1) * size, size);
            return new Page(lines.stream().map(residents::tell).toList(), total);
        }
        List<ShownLine> found = new ArrayList<>();
        long[] count = new long[1];
        long first = (page - 1) * size;
        forEach(plan, line -> {
            if (filter.holds(line)) {
                if (count[0] >= first && found.size() < size) {
                    found.add(residents.tell(line));
                }
                count[0]++;
            }
        });
        return new Page(found, count[0]);
    }

    /** Passes every line of a plan by, in order, with what the resident is told. */
    public void forEach(RegisteredDecision plan, Language language, Consumer<ShownLine> reader) {
        Residents residents = residents(plan, language);
        forEach(plan, line -> reader.accept(residents.tell(line)));
    }

    private void forEach(RegisteredDecision plan, Consumer<ShownLine> reader) {
        if (!plan.decision().has("indications")) {
            kept.forEach(plan.summary().id(), reader);
            return;
        }
        Map<String, JsonNode> asked = new HashMap<>();
        plan.request()
                .path("indications")
                .forEach(indication -> asked.put(indication.path("id").asString(""), indication));
        for (JsonNode line : plan.decision().path("indications")) {
            reader.accept(shown(
                    JSON.treeToValue(line, Line.class),
                    requireNonNull(asked.get(line.path("id").asString("")))));
        }
    }

    private static ShownLine shown(Line line, JsonNode indication) {
        return ShownLine.of(
                indication.path("municipality").asString(""),
                indication.path("provider").asString(""),
                indication.path("product").asString(""),
                indication.path("end").isString()
                        ? LocalDate.parse(indication.path("end").asString(""))
                        : null,
                line);
    }

    private Residents residents(RegisteredDecision plan, Language language) {
        Explainer explainer = engine.explainer(ruleBooks.require(plan.summary().ruleBookVersion()), type.id());
        return new Residents(
                explainer,
                language,
                LocalDate.parse(plan.request().path("switchOn").asString("")));
    }

    /** What residents are told, in the texts of a rule book. */
    private record Residents(Explainer explainer, Language language, LocalDate switchOn) {

        ShownLine tell(ShownLine line) {
            Map<String, Object> names = new HashMap<>();
            put(names, "until", line.continuesUntil());
            put(names, "reindicateBy", line.reindicateBy());
            put(names, "after", switchOn);
            names.put("providerChanges", line.providerChanges());
            return line.saying(explainer.say("resident-" + id(line), language, names));
        }

        private static String id(ShownLine line) {
            if (line.situation() == 0) {
                return "none";
            }
            boolean open =
                    line.scenario() == null || (line.continuesUntil() == null && line.scenario() != Scenario.CONTINUE);
            return open ? "open" : String.valueOf(line.scenario());
        }

        private void put(Map<String, Object> names, String name, @Nullable LocalDate date) {
            if (date != null) {
                names.put(name, explainer.formats(language).date(date));
            }
        }
    }
}

package nl.inkoopkompas.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Motivation;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** What people decide on decisions that have one outcome and no products: once. */
@Component
public class WholeDeterminations {

    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final DeterminationRegister register;
    private final Map<String, DecisionType> types;

    WholeDeterminations(
            DecisionEngine engine, RuleBooks ruleBooks, DeterminationRegister register, List<DecisionType> types) {
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.register = register;
        this.types = types.stream().collect(Collectors.toMap(DecisionType::name, Function.identity()));
    }

    /** The outcome that a person chose, beside the one that was proposed. */
    public record Whole(Determination determination, String proposed, String outcome) {

        static Whole of(Determination determination) {
            OfProduct one = determination.products().get(0);
            return new Whole(determination, one.proposed(), one.outcome());
        }
    }

    /** What was determined on a decision, if anything. */
    public Optional<Whole> on(RegisteredDecision decision) {
        return register.on(decision).map(Whole::of);
    }

    /** The outcomes that a person may choose from: every outcome of the type, in the order of its texts. */
    public Set<String> outcomes(RegisteredDecision decision) {
        DecisionType type = types.get(decision.summary().type());
        return type == null
                ? Set.of()
                : ruleBooks
                        .require(decision.summary().ruleBookVersion())
                        .policy(type.id())
                        .texts(Language.NL)
                        .outcomes()
                        .keySet();
    }

    /**
     * Records what a person decided.
     *
     * @throws RequestRefused when it names no outcome of the type, or lacks a motivation where it differs
     * @throws WrongState when it was determined before, or its type ends in a procedure of its own
     */
    @Transactional
    public Whole determine(RegisteredDecision decision, byte[] json, Instant at, String by) {
        DecisionType type = types.get(decision.summary().type());
        if (type == null || !type.isDeterminedAtOnce()) {
            throw new WrongState(
                    "Over deze aanvraag wordt in haar eigen stappen beslist, niet met een vaststelling.",
                    "This request is decided on in steps of its own, not by a determination.");
        }
        Read read =
                read(engine.parse(json), outcomes(decision), decision.summary().outcome());
        Determination before = register.on(decision).orElse(null);
        if (before != null) {
            throw already(before.determinedBy());
        }
        List<OfProduct> whole = List.of(new OfProduct("", decision.summary().outcome(), read.outcome()));
        try {
            return Whole.of(register.determine(decision, 1, whole, read.motivation(), false, 1, at, by));
        } catch (DuplicateKeyException tooLate) {
            WrongState wrong = already("een ander");
            wrong.initCause(tooLate);
            throw wrong;
        }
    }

    private static WrongState already(String by) {
        return new WrongState("Dit is al vastgesteld door " + by + ".", "This was determined already by " + by + ".");
    }

    private record Read(String outcome, @Nullable String motivation) {}

    private static Read read(ObjectNode body, Set<String> outcomes, String proposed) {
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(body, Set.of("outcome", "motivation"), "");
        String outcome = body.path("outcome").asString("");
        boolean known = body.path("outcome").isString() && outcomes.contains(outcome);
        if (!known) {
            String options = String.join(", ", outcomes);
            problems.add("/outcome", "verwacht een van " + options, "expected one of " + options);
        }
        String motivation = Motivation.read(body, problems);
        if (known && !outcome.equals(proposed)) {
            Motivation.demandForDiffering(motivation, problems);
        }
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        return new Read(outcome, motivation);
    }
}

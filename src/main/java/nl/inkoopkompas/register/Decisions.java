package nl.inkoopkompas.register;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Decides by the rule book that holds on the reference date, and records what was decided. */
@Component
public class Decisions {

    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final DecisionRegister register;
    private final Map<String, DecisionType> types;

    Decisions(DecisionEngine engine, RuleBooks ruleBooks, DecisionRegister register, List<DecisionType> types) {
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.register = register;
        this.types = types.stream().collect(Collectors.toMap(DecisionType::name, Function.identity()));
    }

    /** Reads a request strictly as JSON; refuses it with a {@link RequestRefused}. */
    public ObjectNode parse(byte[] json) {
        return engine.parse(json);
    }

    /** Decides without recording; refuses a request that cannot be decided with a {@link RequestRefused}. */
    public Decision decide(DecisionType type, Input input, Language language) {
        return engine.decide(type, input, effective(type, input.request()), language);
    }

    /** Decides and records in Dutch; the answer is in the language asked for. */
    public Decision record(DecisionType type, Input input, Language language, Instant at, String by) {
        RuleBook book = effective(type, input.request());
        Decision recorded = register.record(engine.decide(type, input, book, Language.NL), input, at, by);
        return language == Language.NL
                ? recorded
                : engine.decide(type, input, book, language)
                        .recorded(requireNonNull(recorded.id()), requireNonNull(recorded.recordedAt()), by);
    }

    /**
     * Decides again from what is in the register, to read it in another language.
     *
     * @throws IllegalStateException when the program does not know the type of the decision any more
     */
    public Decision again(RegisteredDecision registered, Language language) {
        Input input = new Input(registered.request(), registered.context());
        Decision decision = engine.decide(type(registered), input, book(registered), language);
        UUID previous = registered.summary().previous();
        return previous == null
                ? decision
                : decision.following(previous, registered.summary().round());
    }

    /**
     * Decides again as if the reference date were another day, with the rule book of the decision: what was asked stays
     * what is asked, and papers lapse. Nothing is recorded.
     */
    public Decision on(RegisteredDecision registered, LocalDate day, Language language) {
        ObjectNode request = registered.request().deepCopy();
        request.put("asOf", day.toString());
        return engine.decide(type(registered), new Input(request, registered.context()), book(registered), language);
    }

    private DecisionType type(RegisteredDecision registered) {
        DecisionType type = types.get(registered.summary().type());
        if (type == null) {
            throw new IllegalStateException(
                    "Nobody knows decisions of type " + registered.summary().type());
        }
        return type;
    }

    private RuleBook book(RegisteredDecision registered) {
        return ruleBooks.require(registered.summary().ruleBookVersion());
    }

    private RuleBook effective(DecisionType type, ObjectNode request) {
        RuleBook book = effective(request);
        if (!book.policies().containsKey(type.id())) {
            throw new RequestRefused(List.of(new Refusal(
                    "/asOf",
                    new Bilingual(
                            "Het regelboek van die dag, " + book.version() + ", kent dit besluit nog niet.",
                            "The rule book of that day, " + book.version() + ", does not know this decision yet."))));
        }
        return book;
    }

    /**
     * The rule book for a request: the one that holds on its reference date; without a readable date the newest, which
     * then says what is wrong with the date.
     *
     * @throws RequestRefused when no rule book held on that date
     */
    public RuleBook effective(ObjectNode request) {
        String asOf = request.path("asOf").asString("");
        if (!asOf.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return ruleBooks.newest();
        }
        LocalDate date;
        try {
            date = LocalDate.parse(asOf);
        } catch (DateTimeException e) {
            return ruleBooks.newest();
        }
        return ruleBooks
                .effectiveOn(date)
                .orElseThrow(() -> new RequestRefused(List.of(new Refusal(
                        "/asOf",
                        new Bilingual(
                                "Op " + asOf + " gold nog geen regelboek. Het eerste geldt vanaf " + first() + ".",
                                "No rule book held on " + asOf + ". The first holds from " + first() + ".")))));
    }

    private LocalDate first() {
        List<RuleBook> books = ruleBooks.all();
        return books.get(books.size() - 1).validFrom();
    }
}

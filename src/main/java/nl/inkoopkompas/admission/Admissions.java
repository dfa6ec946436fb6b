package nl.inkoopkompas.admission;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionRegister.Entry;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Decides on applications for admission, and records what was decided. */
@Component
public class Admissions {

    private final DecisionType type = new AdmissionType();
    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final DecisionRegister register;

    Admissions(DecisionEngine engine, RuleBooks ruleBooks, DecisionRegister register) {
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.register = register;
    }

    /** Whether a decision of the register is one on admission. */
    public boolean covers(RegisteredDecision registered) {
        return registered.summary().type().equals(type.id());
    }

    /** Decides without recording; refuses a request that cannot be decided with a {@link RequestRefused}. */
    public Decision decide(byte[] json, Language language) {
        Input input = input(json);
        return engine.decide(type, input, effective(input.request()), language);
    }

    /** Decides in Dutch on a request that has been read elsewhere, without recording. */
    public Entry entry(ObjectNode request, UUID importId, String applicationKey) {
        Input input = new Input(request, DecisionEngine.noContext());
        return Entry.first(
                engine.decide(type, input, effective(request), Language.NL), input, importId, applicationKey);
    }

    /** Decides and records in Dutch; the answer is in the language asked for. */
    public Decision record(byte[] json, Language language, Instant at, String by) {
        Input input = input(json);
        RuleBook book = effective(input.request());
        Decision recorded = register.record(engine.decide(type, input, book, Language.NL), input, at, by);
        return language == Language.NL
                ? recorded
                : engine.decide(type, input, book, language)
                        .recorded(requireNonNull(recorded.id()), requireNonNull(recorded.recordedAt()), by);
    }

    /** Decides again from what is in the register, to read it in another language. */
    public Decision again(RegisteredDecision registered, Language language) {
        String version = registered.summary().ruleBookVersion();
        RuleBook book = ruleBooks.require(version);
        Decision decision = engine.decide(type, new Input(registered.request(), registered.context()), book, language);
        UUID previous = registered.summary().previous();
        return previous == null
                ? decision
                : decision.following(previous, registered.summary().round());
    }

    /**
     * Decides again as if the reference date were another day, with the rule book of the decision: admission goes on
     * asking what it asked, and papers lapse. Nothing is recorded.
     */
    public Decision on(RegisteredDecision registered, LocalDate day, Language language) {
        ObjectNode request = registered.request().deepCopy();
        request.put("asOf", day.toString());
        RuleBook book = ruleBooks.require(registered.summary().ruleBookVersion());
        return engine.decide(type, new Input(request, registered.context()), book, language);
    }

    /** The rule book for a request; without a readable date the newest, which then says what is wrong with the date. */
    private RuleBook effective(ObjectNode request) {
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

    private Input input(byte[] json) {
        return new Input(engine.parse(json), DecisionEngine.noContext());
    }
}

package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A kind of decision: what the engine cannot read from a rule book. */
public interface DecisionType {

    /** The name of its folder in a rule book: {@code admission}. */
    String id();

    /** What a recorded decision calls it, where that differs from its folder. */
    default String name() {
        return id();
    }

    /**
     * What the rule book itself holds besides a request, to be stored with the decision as its context; empty where
     * there is nothing.
     */
    default ObjectNode context(RuleBook book, ObjectNode request) {
        return DecisionEngine.noContext();
    }

    /** What the findings add up to; a total function. */
    default Outcome outcome(JsonNode request, List<Judged> findings) {
        throw new IllegalStateException(id() + " needs to know the rule book for an outcome");
    }

    /** The same for a request that has been read. */
    default Outcome outcome(Element request, List<Judged> findings) {
        return outcome(DecisionEngine.json(request), findings);
    }

    /**
     * The request with a context that follows from the request and from a rule book, for a type whose criteria read
     * what only its own planning tells. It is worked out again for every rule book.
     */
    default Element completed(Element request, RuleBook book, Judge judge) {
        return request;
    }

    /** Where a request contradicts itself in a way that no schema can tell. */
    default List<Refusal> contradictions(Element request, RuleBook book) {
        return List.of();
    }

    /** Judges one criterion of a request, while what others read is still being worked out. */
    @FunctionalInterface
    interface Judge {

        List<Judged> judge(Element request, String criterion);
    }

    /** The same with the tables of the rule book at hand. */
    default Outcome outcome(Case asked, List<Judged> findings) {
        return outcome(asked.request(), findings);
    }

    /** What of a rule book its outcomes rest on besides the findings: equal in two books, equal outcomes. */
    default Object restsOn(RuleBook book) {
        return "";
    }

    /** What is wrong with the part of a rule book that only this type reads. */
    default List<Problem> problems(RuleBook book) {
        return List.of();
    }

    /** Findings that no rule reports, drawn from what the rules reported. */
    default List<Judged> drawn(Case asked, List<Judged> findings) {
        return List.of();
    }

    /** What only this type of decision tells of a single decision, in the reader's language. */
    default Map<String, Object> particulars(Case asked, List<Judged> findings, Outcome outcome, Language language) {
        return outcome.particulars();
    }

    /** The parts of a request that get an outcome of their own, such as its products; empty where there are none. */
    default List<Part> parts(Outcome outcome) {
        return List.of();
    }

    /** The ids of those parts, in the same order. */
    default List<String> parts(Element request) {
        return List.of();
    }

    /** Every outcome that a part, or a request without parts, can get: the best for who applies last. */
    default List<String> outcomesUpward() {
        return List.of();
    }

    /** Whether an outcome means that the applicant can be called on. */
    default boolean isOpenTo(String outcome) {
        return false;
    }

    /** Who applies, for lists and breakdowns. */
    default Applicant applicant(Element request) {
        return new Applicant("", "");
    }

    /**
     * What a request can be broken down by, in the order in which it is shown.
     *
     * @param definitions whether a shared definition holds for the request; empty when that is not known
     */
    default List<Trait> traits(Element request, Function<String, Optional<Boolean>> definitions) {
        return List.of();
    }

    /** The places that applicants work in, where a breakdown by place makes sense. */
    default List<String> places(RuleBook book) {
        return List.of();
    }

    /** What a value of a trait, or of a part, is called. */
    default Bilingual label(RuleBook book, String dimension, String value) {
        return new Bilingual(value, value);
    }

    /**
     * Whether a finding keeps an outcome from following for what it concerns, whatever the other findings say: then one
     * criterion proves that it never happens. False where that is not known.
     */
    default boolean rulesOut(Judged finding, String outcome) {
        return false;
    }

    /** Whether a person determines the whole in one act; false where a procedure of its own ends in the decision. */
    default boolean isDeterminedAtOnce() {
        return true;
    }

    /** What has to be done next, the most pressing first. */
    List<Step> next(Proposal proposal);

    /** A part of a request and what is proposed for it. */
    record Part(String id, String outcome) {}

    /**
     * Who applies.
     *
     * @param id the same for every request of the same applicant; empty where there is none
     */
    record Applicant(String id, String name) {}

    /** Something that a request can be counted by. */
    record Trait(String dimension, List<String> values) {

        /** The dimension of parts. */
        public static final String PART = "product";

        /** The dimension of the size of who applies. */
        public static final String SIZE = "providerSize";

        /** The size of which policy says that it has to be spared. */
        public static final String SMALL = "MICRO";

        /** The dimension of the contract. */
        public static final String CONTRACT = "contract";

        /** The dimension of where who applies works. */
        public static final String PLACE = "municipality";
    }

    /**
     * What is going on on a day by which people who take part in it must be judged by one rule book, such as an entry
     * window that has opened and not closed; in words, one for each.
     */
    default List<Bilingual> underway(RuleBook book, LocalDate day) {
        return List.of();
    }

    /**
     * What the findings add up to.
     *
     * @param particulars what only this type of decision tells
     */
    record Outcome(String overall, Map<String, Object> particulars) {}

    /**
     * A step of which the words stand in the rule book.
     *
     * @param because ids of the criteria that ask for it
     * @param everyMonths how often it has to be done; null where no term is given
     * @param source what asks for it, where no criterion does
     */
    record Step(
            String id,
            List<String> because,
            @Nullable LocalDate dueOn,
            @Nullable Long everyMonths,
            @Nullable SourceReference source) {

        /** A step in the procedure, without a term. */
        public static Step of(String id, List<String> because) {
            return new Step(id, because, null, null, null);
        }
    }

    /** A request that has been judged. */
    interface Proposal {

        JsonNode request();

        List<Judged> findings();

        Outcome outcome();

        RuleBook ruleBook();

        LocalDate asOf();

        /** Whether a shared definition holds for this request; empty when that is not known. */
        Optional<Boolean> definition(String name);
    }
}

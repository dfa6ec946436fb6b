package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A kind of decision: what the engine cannot read from a rule book. */
public interface DecisionType {

    /** The name of its folder in a rule book: {@code admission}. */
    String id();

    /** What the findings add up to; a total function. */
    Outcome outcome(JsonNode request, List<Judged> findings);

    /**
     * Whether a finding keeps an outcome from following for what it concerns, whatever the other findings say: then one
     * criterion proves that it never happens. False where that is not known.
     */
    default boolean rulesOut(Judged finding, String outcome) {
        return false;
    }

    /** What has to be done next, the most pressing first. */
    List<Step> next(Proposal proposal);

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

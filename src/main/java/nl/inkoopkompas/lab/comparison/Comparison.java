package nl.inkoopkompas.lab.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two rule books compared by what they mean.
 *
 * @param from the first reference date that was looked at
 * @param criteria one entry for each criterion of either book
 * @param outcomes what becomes another outcome
 */
public record Comparison(
        String base,
        String draft,
        LocalDate from,
        List<OfCriterion> criteria,
        List<OfOutcome> outcomes,
        List<NotAnalysed> notAnalysed) {

    /**
     * A criterion in both books.
     *
     * @param type of the decision
     * @param proven whether that nothing changes follows from the text alone
     * @param only {@code base} or {@code draft} where the other book lacks it; it then says nothing, as where a
     *     criterion does not apply
     * @param example null where nothing changes
     * @param changes every verdict that becomes another, each with an example
     */
    public record OfCriterion(
            String type,
            String criterion,
            Relation relation,
            boolean proven,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String only,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Example example,

            List<Changed> changes) {}

    /** A verdict that becomes another. */
    public record Changed(Verdict from, Verdict to, boolean complete, Example example) {}

    /** An outcome that becomes another. */
    public record OfOutcome(String type, String from, String to, Example example) {}

    /**
     * A request that shows a difference: posted as it is, each book answers so.
     *
     * @param subject what the criterion judges in it
     */
    public record Example(ObjectNode request, String subject, Answer base, Answer draft) {}

    /**
     * What a book answers.
     *
     * @param verdict of the criterion that the example is about; null where the book lacks it
     * @param verdicts of all criteria; of one that judges more subjects the gravest
     * @param reason in the reader's language
     */
    public record Answer(
            String outcome,
            @Nullable Verdict verdict,
            Map<String, Verdict> verdicts,
            @Nullable String reason) {}
}

package nl.inkoopkompas.decision;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A proposal with everything it rests on. It decides nothing: only a determination by a person does.
 *
 * @param id null when not recorded
 * @param round 1 for a first decision
 * @param inputHash SHA-256 of the RFC 8785 canonical JSON of {@code {request, context}}
 * @param findings always all of them, in the order of the criteria
 * @param particulars what only this type of decision has, such as the outcome per product
 */
public record Decision(
        @Nullable UUID id,
        String type,
        int round,
        @Nullable UUID previous,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy,
        String outcome,
        LocalDate asOf,
        RuleBookReceipt ruleBook,
        EngineReceipt engine,
        String inputHash,
        JsonNode context,
        List<Finding> findings,
        Explanation explanation,
        List<NextStep> next,
        @JsonAnyGetter Map<String, Object> particulars) {

    /** The rule book that was applied. */
    public record RuleBookReceipt(String version, String hash, LocalDate validFrom) {}

    /** The build that applied it. */
    public record EngineReceipt(String version, String build) {}

    /** The findings in plain language. */
    public record Explanation(String language, String summary, List<String> paragraphs) {}

    /**
     * Who has to do what.
     *
     * @param because ids of the criteria that ask for it
     * @param dueOn null where no term applies
     * @param source what asks for it, where no criterion does; else null
     */
    public record NextStep(
            String actor,
            String action,
            List<String> because,
            @Nullable LocalDate dueOn,
            @Nullable SourceReference source) {}

    /** The same decision as the next round of an application. */
    public Decision following(UUID previous, int number) {
        return new Decision(
                id,
                type,
                number,
                previous,
                recordedAt,
                recordedBy,
                outcome,
                asOf,
                ruleBook,
                engine,
                inputHash,
                context,
                findings,
                explanation,
                next,
                particulars);
    }

    /** The same decision as it stands in the register. */
    public Decision recorded(UUID id, Instant at, String by) {
        return new Decision(
                id,
                type,
                round,
                previous,
                at,
                by,
                outcome,
                asOf,
                ruleBook,
                engine,
                inputHash,
                context,
                findings,
                explanation,
                next,
                particulars);
    }
}

package nl.inkoopkompas.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decision as it stands in the register, with all that it was made from.
 *
 * @param dossier the first decision of the same application
 * @param decision the decision itself, in Dutch, as it was given
 * @param round what the round was asked to do; null for a first decision
 * @param rounds every round of the same application, in order; at least this one
 */
public record RegisteredDecision(
        DecisionSummary summary,
        UUID dossier,
        ObjectNode request,
        ObjectNode context,
        ObjectNode decision,
        @Nullable ObjectNode round,
        List<DecisionSummary> rounds,
        @Nullable String importFile) {

    RegisteredDecision withRounds(List<DecisionSummary> all) {
        return new RegisteredDecision(summary, dossier, request, context, decision, round, all, importFile);
    }
}

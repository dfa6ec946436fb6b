package nl.inkoopkompas.admission.drafts;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application that is being filled in.
 *
 * @param request as far as it is filled in; it need not be right yet
 */
public record ApplicationDraft(UUID id, String owner, ObjectNode request, Instant startedAt, Instant savedAt) {

    public ApplicationDraft with(ObjectNode request, Instant at) {
        return new ApplicationDraft(id, owner, request, startedAt, at);
    }
}

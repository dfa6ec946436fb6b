package nl.inkoopkompas.web.api.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Event;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.Drafts.Conflict;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draft as JSON.
 *
 * @param conflicts edits of what another published book changed too; empty while the draft is not overtaken
 */
record DraftView(
        UUID id,
        String title,
        String base,
        @Nullable String contentHash,
        String status,
        String createdBy,
        Instant createdAt,
        List<EditView> edits,
        boolean overtaken,
        List<Conflict> conflicts,
        @Nullable LocalDate latestFrom,
        @Nullable ProposalView proposal,
        @Nullable AnswerView answer,
        List<Event> history) {

    /**
     * An edit.
     *
     * @param was what stands there in the base
     */
    record EditView(
            int n,
            @Nullable String group,
            ObjectNode edit,
            @Nullable Object was,
            String reason,
            String by,
            Instant at) {}

    /** What was proposed. */
    record ProposalView(String motivation, String by, Instant at, String hash, String changelog) {}

    /** What another person said of it. */
    record AnswerView(
            String motivation,
            String by,
            Instant at,
            @Nullable String version,
            @Nullable LocalDate validFrom,
            @Nullable String rectification) {}

    static DraftView of(Draft draft, RuleBook base, boolean overtaken, List<Conflict> conflicts) {
        return new DraftView(
                draft.id(),
                draft.title(),
                draft.base(),
                draft.content(),
                draft.status().name(),
                draft.createdBy(),
                draft.createdAt(),
                draft.edits().stream().map(made -> edit(made, base)).toList(),
                overtaken,
                conflicts,
                draft.latestFrom(),
                proposal(draft),
                answer(draft),
                draft.events());
    }

    private static EditView edit(Made made, RuleBook base) {
        return new EditView(
                made.number(),
                made.group(),
                made.json(),
                made.edit().standing(base),
                made.reason(),
                made.by(),
                made.at());
    }

    private static @Nullable ProposalView proposal(Draft draft) {
        if (draft.proposal() == null) {
            return null;
        }
        Draft.Proposal proposal = Objects.requireNonNull(draft.proposal());
        return new ProposalView(
                proposal.motivation(), proposal.by(), proposal.at(), proposal.hash(), proposal.changelog());
    }

    private static @Nullable AnswerView answer(Draft draft) {
        if (draft.answer() == null) {
            return null;
        }
        Draft.Answer answer = Objects.requireNonNull(draft.answer());
        return new AnswerView(
                answer.motivation(),
                answer.by(),
                answer.at(),
                answer.version(),
                answer.validFrom(),
                answer.rectification());
    }
}

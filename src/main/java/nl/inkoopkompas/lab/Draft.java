package nl.inkoopkompas.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule book in the making: a base with edits, and what became of it.
 *
 * @param base version of the rule book that it is compared with and replaces
 * @param content hash of the files that it starts from, where those are not the base's: an older book that is brought
 *     back, or one from elsewhere
 * @param edits those that were not undone, in order
 * @param proposal the last one; null where it was never proposed
 * @param turn the number of the last thing that happened to it
 */
public record Draft(
        UUID id,
        String title,
        String base,
        @Nullable String content,
        String createdBy,
        Instant createdAt,
        Status status,
        List<Made> edits,
        Set<String> editors,
        @Nullable Proposal proposal,
        @Nullable Answer answer,
        List<Event> events,
        int turn) {

    /** Where a draft stands. */
    public enum Status {
        DRAFT,
        PROPOSED,
        /** Refused by another person; an edit makes it a draft again. */
        REJECTED,
        PUBLISHED,
        DISCARDED;

        /** Whether it can still change. */
        public boolean isOpen() {
            return this != PUBLISHED && this != DISCARDED;
        }
    }

    /**
     * An edit, and who made it.
     *
     * @param number for good: numbers of undone edits are not used again
     * @param group shared by edits that are one change
     */
    public record Made(
            int number, @Nullable String group, Edit edit, ObjectNode json, String reason, String by, Instant at) {}

    /**
     * Edits that are one change: those of one group, or a single one.
     *
     * @param number the first edit's
     */
    public record Change(int number, List<Made> edits) {

        /** The numbers of its edits. */
        public List<Integer> numbers() {
            return edits.stream().map(Made::number).toList();
        }
    }

    /**
     * What was put before another person.
     *
     * @param hash of the files that were proposed
     * @param report what was found at that moment, frozen
     * @param changelog the Dutch entry, as the proposer left it
     */
    public record Proposal(String motivation, String by, Instant at, String hash, JsonNode report, String changelog) {}

    /**
     * What another person said.
     *
     * @param version of the rule book that came of it; null where it was rejected
     * @param rectification why it holds for people who are in the middle of a procedure; null where it does not
     */
    public record Answer(
            String motivation,
            String by,
            Instant at,
            @Nullable String version,
            @Nullable LocalDate validFrom,
            @Nullable String rectification) {}

    /** Something that happened to it. */
    public record Event(
            String kind, String by, Instant at, @Nullable String text) {}

    /** Its edits as changes, in the order of their first edits. */
    public List<Change> changes() {
        Map<String, List<Made>> grouped = new LinkedHashMap<>();
        for (Made made : edits) {
            String key = made.group() == null ? "#" + made.number() : "group " + made.group();
            grouped.computeIfAbsent(key, first -> new ArrayList<>()).add(made);
        }
        return grouped.values().stream()
                .map(made -> new Change(made.get(0).number(), List.copyOf(made)))
                .toList();
    }

    /** The latest day from which one of its edits holds; null where none is dated. */
    public @Nullable LocalDate latestFrom() {
        LocalDate latest = null;
        for (Made made : edits) {
            LocalDate from = made.edit().from();
            if (from != null && (latest == null || from.isAfter(latest))) {
                latest = from;
            }
        }
        return latest;
    }

    /** The first reference date that cases are judged on: that of the latest edit, and never before the base holds. */
    public LocalDate judgedFrom(RuleBook base) {
        LocalDate latest = latestFrom();
        return latest == null || latest.isBefore(base.validFrom()) ? base.validFrom() : latest;
    }

    /** Whoever made it what it is; none of them publishes it. */
    public Set<String> authors() {
        Set<String> authors = new LinkedHashSet<>(editors);
        authors.add(createdBy);
        if (proposal != null) {
            authors.add(proposal.by());
        }
        return new TreeSet<>(authors);
    }

    /** The same draft on another base, without some of its edits. */
    Draft basedOn(String version, Set<Integer> dropped) {
        List<Made> left =
                edits.stream().filter(made -> !dropped.contains(made.number())).toList();
        return new Draft(
                id, title, version, content, createdBy, createdAt, status, left, editors, proposal, answer, events,
                turn);
    }
}

package nl.inkoopkompas.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.inkoopkompas.lab.Draft.Answer;
import nl.inkoopkompas.lab.Draft.Event;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.Draft.Proposal;
import nl.inkoopkompas.lab.Draft.Status;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A draft as it follows from everything that was recorded of it, oldest first. */
final class DraftHistory {

    static final String CREATED = "LAB_DRAFT";
    static final String EDITED = "LAB_EDITS";
    static final String UNDONE = "LAB_UNDO";
    static final String REBASED = "LAB_REBASE";
    static final String PROPOSED = "LAB_PROPOSAL";
    static final String REJECTED = "LAB_REJECTION";
    static final String PUBLISHED = "LAB_PUBLICATION";
    static final String DISCARDED = "LAB_DISCARD";

    /** What takes a turn of the draft. */
    static final Set<String> KINDS = Set.of(CREATED, EDITED, UNDONE, REBASED, PROPOSED, REJECTED, PUBLISHED, DISCARDED);

    private final RuleBooks books;
    private final JournalEntry first;
    private final List<Made> edits = new ArrayList<>();
    private final Set<String> editors = new LinkedHashSet<>();
    private final List<Event> events = new ArrayList<>();
    private String base;
    private Status status = Status.DRAFT;
    private @Nullable Proposal proposal;
    private @Nullable Answer answer;

    private DraftHistory(RuleBooks books, JournalEntry first) {
        this.books = books;
        this.first = first;
        this.base = content(first).path("base").asString();
    }

    static Draft of(List<JournalEntry> entries, RuleBooks books) {
        DraftHistory history = new DraftHistory(books, entries.get(0));
        int turn = 0;
        for (JournalEntry entry : entries) {
            if (KINDS.contains(entry.kind())) {
                history.add(entry);
                turn = content(entry).path("turn").asInt();
            }
        }
        ObjectNode created = content(history.first);
        return new Draft(
                history.first.id(),
                created.path("title").asString(),
                history.base,
                created.path("content").asString(null),
                history.first.recordedBy(),
                history.first.recordedAt(),
                history.status,
                List.copyOf(history.edits),
                Set.copyOf(history.editors),
                history.proposal,
                history.answer,
                List.copyOf(history.events),
                turn);
    }

    private void add(JournalEntry entry) {
        ObjectNode content = content(entry);
        String said = Optional.ofNullable(content.path("reason").asString(null))
                .orElse(content.path("motivation").asString(null));
        events.add(new Event(entry.kind().substring(4), entry.recordedBy(), entry.recordedAt(), said));
        switch (entry.kind()) {
            case EDITED -> {
                status = Status.DRAFT;
                editors.add(entry.recordedBy());
                content.path("edits").forEach(edit -> edits.add(made(edit, content, entry)));
            }
            case UNDONE -> {
                status = Status.DRAFT;
                editors.add(entry.recordedBy());
                remove(content.path("edits"));
            }
            case REBASED -> {
                status = Status.DRAFT;
                editors.add(entry.recordedBy());
                base = content.path("base").asString();
                remove(content.path("dropped"));
            }
            case PROPOSED -> {
                status = Status.PROPOSED;
                answer = null;
                proposal = new Proposal(
                        content.path("motivation").asString(),
                        entry.recordedBy(),
                        entry.recordedAt(),
                        content.path("hash").asString(),
                        content.path("report"),
                        content.path("changelog").asString());
            }
            case REJECTED -> {
                status = Status.REJECTED;
                answer = answer(entry, content);
            }
            case PUBLISHED -> {
                status = Status.PUBLISHED;
                answer = answer(entry, content);
            }
            case DISCARDED -> status = Status.DISCARDED;
            default -> {
                // its creation says no more than the fields read above
            }
        }
    }

    private void remove(JsonNode numbers) {
        Set<Integer> gone = new HashSet<>();
        numbers.forEach(number -> gone.add(number.asInt()));
        edits.removeIf(made -> gone.contains(made.number()));
    }

    private Made made(JsonNode edit, ObjectNode content, JournalEntry entry) {
        ObjectNode json = (ObjectNode) edit.path("edit");
        RuleBook book = books.require(base);
        return new Made(
                edit.path("n").asInt(),
                edit.path("group").asString(null),
                EditReader.recorded(json, book),
                json,
                content.path("reason").asString(),
                entry.recordedBy(),
                entry.recordedAt());
    }

    private static Answer answer(JournalEntry entry, ObjectNode content) {
        String validFrom = content.path("validFrom").asString(null);
        return new Answer(
                content.path("motivation").asString(),
                entry.recordedBy(),
                entry.recordedAt(),
                content.path("version").asString(null),
                validFrom == null ? null : LocalDate.parse(validFrom),
                content.path("rectification").asString(null));
    }

    private static ObjectNode content(JournalEntry entry) {
        return Objects.requireNonNull(entry.content(), "removed by retention");
    }
}

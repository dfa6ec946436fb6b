package nl.inkoopkompas.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.lab.Draft.Change;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.EditReader.Asked;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.amendment.AmendmentRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The drafts of rule books, and what is done to them. Each act is recorded with who, when and why. */
@Component
public class Drafts {

    private final DraftStore store;
    private final DraftBooks draftBooks;
    private final RuleBooks published;
    private final DecisionEngine engine;

    Drafts(DraftStore store, DraftBooks draftBooks, RuleBooks published, DecisionEngine engine) {
        this.store = store;
        this.draftBooks = draftBooks;
        this.published = published;
        this.engine = engine;
    }

    public Optional<Draft> find(UUID id) {
        return store.find(id, published);
    }

    /** A draft as it was at one of its turns. */
    public Optional<Draft> find(UUID id, int turn) {
        return store.find(id, turn, published);
    }

    /** All of them, newest first. */
    public List<Draft> all() {
        return store.all().stream().map(id -> find(id).orElseThrow()).toList();
    }

    /**
     * Starts a draft.
     *
     * @param base the book that it changes
     * @param start the files that it starts from, where those are not the base's
     */
    public Draft create(RuleBook base, String title, @Nullable RuleBookFiles start, Instant at, String by) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("title", title);
        content.put("base", base.version());
        RuleBookFiles other = start == null || start.hash().equals(base.hash()) ? null : start;
        return find(store.create(content, other, at, by)).orElseThrow();
    }

    /**
     * Adds edits: all of them or, when one is refused, none. A draft that was proposed is a draft again.
     *
     * @param json {@code {edits, reason}}
     * @throws RequestRefused when it is no list of edits, or one does not suit the rule book
     * @throws WrongState when the draft was published or discarded
     */
    @Transactional
    public Draft edit(Draft draft, byte[] json, Instant at, String by) {
        ObjectNode body = engine.parse(json);
        RuleBook base = draftBooks.base(draft);
        List<Asked> asked = EditReader.read(body, base);
        checkOpen(draft);
        RuleBookFiles files = draftBooks.files(draft);
        ArrayNode recorded = JsonNodeFactory.instance.arrayNode();
        int number = nextNumber(draft);
        BodyProblems problems = new BodyProblems();
        for (int i = 0; i < asked.size(); i++) {
            Asked one = asked.get(i);
            try {
                files = one.edit().applyTo(files, base);
            } catch (AmendmentRefused refused) {
                problems.add(
                        "/edits/" + i + "/" + refused.part(),
                        refused.why().nl(),
                        refused.why().en());
            }
            ObjectNode edit = one.json().deepCopy();
            edit.remove("group");
            if (one.edit() instanceof Edit.AddedScenario added) {
                edit.put("type", added.decision());
            }
            if (one.edit() instanceof Edit.AddedInvariant added) {
                edit.put("type", added.decision());
            }
            recorded.addObject().put("n", number + i).put("group", one.group()).set("edit", edit);
        }
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        checkReadable(draft, files);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("edits", recorded);
        content.put("reason", body.path("reason").asString().strip());
        store.append(draft, DraftHistory.EDITED, content, at, by);
        return find(draft.id()).orElseThrow();
    }

    /** Refuses what makes of the draft no rule book at all; what verification reports may stand in a draft. */
    private void checkReadable(Draft draft, RuleBookFiles files) {
        try {
            draftBooks.check(draft, files);
        } catch (RuleBookRefused refused) {
            throw new RequestRefused(refused.problems().stream()
                    .map(problem -> new Refusal(
                            "/edits",
                            new Bilingual(
                                    "daarmee klopt het regelboek niet meer (" + problem + ")",
                                    "with that it is no rule book any more (" + problem + ")")))
                    .toList());
        }
    }

    /** The number of the next edit: numbers are never used again, so undone ones count. */
    private int nextNumber(Draft draft) {
        return store.edits(draft.id()) + 1;
    }

    /**
     * Undoes an edit, with the others of its group.
     *
     * @throws WrongState when it is not there (any more), or a later edit rests on it
     */
    @Transactional
    public Draft undo(Draft draft, int number, Instant at, String by) {
        checkOpen(draft);
        Change change = draft.changes().stream()
                .filter(one -> one.numbers().contains(number))
                .findFirst()
                .orElseThrow(() -> new WrongState(
                        "Wijziging " + number + " is al ongedaan gemaakt.", "Edit " + number + " was undone already."));
        List<Made> rest = draft.edits().stream()
                .filter(made -> !change.edits().contains(made))
                .toList();
        checkStandsAlone(draft, rest);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        change.numbers().forEach(content.putArray("edits")::add);
        store.append(draft, DraftHistory.UNDONE, content, at, by);
        return find(draft.id()).orElseThrow();
    }

    private void checkStandsAlone(Draft draft, List<Made> rest) {
        try {
            draftBooks.check(draft, draftBooks.files(draft, rest));
        } catch (AmendmentRefused refused) {
            throw new WrongState(
                    "Een latere wijziging rust op deze. Maak die eerst ongedaan: "
                            + refused.why().nl() + ".",
                    "A later edit rests on this one. Undo that first: "
                            + refused.why().en() + ".");
        } catch (RuleBookRefused refused) {
            throw new WrongState(
                    "Zonder deze wijziging klopt het regelboek niet meer. Maak eerst de latere ongedaan. ("
                            + refused.problems().get(0) + ")",
                    "Without this edit it is no rule book any more. Undo the later ones first. ("
                            + refused.problems().get(0) + ")");
        }
    }

    /** Ends a draft that nobody wants any more; it stays readable. */
    @Transactional
    public Draft discard(Draft draft, String reason, Instant at, String by) {
        checkOpen(draft);
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("reason", reason);
        store.append(draft, DraftHistory.DISCARDED, content, at, by);
        return find(draft.id()).orElseThrow();
    }

    /** Whether another book was published since the draft was based on its own. */
    public boolean isOvertaken(Draft draft) {
        return draft.status().isOpen() && !published.newest().version().equals(draft.base());
    }

    /**
     * An edit of something that another published book changed too.
     *
     * @param was what stood there in the base
     * @param now what stands there in the newest book
     */
    public record Conflict(
            int number,
            String target,
            @Nullable Object was,
            @Nullable Object now) {}

    /** The edits of which the target is not what it was in the base, or that the newest book does not take at all. */
    public List<Conflict> conflicts(Draft draft) {
        RuleBook base = draftBooks.base(draft);
        RuleBook newest = published.newest();
        List<Conflict> conflicts = new ArrayList<>();
        for (Made made : draft.edits()) {
            Object was = made.edit().standing(base);
            Object now = made.edit().standing(newest);
            if (!Objects.equals(was, now)) {
                conflicts.add(new Conflict(made.number(), made.edit().target(), was, now));
            }
        }
        return conflicts;
    }

    /**
     * Bases an overtaken draft on the newest book.
     *
     * @param dropped numbers of edits that are given up; those that conflict and are not dropped stand
     * @param kept numbers of edits that conflict and are kept
     * @throws WrongState when the draft is not overtaken, a conflict is undecided or an edit does not suit the newest
     */
    @Transactional
    public Draft rebase(Draft draft, Set<Integer> dropped, Set<Integer> kept, Instant at, String by) {
        checkOpen(draft);
        if (!isOvertaken(draft)) {
            throw new WrongState(
                    "Dit concept rust al op het nieuwste regelboek.", "This draft is based on the newest rule book.");
        }
        List<Conflict> undecided = conflicts(draft).stream()
                .filter(conflict -> !dropped.contains(conflict.number()) && !kept.contains(conflict.number()))
                .toList();
        if (!undecided.isEmpty()) {
            String numbers = String.join(
                    ", ",
                    undecided.stream()
                            .map(conflict -> conflict.number() + " (" + conflict.target() + ")")
                            .toList());
            throw new WrongState(
                    "Kies eerst wat er met deze wijzigingen gebeurt: " + numbers + ".",
                    "Choose first what becomes of these edits: " + numbers + ".");
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("base", published.newest().version());
        IntStream.of(dropped.stream().mapToInt(Integer::intValue).sorted().toArray())
                .forEach(content.putArray("dropped")::add);
        Draft based = draft.basedOn(published.newest().version(), dropped);
        checkStandsAlone(based, based.edits());
        store.append(draft, DraftHistory.REBASED, content, at, by);
        return find(draft.id()).orElseThrow();
    }

    private static void checkOpen(Draft draft) {
        if (!draft.status().isOpen()) {
            throw new WrongState(
                    "Dit concept is afgesloten. Begin een nieuw concept.", "This draft is closed. Start another.");
        }
    }
}

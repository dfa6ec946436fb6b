package nl.inkoopkompas.lab.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Status;
import nl.inkoopkompas.lab.DraftActs;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.register.SealedRuleBooks;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.amendment.HeadAmendments;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a draft becomes a rule book: proposed with what was found, judged by another person, sealed from a day that is
 * still to come. Applicants of one procedure are judged by one book.
 */
@Component
public class Publications {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Drafts drafts;
    private final DraftActs acts;
    private final DraftBooks draftBooks;
    private final SealedRuleBooks books;
    private final DecisionEngine engine;
    private final List<DecisionType> types;
    private final Gate gate;

    Publications(
            Drafts drafts,
            DraftActs acts,
            DraftBooks draftBooks,
            SealedRuleBooks books,
            DecisionEngine engine,
            List<DecisionType> types,
            Gate gate) {
        this.drafts = drafts;
        this.acts = acts;
        this.draftBooks = draftBooks;
        this.books = books;
        this.engine = engine;
        this.types = types;
        this.gate = gate;
    }

    /**
     * Puts a draft before others, with what is found about it at this moment. What blocks publication is in the report;
     * it does not keep anybody from proposing.
     *
     * @param json {@code {motivation, changelog}}; without a changelog it follows from the edits
     * @throws RequestRefused when it is no proposal
     * @throws WrongState when nothing is changed, or the draft is proposed already or closed
     */
    public Draft propose(Draft draft, byte[] json, Instant at, String by) {
        ProposalReader read = ProposalReader.proposal(engine.parse(json));
        if (!draft.status().isOpen() || draft.status() == Status.PROPOSED) {
            throw new WrongState(
                    "Dit concept is al voorgesteld of afgesloten.", "This draft is proposed already, or closed.");
        }
        RuleBook base = draftBooks.base(draft);
        RuleBookFiles files = draftBooks.files(draft);
        if (files.hash().equals(base.hash())) {
            throw new WrongState("Dit concept verandert niets.", "This draft changes nothing.");
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("motivation", read.motivation());
        content.put("hash", files.hash());
        content.put("changelog", read.changelog() == null ? Changelog.details(draft, base) : read.changelog());
        content.set("report", gate.report(draft));
        return acts.proposed(draft, content, at, by);
    }

    /**
     * Says no to a proposal.
     *
     * @throws NotByYou when the person made or proposed the draft
     * @throws WrongState when it is not proposed
     */
    public Draft reject(Draft draft, byte[] json, Instant at, String by) {
        checkOther(draft, by);
        ProposalReader read = ProposalReader.rejection(engine.parse(json));
        checkProposed(draft);
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("motivation", read.motivation());
        return acts.rejected(draft, content, at, by);
    }

    /**
     * Publishes a proposed draft: seals it as a rule book that holds from a day on.
     *
     * @param json {@code {validFrom, motivation, rectification}}
     * @throws NotByYou when the person created, edited or proposed the draft
     * @throws WrongState when something of it is not in order; the sentence says what
     */
    public RuleBook publish(Draft draft, byte[] json, Instant at, String by) {
        checkOther(draft, by);
        ProposalReader read = ProposalReader.publication(engine.parse(json));
        checkProposed(draft);
        checkNotOvertaken(draft);
        checkDay(draft, read, at.atZone(ZONE).toLocalDate());
        checkGate(draft);
        LocalDate validFrom = read.day();
        RuleBook base = draftBooks.base(draft);
        String version = nextVersion(validFrom);
        String details = Objects.requireNonNull(draft.proposal()).changelog();
        RuleBookFiles files = HeadAmendments.withChangelog(
                HeadAmendments.withHead(draftBooks.files(draft), version, validFrom),
                Changelog.entry(draft, base, details, version, validFrom));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("motivation", read.motivation());
        content.put("version", version);
        content.put("validFrom", validFrom.toString());
        content.put("rectification", read.rectification());
        try {
            return books.seal(files, at, by, () -> acts.published(draft, content, at, by));
        } catch (DuplicateKeyException tooLate) {
            WrongState wrong = new WrongState(
                    "Iemand anders publiceerde intussen een regelboek.",
                    "Somebody else published a rule book meanwhile.");
            wrong.initCause(tooLate);
            throw wrong;
        }
    }

    /**
     * Takes back a published book before it holds.
     *
     * @throws WrongState when it holds already, or was withdrawn before
     */
    public void withdraw(RuleBook book, String reason, Instant at, String by) {
        if (!book.validFrom().isAfter(at.atZone(ZONE).toLocalDate())
                || books.all().size() < 2) {
            throw new WrongState(
                    "Dit regelboek geldt al. Publiceer de oudere inhoud opnieuw om terug te gaan.",
                    "This rule book holds already. Publish the older content anew to go back.");
        }
        try {
            books.withdraw(book, reason, at, by);
        } catch (DuplicateKeyException before) {
            WrongState wrong =
                    new WrongState("Dit regelboek is al ingetrokken.", "This rule book was withdrawn already.");
            wrong.initCause(before);
            throw wrong;
        }
    }

    /** What is underway on a day, by which people are judged by one rule book. */
    public List<Bilingual> underway(LocalDate day) {
        List<Bilingual> underway = new ArrayList<>();
        RuleBook book = books.effectiveOnOrNewest(day);
        types.forEach(type -> underway.addAll(type.underway(book, day)));
        return underway;
    }

    private static void checkOther(Draft draft, String by) {
        if (draft.authors().contains(by)) {
            throw new NotByYou(
                    "U werkte zelf aan dit concept. Een ander beslist erover.",
                    "You worked on this draft yourself. Somebody else decides on it.");
        }
    }

    private static void checkProposed(Draft draft) {
        if (draft.status() != Status.PROPOSED) {
            throw new WrongState("Dit concept is niet voorgesteld.", "This draft is not proposed.");
        }
    }

    private void checkNotOvertaken(Draft draft) {
        if (!drafts.isOvertaken(draft)) {
            return;
        }
        String redo = draft.edits().stream()
                .map(made -> made.number() + " (" + made.edit().target() + ")")
                .collect(Collectors.joining(", "));
        throw new WrongState(
                "Intussen is regelboek " + books.newest().version()
                        + " gepubliceerd. Zet dit concept daarop over. Wijzigingen om opnieuw te bekijken: " + redo
                        + ".",
                "Rule book " + books.newest().version()
                        + " was published meanwhile. Base this draft on it. Edits to look at again: " + redo + ".");
    }

    private void checkDay(Draft draft, ProposalReader read, LocalDate today) {
        LocalDate day = read.day();
        LocalDate last = books.newest().validFrom();
        LocalDate from = draft.latestFrom();
        if (!day.isAfter(today) || !day.isAfter(last)) {
            LocalDate after = last.isAfter(today) ? last : today;
            throw new WrongState(
                    "Een regelboek geldt vanaf een dag na " + after + ".",
                    "A rule book holds from a day after " + after + ".");
        }
        if (from != null && from.isAfter(day)) {
            throw new WrongState(
                    "Een wijziging geldt pas vanaf " + from + ". Kies die dag of een latere.",
                    "An edit holds from " + from + " only. Choose that day or a later one.");
        }
        List<Bilingual> underway = new ArrayList<>(underway(day));
        RuleBook proposed = draftBooks.book(draft);
        types.forEach(type -> type.underway(proposed, day).stream()
                .filter(one -> !underway.contains(one))
                .forEach(underway::add));
        if (!underway.isEmpty() && read.rectification() == null) {
            throw new WrongState(
                    "Op " + day + " loopt "
                            + joined(underway.stream().map(Bilingual::nl).toList())
                            + ". Wie meedoet, wordt met één regelboek beoordeeld. Kies een andere dag, of leg vast waarom"
                            + " dit een rectificatie is.",
                    "On " + day + " there is "
                            + joined(underway.stream().map(Bilingual::en).toList())
                            + ". Whoever takes part is judged by one rule book. Choose another day, or record why this is"
                            + " a rectification.");
        }
    }

    private static String joined(List<String> names) {
        return String.join("; ", names);
    }

    private void checkGate(Draft draft) {
        List<Bilingual> blocking = gate.blocking(draft);
        if (!blocking.isEmpty()) {
            throw new WrongState(
                    "De controle houdt publicatie tegen: "
                            + joined(blocking.stream().map(Bilingual::nl).toList()) + ".",
                    "Verification keeps this from being published: "
                            + joined(blocking.stream().map(Bilingual::en).toList()) + ".");
        }
    }

    /** The year from which it holds, and the first number that no book of that year has. */
    private String nextVersion(LocalDate validFrom) {
        int number = 1;
        while (books.byVersion(validFrom.getYear() + "." + number).isPresent()) {
            number++;
        }
        return validFrom.getYear() + "." + number;
    }
}

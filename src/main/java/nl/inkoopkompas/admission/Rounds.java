package nl.inkoopkompas.admission;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionRegister.Entry;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Further rounds on an application: a supplement, judgements, a hearing. Each is the application as it now stands,
 * decided again with the rule book of round one; earlier rounds stay (contract admission.md; plan 4.4.1).
 */
@Component
public class Rounds {

    private final DecisionType type = new AdmissionType();
    private final DecisionEngine engine;
    private final RuleBooks ruleBooks;
    private final DecisionRegister register;
    private final Dossiers dossiers;

    Rounds(DecisionEngine engine, RuleBooks ruleBooks, DecisionRegister register, Dossiers dossiers) {
        this.engine = engine;
        this.ruleBooks = ruleBooks;
        this.register = register;
        this.dossiers = dossiers;
    }

    /** The application as it stands after a round, and what decides it. */
    private record Next(Input input, RuleBook book, ObjectNode round) {}

    /**
     * Decides on a further round without recording it.
     *
     * @throws RequestRefused when it is no request for a round, or leads to an application that does not suit the
     *     schema
     */
    public Decision preview(Dossier dossier, byte[] json, Language language) {
        Next next = next(dossier, RoundReader.read(engine.parse(json)));
        return decide(dossier, next, language);
    }

    /** Shortcomings on which the applicant can be heard: criterion and subject with a space in between. */
    public Set<String> hearable(Dossier dossier) {
        RegisteredDecision latest = dossier.latest();
        Input input = new Input(latest.request(), latest.context());
        RuleBook book = book(latest);
        return engine.judge(book, type.id(), engine.read(book, type.id(), input)).stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_MET && !finding.isFinal())
                .filter(Judged::remediable)
                .map(finding -> finding.criterion() + " " + finding.subjectPointer())
                .collect(Collectors.toSet());
    }

    /**
     * Records a further round.
     *
     * @param decision the last round so far
     * @throws RequestRefused as for a preview
     * @throws WrongState when a later round, or a determination that ends the matter, came first
     */
    @Transactional
    public Decision record(UUID decision, byte[] json, Language language, Instant at, String by) {
        Dossier dossier = dossiers.of(decision).orElseThrow();
        Round round = RoundReader.read(engine.parse(json));
        checkState(dossier);
        Next next = next(dossier, round);
        Decision dutch = decide(dossier, next, Language.NL);
        Decision recorded = record(Entry.further(dutch, next.input(), next.round(), dossier.turn() + 1), at, by);
        return language == Language.NL
                ? recorded
                : decide(dossier, next, language)
                        .recorded(requireNonNull(recorded.id()), requireNonNull(recorded.recordedAt()), by);
    }

    private Decision record(Entry entry, Instant at, String by) {
        try {
            return register.recordAll(List.of(entry), at, by).get(0);
        } catch (DuplicateKeyException tooLate) {
            throw tooLate(tooLate);
        }
    }

    static WrongState tooLate(DuplicateKeyException cause) {
        WrongState late = new WrongState(
                "Iemand anders was u net voor. Bekijk eerst hoe het dossier er nu voor staat.",
                "Somebody else was just ahead of you. See first how the dossier stands now.");
        late.initCause(cause);
        return late;
    }

    private static void checkState(Dossier dossier) {
        if (!dossier.isLatestAsked()) {
            throw new WrongState(
                    "Er is al een latere ronde: " + dossier.latest().summary().round() + ". Ga daarop verder.",
                    "There is a later round already: "
                            + dossier.latest().summary().round() + ". Go on from there.");
        }
        if (dossier.waiting().isPresent()) {
            throw new WrongState(
                    "Het besluit wacht op een tweede lezer. Daarna kan er een ronde volgen.",
                    "The determination waits for a second reader. A round can follow after that.");
        }
        if (dossier.isClosed()) {
            throw new WrongState(
                    "Op elk product is beslist. Een nieuwe ronde kan niet meer.",
                    "Every product has been decided on. There can be no further round.");
        }
    }

    private Decision decide(Dossier dossier, Next next, Language language) {
        RegisteredDecision latest = dossier.latest();
        return engine.decide(type, next.input(), next.book(), language)
                .following(latest.summary().id(), latest.summary().round() + 1);
    }

    private Next next(Dossier dossier, Round round) {
        RegisteredDecision latest = dossier.latest();
        RuleBook book = book(latest);
        checkDay(latest, round);
        ApplicationChanges changes =
                new ApplicationChanges(book.policy(AdmissionType.ID).schema(), latest.request(), latest.context());
        for (int i = 0; i < round.changes().size(); i++) {
            changes.apply(round.changes().get(i), i, round.on().toString());
        }
        changes.followEvidence();
        ObjectNode application = changes.application();
        Input changed = new Input(application, changes.context());
        ActsOfRounds acts = new ActsOfRounds(engine, book, latest, changed);
        ArrayNode lapsed = acts.dropLapsed();
        int judgements = acts.add("judgements", round.judgements());
        int responses = acts.add("responses", round.responses());
        try {
            engine.read(book, AdmissionType.ID, application);
        } catch (RequestRefused refused) {
            throw inWordsOfTheRound(refused, round, judgements, responses);
        }
        return new Next(changed, book, asked(round, lapsed));
    }

    private RuleBook book(RegisteredDecision decision) {
        return ruleBooks.require(decision.summary().ruleBookVersion());
    }

    private static void checkDay(RegisteredDecision latest, Round round) {
        Optional.ofNullable(latest.round())
                .map(before -> LocalDate.parse(before.path("on").asString()))
                .filter(before -> round.on().isBefore(before))
                .ifPresent(before -> {
                    throw new RequestRefused(List.of(new Refusal(
                            "/on",
                            new Bilingual(
                                    "de vorige ronde was op " + before + "; deze kan niet eerder zijn",
                                    "the round before was on " + before + "; this one cannot be earlier"))));
                });
    }

    /** What was asked for, as it is kept with the decision. */
    private static ObjectNode asked(Round round, ArrayNode lapsed) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("kind", round.kind().name());
        asked.put("on", round.on().toString());
        ArrayNode changes = asked.putArray("changes");
        for (Round.Change change : round.changes()) {
            ObjectNode made = changes.addObject().put("op", change.op().code()).put("path", change.path());
            if (change.value() != null) {
                made.set("value", change.value());
            }
        }
        asked.putArray("judgements").addAll(round.judgements());
        asked.putArray("responses").addAll(round.responses());
        asked.set("lapsed", lapsed);
        return asked;
    }

    /** The places of errors in the application, as places in what was asked. */
    private static RequestRefused inWordsOfTheRound(
            RequestRefused refused, Round round, int judgements, int responses) {
        List<Refusal> refusals = new ArrayList<>();
        for (Refusal refusal : refused.refusals()) {
            String pointer = moved(refusal.pointer(), "/judgements/", judgements);
            pointer = moved(pointer, "/responses/", responses);
            for (int i = 0; i < round.changes().size(); i++) {
                String path = round.changes().get(i).path();
                String start = path.endsWith("/-") ? path.substring(0, path.length() - 2) : path;
                if (pointer.equals(refusal.pointer()) && pointer.startsWith(start)) {
                    pointer =
                            "/changes/" + i + "/value" + (path.endsWith("/-") ? "" : pointer.substring(path.length()));
                }
            }
            String where = pointer.equals(refusal.pointer()) ? "" : " (" + refusal.pointer() + ")";
            refusals.add(new Refusal(
                    pointer,
                    new Bilingual(
                            refusal.detail().nl() + where, refusal.detail().en() + where)));
        }
        return new RequestRefused(refusals);
    }

    private static String moved(String pointer, String list, int by) {
        if (!pointer.startsWith(list)) {
            return pointer;
        }
        String[] parts = pointer.substring(list.length()).split("/", 2);
        return list + (Integer.parseInt(parts[0]) - by) + (parts.length == 1 ? "" : "/" + parts[1]);
    }
}

package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole dossier as one PDF, with what it takes to check it: for a judge, an auditor or the archive. */
@Component
public class DossierPaper {

    /** What the kinds of entries are called; another is called by its own name. */
    private static final Map<String, String> KINDS = Map.of(
            "DECISION", "Ronde",
            "DETERMINATION", "Besluit",
            "SECOND_READING", "Tweede lezer",
            "LETTER", "Brief",
            "MAIL", "Mail");

    private static final Map<String, String> ROUNDS =
            Map.of("SUPPLEMENT", "Aanvulling", "JUDGEMENT", "Oordeel", "HEARING", "Hoor en wederhoor");

    private final DecisionRegister register;
    private final DeterminationRegister determinations;
    private final LetterArchive letters;
    private final Journal journal;
    private final RuleBooks ruleBooks;
    private final Paper paper;
    private final Organisation organisation;

    DossierPaper(
            DecisionRegister register,
            DeterminationRegister determinations,
            LetterArchive letters,
            Journal journal,
            RuleBooks ruleBooks,
            Paper paper,
            Organisation organisation) {
        this.register = register;
        this.determinations = determinations;
        this.letters = letters;
        this.journal = journal;
        this.ruleBooks = ruleBooks;
        this.paper = paper;
        this.organisation = organisation;
    }

    /**
     * A round with what it was made with.
     *
     * @param asked what kind of round it was, and up to which day papers counted; empty for a first one
     * @param changes what it changed in the application
     */
    record RoundText(
            int number,
            String id,
            String recordedAt,
            String recordedBy,
            String asOf,
            String outcome,
            String asked,
            List<FindingText.Line> changes,
            List<FindingText.Line> products,
            List<FindingText> findings,
            List<Act> acts,
            Receipt receipt) {}

    /** What a person said on a finding: a judgement, or what became of an answer in a hearing. */
    record Act(String what, String criterion, String about, String accepted, String motivation) {}

    /** What a round was decided with. */
    record Receipt(String ruleBook, String ruleBookHash, String engine, String inputHash) {}

    /** What a person determined, and what the second reader said. */
    record DeterminationText(
            int number,
            String determinedAt,
            String determinedBy,
            String round,
            List<DeterminedProduct> products,
            String motivation,
            String reading,
            String state) {}

    record DeterminedProduct(String name, String proposed, String outcome) {}

    /** A letter in the list of letters. */
    record LetterLine(String title, String sentOn, String dueOn, String recipient, String by, String sha256) {}

    /**
     * An entry of the journal.
     *
     * @param digest SHA-256 over what the entry says, with its salt
     */
    record JournalLine(String id, String kind, String at, String by, String digest) {}

    /** The dossier as it stands, printed at a moment. */
    public byte[] print(UUID dossier, Instant at) {
        return paper.print(document(dossier, at));
    }

    String document(UUID dossier, Instant at) {
        RegisteredDecision first = register.byId(dossier).orElseThrow();
        CaseWords words = words(first);
        DecisionSummary summary = first.summary();
        List<RoundText> rounds = new ArrayList<>();
        for (DecisionSummary round : first.rounds()) {
            rounds.add(round(register.byId(round.id()).orElseThrow()));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("organisation", organisation);
        values.put("applicant", Objects.requireNonNullElse(summary.applicantName(), ""));
        values.put("kvkNumber", Objects.requireNonNullElse(summary.kvkNumber(), ""));
        values.put("contract", words.contract(summary.contract()));
        values.put("dossier", dossier.toString());
        values.put("printedAt", words.moment(at));
        values.put("rounds", rounds);
        values.put("determinations", determinations(dossier, first, words));
        values.put("letters", letters(dossier, words));
        values.put("journal", journal(dossier, words));
        return paper.document("dossier", values);
    }

    private CaseWords words(RegisteredDecision decision) {
        String version = decision.summary().ruleBookVersion();
        RuleBook book = ruleBooks
                .byVersion(version)
                .orElseThrow(() -> new IllegalStateException("Rule book " + version + " is not in the register"));
        return new CaseWords(book, decision.summary().type());
    }

    private RoundText round(RegisteredDecision decision) {
        CaseWords words = words(decision);
        JsonNode record = decision.decision();
        JsonNode products = record.path("products");
        return new RoundText(
                decision.summary().round(),
                decision.summary().id().toString(),
                words.moment(decision.summary().recordedAt()),
                decision.summary().recordedBy(),
                words.date(decision.summary().asOf()),
                words.outcome(decision.summary().outcome()),
                asked(decision, words),
                changes(decision, words),
                products.valueStream()
                        .map(product -> new FindingText.Line(
                                words.product(product.path("code").asString()) + " ("
                                        + product.path("code").asString() + ")",
                                words.outcome(product.path("outcome").asString())))
                        .toList(),
                record.path("findings")
                        .valueStream()
                        .map(finding -> FindingText.of(finding, products, words))
                        .toList(),
                acts(decision, words),
                new Receipt(
                        record.at("/ruleBook/version").asString() + ", geldig vanaf "
                                + words.date(LocalDate.parse(
                                        record.at("/ruleBook/validFrom").asString())),
                        record.at("/ruleBook/hash").asString(),
                        record.at("/engine/version").asString() + " ("
                                + record.at("/engine/build").asString() + ")",
                        record.path("inputHash").asString()));
    }

    private static String asked(RegisteredDecision decision, CaseWords words) {
        ObjectNode round = decision.round();
        if (round == null) {
            return "";
        }
        String kind = round.path("kind").asString("");
        return ROUNDS.getOrDefault(kind, kind) + ". Ingeleverde stukken tellen tot en met "
                + words.date(LocalDate.parse(round.path("on").asString())) + ".";
    }

    private static List<FindingText.Line> changes(RegisteredDecision decision, CaseWords words) {
        List<FindingText.Line> lines = new ArrayList<>();
        ObjectNode round = decision.round();
        if (round != null) {
            for (JsonNode change : round.path("changes")) {
                String path = change.path("path").asString();
                boolean removed = change.path("op").asString("").equals("remove");
                lines.add(new FindingText.Line(
                        words.field(path), removed ? "weggehaald" : words.value(path, change.path("value"))));
            }
        }
        return lines;
    }

    private static List<Act> acts(RegisteredDecision decision, CaseWords words) {
        List<Act> acts = new ArrayList<>();
        for (JsonNode judgement : decision.request().path("judgements")) {
            acts.add(act("Oordeel", judgement, decision, words));
        }
        for (JsonNode response : decision.request().path("responses")) {
            boolean lapsed = response.path("kind").asString("").equals("LAPSED");
            acts.add(act(lapsed ? "Geen reactie" : "Maatregelen", response, decision, words));
        }
        return acts;
    }

    private static Act act(String what, JsonNode act, RegisteredDecision decision, CaseWords words) {
        String subject = act.path("subject").asString("");
        String code = decision.request()
                .at(subject.startsWith("/products/") ? subject + "/code" : "/none")
                .asString("");
        JsonNode accepted = act.path("accepted");
        return new Act(
                what,
                words.criterion(act.path("criterion").asString("")),
                code.isEmpty() ? "de aanbieder" : words.product(code),
                accepted.isBoolean() ? (accepted.booleanValue() ? "geaccepteerd" : "niet geaccepteerd") : "",
                act.path("motivation").asString(""));
    }

    private List<DeterminationText> determinations(UUID dossier, RegisteredDecision first, CaseWords words) {
        List<DeterminationText> texts = new ArrayList<>();
        for (Determination one : determinations.of(dossier)) {
            String round = first.rounds().stream()
                    .filter(summary -> summary.id().equals(one.decision()))
                    .map(summary -> String.valueOf(summary.round()))
                    .findFirst()
                    .orElse("");
            texts.add(new DeterminationText(
                    texts.size() + 1,
                    words.moment(one.determinedAt()),
                    one.determinedBy(),
                    round,
                    one.products().stream()
                            .map(product -> new DeterminedProduct(
                                    words.product(product.code()) + " (" + product.code() + ")",
                                    words.outcome(product.proposed()),
                                    words.outcome(product.outcome())))
                            .toList(),
                    Objects.requireNonNullElse(one.motivation(), ""),
                    reading(one, words),
                    one.holds() ? "Dit besluit geldt." : "Dit besluit geldt niet."));
        }
        return texts;
    }

    private static String reading(Determination determination, CaseWords words) {
        Determination.Reading reading = determination.reading();
        if (reading == null) {
            return determination.secondReader()
                    ? "Een tweede lezer is nodig en heeft zich nog niet uitgesproken."
                    : "Er was geen tweede lezer nodig.";
        }
        String motivation = reading.motivation() == null ? "" : " Motivering: " + reading.motivation();
        return "Tweede lezer " + reading.readBy() + " was het hier op " + words.moment(reading.readAt())
                + (reading.agreed() ? " mee eens." : " niet mee eens.") + motivation;
    }

    private List<LetterLine> letters(UUID dossier, CaseWords words) {
        return letters.of(dossier).stream()
                .map(letter -> new LetterLine(
                        letter.kind().title(),
                        words.date(letter.sentOn()),
                        letter.dueOn() == null ? "geen" : words.date(letter.dueOn()),
                        letter.recipientName() + ", " + letter.recipientAddress(),
                        letter.recordedBy(),
                        letter.sha256()))
                .toList();
    }

    private List<JournalLine> journal(UUID dossier, CaseWords words) {
        Map<UUID, String> digests = journal.digests(dossier);
        List<JournalLine> lines = new ArrayList<>();
        for (JournalEntry entry : journal.of(dossier)) {
            lines.add(new JournalLine(
                    entry.id().toString(),
                    KINDS.getOrDefault(entry.kind(), entry.kind()) + " (" + entry.kind() + ")",
                    words.moment(entry.recordedAt()),
                    entry.recordedBy(),
                    digests.getOrDefault(entry.id(), "")));
        }
        return lines;
    }
}

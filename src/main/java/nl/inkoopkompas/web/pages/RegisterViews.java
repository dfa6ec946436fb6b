package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Texts.OutcomeTexts;
import nl.inkoopkompas.web.pages.ContractedList.Option;
import nl.inkoopkompas.web.pages.RegisterDecision.Entry;
import nl.inkoopkompas.web.pages.RegisterDecision.Found;
import nl.inkoopkompas.web.pages.RegisterDecision.Labelled;
import nl.inkoopkompas.web.pages.RegisterPages.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the pages of the register, whatever the type of a decision. */
@Component
class RegisterViews {

    private final DecisionRegister register;
    private final Decisions decisions;
    private final Journal journal;
    private final List<DecisionType> types;
    private final List<DecisionPage> pages;
    private final RuleBookDictionary dictionary;
    private final MessageSource messages;

    RegisterViews(
            DecisionRegister register,
            Decisions decisions,
            Journal journal,
            List<DecisionType> types,
            List<DecisionPage> pages,
            RuleBookDictionary dictionary,
            MessageSource messages) {
        this.register = register;
        this.decisions = decisions;
        this.journal = journal;
        this.types = types;
        this.pages = pages;
        this.dictionary = dictionary;
        this.messages = messages;
    }

    RegisterList list(List<DecisionSummary> items, Query query, Pager pager, @Nullable String hidden, Locale locale) {
        RuleBook book = dictionary.current();
        Table contracts = book.requireTable("reference/contracts");
        Set<String> outcomes = new TreeSet<>();
        DecisionFilter all = DecisionFilter.all().ofType(query.soort().isEmpty() ? null : query.soort());
        register.counts(hidden == null ? all : all.without(hidden)).forEach(count -> outcomes.add(count.outcome()));
        return new RegisterList(
                pager.total(),
                query.isNarrowed(),
                types.stream()
                        .map(DecisionType::name)
                        .filter(type -> !type.equals(hidden))
                        .map(type -> new Option(type, type(type, locale), type.equals(query.soort())))
                        .toList(),
                outcomes.stream()
                        .map(outcome -> new Option(
                                outcome, outcome(query.soort(), outcome, locale), outcome.equals(query.uitkomst())))
                        .toList(),
                contracts.rows().stream()
                        .map(row -> new Option(
                                row.id(),
                                String.valueOf(contracts.cell(row, "name")),
                                row.id().equals(query.contract())))
                        .toList(),
                query.van(),
                query.tot(),
                query.zoek(),
                items.stream().map(one -> row(one, locale)).toList(),
                pager);
    }

    private RegisterList.Row row(DecisionSummary one, Locale locale) {
        Formats formats = new Formats(locale);
        String contract =
                one.contract() == null ? "" : dictionary.current(locale).contract(one.contract());
        return new RegisterList.Row(
                DecisionPage.address(pages, one.type(), one.id()).orElse(RegisterPages.PATH + "/" + one.id()),
                title(one, contract, locale),
                Objects.requireNonNullElse(one.kvkNumber(), ""),
                type(one.type(), locale),
                contract,
                outcome(one.type(), one.outcome(), locale),
                one.round(),
                formats.shortDate(one.asOf()),
                formats.shortDate(Formats.dateOf(one.recordedAt())) + ", " + formats.time(one.recordedAt()),
                one.recordedBy());
    }

    private String title(DecisionSummary one, String contract, Locale locale) {
        if (one.applicantName() != null && !one.applicantName().isEmpty()) {
            return one.applicantName();
        }
        return contract.isEmpty() ? type(one.type(), locale) : contract;
    }

    RegisterDecision one(RegisteredDecision found, Locale locale) {
        DecisionSummary summary = found.summary();
        Formats formats = new Formats(locale);
        DecisionType type = types.stream()
                .filter(known -> known.name().equals(summary.type()))
                .findFirst()
                .orElseThrow(NotFound::new);
        Words words = dictionary.of(summary.ruleBookVersion(), type.id(), locale);
        Decision decision = decisions.again(found, Language.of(locale));
        String contract = summary.contract() == null ? "" : words.contract(summary.contract());
        return new RegisterDecision(
                summary.id().toString(),
                type(summary.type(), locale),
                title(summary, contract, locale),
                outcome(summary.type(), summary.outcome(), locale),
                decision.explanation().summary(),
                decision.explanation().paragraphs(),
                formats.date(summary.asOf()),
                formats.date(Formats.dateOf(summary.recordedAt())) + ", " + formats.time(summary.recordedAt()),
                summary.recordedBy(),
                summary.round(),
                DecisionPage.address(pages, summary.type(), summary.id()).orElse(null),
                findings(decision, words, formats),
                receipt(found, decision),
                entries(found.dossier(), formats));
    }

    private static List<Found> findings(Decision decision, Words words, Formats formats) {
        var open = new OpenFindingViews(words, formats);
        return decision.findings().stream()
                .map(finding -> new Found(
                        words.criterion(finding.criterion()),
                        finding.subject().isEmpty() ? "" : words.field(finding.subject()),
                        finding.verdict(),
                        finding.reason(),
                        open.facts(finding),
                        open.norms(finding),
                        open.sources(finding)))
                .toList();
    }

    private static List<Labelled> receipt(RegisteredDecision found, Decision decision) {
        List<Labelled> receipt = new ArrayList<>();
        receipt.add(new Labelled("id", found.summary().id().toString()));
        receipt.add(new Labelled("ruleBook", decision.ruleBook().version()));
        receipt.add(new Labelled("ruleBookHash", decision.ruleBook().hash()));
        receipt.add(new Labelled("inputHash", found.decision().path("inputHash").asString("")));
        receipt.add(new Labelled(
                "engine",
                found.decision().at("/engine/version").asString("") + " ("
                        + found.decision().at("/engine/build").asString("") + ")"));
        return receipt;
    }

    private List<Entry> entries(UUID dossier, Formats formats) {
        Map<UUID, String> digests = journal.digests(dossier);
        return journal.of(dossier).stream()
                .map(entry -> new Entry(
                        Objects.requireNonNullElse(
                                messages.getMessage(
                                        "register.entry." + entry.kind(), null, entry.kind(), formats.locale()),
                                entry.kind()),
                        formats.shortDate(Formats.dateOf(entry.recordedAt())) + ", " + formats.time(entry.recordedAt()),
                        entry.recordedAt().toString(),
                        entry.recordedBy(),
                        digests.getOrDefault(entry.id(), "")))
                .toList();
    }

    private String type(String type, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage("register.type." + type, null, type, locale), type);
    }

    /** What the rule book in force calls an outcome; the outcome itself where no type knows it. */
    private String outcome(String type, String outcome, Locale locale) {
        Set<String> labels = new LinkedHashSet<>();
        for (DecisionType known : types) {
            boolean asked = type.isEmpty() || known.name().equals(type);
            if (asked && dictionary.current().policies().containsKey(known.id())) {
                OutcomeTexts texts = dictionary
                        .current()
                        .policy(known.id())
                        .texts(Language.of(locale))
                        .outcomes()
                        .get(outcome);
                if (texts != null) {
                    labels.add(texts.label());
                }
            }
        }
        return labels.isEmpty() ? outcome : labels.iterator().next();
    }
}

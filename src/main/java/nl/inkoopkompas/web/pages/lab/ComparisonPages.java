package nl.inkoopkompas.web.pages.lab;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.comparison.Comparison;
import nl.inkoopkompas.lab.comparison.Comparison.OfCriterion;
import nl.inkoopkompas.lab.comparison.KnownComparisons;
import nl.inkoopkompas.lab.scenarios.ScenarioWriter;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Texts.CriterionTexts;
import nl.inkoopkompas.web.pages.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A draft beside its base, or two published rule books beside each other; an example becomes a golden case. */
@Controller
class ComparisonPages {

    private final DraftAddress address;
    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final RuleBooks ruleBooks;
    private final List<DecisionType> types;
    private final KnownComparisons comparisons;
    private final ScenarioWriter writer;
    private final MessageSource messages;
    private final Clock clock;

    ComparisonPages(
            DraftAddress address,
            Drafts drafts,
            DraftBooks draftBooks,
            RuleBooks ruleBooks,
            List<DecisionType> types,
            KnownComparisons comparisons,
            DecisionEngine engine,
            MessageSource messages,
            Clock clock) {
        this.address = address;
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.ruleBooks = ruleBooks;
        this.types = types;
        this.comparisons = comparisons;
        this.writer = new ScenarioWriter(engine);
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/lab/{id}/vergelijking")
    String ofDraft(
            @PathVariable String id, @RequestParam(defaultValue = "") String gemaakt, Locale locale, Model model) {
        Draft draft = address.draft(id);
        RuleBook base = draftBooks.base(draft);
        RuleBook book = draftBooks.book(draft);
        Language language = Language.of(locale);
        Comparison comparison = comparisons.compare(base, book, draft.judgedFrom(base), language);
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute("open", draft.status().isOpen());
        model.addAttribute("made", gemaakt.matches("[a-z0-9-]{1,100}") ? gemaakt : "");
        return show(comparison, base, book, language, model);
    }

    @GetMapping("/lab/vergelijken")
    String ofBooks(
            @RequestParam(defaultValue = "") String van,
            @RequestParam(defaultValue = "") String naar,
            Locale locale,
            Model model) {
        List<RuleBook> all = ruleBooks.all();
        model.addAttribute("versions", all.stream().map(RuleBook::version).toList());
        model.addAttribute("van", van);
        model.addAttribute("naar", naar);
        Optional<RuleBook> base = ruleBooks.byVersion(van);
        Optional<RuleBook> other = ruleBooks.byVersion(naar);
        if (base.isEmpty() || other.isEmpty()) {
            return "lab/vergelijken";
        }
        LocalDate from = base.get().validFrom().isAfter(other.get().validFrom())
                ? base.get().validFrom()
                : other.get().validFrom();
        Language language = Language.of(locale);
        show(comparisons.compare(base.get(), other.get(), from, language), base.get(), other.get(), language, model);
        return "lab/vergelijken";
    }

    private static String show(Comparison comparison, RuleBook base, RuleBook draft, Language language, Model model) {
        model.addAttribute("comparison", ComparisonView.of(comparison, base, draft, language));
        model.addAttribute("base", base.version());
        model.addAttribute("other", draft.version());
        return "lab/vergelijking";
    }

    @PostMapping("/lab/{id}/vergelijking/scenario")
    String makeScenario(@PathVariable String id, @RequestParam String criterium, Locale locale, Principal principal) {
        Draft draft = address.draft(id);
        RuleBook base = draftBooks.base(draft);
        RuleBook book = draftBooks.book(draft);
        Comparison comparison = comparisons.compare(base, book, draft.judgedFrom(base), Language.NL);
        OfCriterion criterion = comparison.criteria().stream()
                .filter(one -> one.criterion().equals(criterium) && one.example() != null)
                .findFirst()
                .orElseThrow(NotFound::new);
        DecisionType type = types.stream()
                .filter(one -> one.id().equals(criterion.type()))
                .findFirst()
                .orElseThrow();
        String scenario = criterium.substring(criterium.lastIndexOf('.') + 1) + "-" + (draft.turn() + 1);
        Comparison.Example example = criterion.example();
        ObjectNode edit = JsonNodeFactory.instance.objectNode();
        edit.put("type", type.id());
        edit.set(
                "addScenario",
                writer.write(
                        type,
                        book,
                        criterium,
                        example == null ? "" : example.subject(),
                        example == null ? JsonNodeFactory.instance.objectNode() : example.request(),
                        scenario,
                        name(book, type, criterium)));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("edits").add(edit);
        body.put("reason", messages.getMessage("lab.comparison.scenarioReason", null, locale));
        drafts.edit(draft, body.toString().getBytes(StandardCharsets.UTF_8), clock.instant(), principal.getName());
        return "redirect:/lab/" + draft.id() + "/vergelijking?gemaakt=" + scenario;
    }

    private String name(RuleBook book, DecisionType type, String criterion) {
        CriterionTexts words =
                book.policy(type.id()).texts(Language.NL).criteria().get(criterion);
        String name = words == null ? criterion : words.name();
        return messages.getMessage("lab.comparison.scenarioName", new Object[] {name}, Locale.forLanguageTag("nl"));
    }
}

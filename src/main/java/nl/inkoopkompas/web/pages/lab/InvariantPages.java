package nl.inkoopkompas.web.pages.lab;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import nl.inkoopkompas.web.pages.lab.InvariantForm.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What may never happen under a draft: said by policy makers, proved by the verification. */
@Controller
class InvariantPages {

    private static final String PATH = DraftAddress.ONE + "/nooit";

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final List<DecisionType> types;
    private final Clock clock;

    InvariantPages(Drafts drafts, DraftBooks draftBooks, DraftAddress address, List<DecisionType> types, Clock clock) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.types = types;
        this.clock = clock;
    }

    /** Something that may never happen; added where the base does not say so. */
    record Line(String id, String text, String source, boolean added) {}

    @GetMapping(PATH)
    String invariants(
            @PathVariable String id, @RequestParam(defaultValue = "") String besluit, Locale locale, Model model) {
        fill(address.draft(id), besluit, locale, model);
        return "lab/nooit";
    }

    @PostMapping(PATH)
    ModelAndView add(
            @PathVariable String id,
            @ModelAttribute InvariantForm form,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        ObjectNode edit = form.edit(draftBooks.book(draft).policies().get(form.besluit()));
        return save(draft, edit, form.reden(), form, principal, locale, model, redirect);
    }

    @PostMapping(PATH + "/vervalt")
    ModelAndView remove(
            @PathVariable String id,
            @RequestParam String regel,
            @RequestParam(defaultValue = "") String reden,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode edit = JsonNodeFactory.instance.objectNode().put("removeInvariant", regel);
        return save(address.draft(id), edit, reden, null, principal, locale, model, redirect);
    }

    private ModelAndView save(
            Draft draft,
            ObjectNode edit,
            String reason,
            @Nullable InvariantForm form,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        body.putArray("edits").add(edit);
        Outcome<Draft> outcome = Refusals.of(
                locale,
                () -> drafts.edit(
                        draft, body.toString().getBytes(StandardCharsets.UTF_8), clock.instant(), principal.getName()));
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", "saved");
            return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/nooit");
        }
        fill(draft, form == null ? "" : form.besluit(), locale, model);
        model.addAttribute("refused", refused.sentences());
        if (form != null) {
            model.addAttribute("form", form);
        }
        return new ModelAndView("lab/nooit", model.asMap(), refused.status());
    }

    private void fill(Draft draft, String decision, Locale locale, Model model) {
        Language language = Language.of(locale);
        RuleBook base = draftBooks.base(draft);
        RuleBook book = draftBooks.book(draft);
        List<DecisionType> known = types.stream()
                .filter(type -> book.policies().containsKey(type.id()))
                .toList();
        DecisionType chosen = known.stream()
                .filter(type -> decision.isEmpty() || type.id().equals(decision))
                .findFirst()
                .orElseThrow(NotFound::new);
        Policy policy = book.policy(chosen.id());
        List<String> before = base.policies().values().stream()
                .flatMap(one -> one.invariants().stream())
                .map(invariant -> invariant.id())
                .toList();
        List<Line> lines = new ArrayList<>();
        policy.invariants()
                .forEach(invariant -> lines.add(new Line(
                        invariant.id(),
                        invariant.text().in(language),
                        invariant.source().document() + " § "
                                + invariant.source().section(),
                        !before.contains(invariant.id()))));
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute("invariants", lines);
        model.addAttribute("decision", chosen.id());
        model.addAttribute("decisions", known.stream().map(DecisionType::id).toList());
        model.addAttribute("fields", InvariantForm.fields(policy, language));
        model.addAttribute("consequences", InvariantForm.consequences(policy, chosen.outcomesUpward(), language));
        model.addAttribute(
                "documents",
                book.sources().values().stream()
                        .map(source -> new Choice(source.id(), source.title()))
                        .toList());
        List<String> none = List.of();
        model.addAttribute("form", new InvariantForm(chosen.id(), "", "", "", "", none, none, none, "", ""));
    }
}

package nl.inkoopkompas.web.pages.lab;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.publication.Changelog;
import nl.inkoopkompas.lab.publication.Gate;
import nl.inkoopkompas.lab.publication.Publications;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A draft before another person: proposing it, and rejecting or publishing it. */
@Controller
class ProposalPages {

    static final String PATH = DraftAddress.ONE + "/voorstel";

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final Publications publications;
    private final Gate gate;
    private final DraftAddress address;
    private final Clock clock;

    ProposalPages(
            Drafts drafts,
            DraftBooks draftBooks,
            Publications publications,
            Gate gate,
            DraftAddress address,
            Clock clock) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.publications = publications;
        this.gate = gate;
        this.address = address;
        this.clock = clock;
    }

    /** What was proposed, and what came of it. */
    record Proposed(String motivation, String by, String on, List<String> changelog, String hash, boolean sealed) {}

    /** What another person said. */
    record Answered(
            String motivation,
            String by,
            String on,
            @Nullable String version,
            @Nullable String validFrom,
            @Nullable String rectification) {}

    @GetMapping(PATH)
    String proposal(@PathVariable String id, Principal principal, Locale locale, Model model) {
        fill(address.draft(id), principal, locale, model);
        return "lab/voorstel";
    }

    @PostMapping(PATH)
    ModelAndView propose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String motivering,
            @RequestParam(defaultValue = "") String wijzigingen,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("motivation", motivering).put("changelog", wijzigingen);
        return act(id, "proposed", body, publications::propose, principal, locale, model, redirect);
    }

    @PostMapping(PATH + "/afwijzen")
    ModelAndView reject(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String motivering,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("motivation", motivering);
        return act(id, "rejected", body, publications::reject, principal, locale, model, redirect);
    }

    @PostMapping(PATH + "/publiceren")
    ModelAndView publish(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String vanaf,
            @RequestParam(defaultValue = "") String motivering,
            @RequestParam(defaultValue = "") String rectificatie,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("validFrom", vanaf).put("motivation", motivering).put("rectification", rectificatie);
        return act(id, "published", body, publications::publish, principal, locale, model, redirect);
    }

    /** What a person does to a draft. */
    private interface Act {

        Object apply(Draft draft, byte[] body, Instant at, String by);
    }

    private ModelAndView act(
            String id,
            String done,
            ObjectNode body,
            Act act,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        byte[] asked = body.toString().getBytes(StandardCharsets.UTF_8);
        Outcome<Object> outcome =
                Refusals.of(locale, () -> act.apply(draft, asked, clock.instant(), principal.getName()));
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", done);
            return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/voorstel");
        }
        fill(address.draft(id), principal, locale, model);
        model.addAttribute("refused", refused.sentences());
        model.addAttribute(
                "filledIn",
                Map.of(
                        "motivering", body.path("motivation").asString(""),
                        "wijzigingen", body.path("changelog").asString(""),
                        "vanaf", body.path("validFrom").asString(""),
                        "rectificatie", body.path("rectification").asString("")));
        return new ModelAndView("lab/voorstel", model.asMap(), refused.status());
    }

    private void fill(Draft draft, Principal principal, Locale locale, Model model) {
        Language language = Language.of(locale);
        Formats formats = new Formats(locale);
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute("filledIn", Map.of());
        model.addAttribute("own", draft.authors().contains(principal.getName()));
        model.addAttribute("changelog", Changelog.details(draft, draftBooks.base(draft)));
        model.addAttribute(
                "blocking",
                draft.status().isOpen()
                        ? gate.blocking(draft).stream()
                                .map(block -> block.in(language))
                                .toList()
                        : List.of());
        Draft.Proposal proposal = draft.proposal();
        model.addAttribute("proposal", proposal == null ? null : proposed(draft, proposal, formats));
        Draft.Answer answer = draft.answer();
        model.addAttribute("answer", answer == null ? null : answered(answer, formats));
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        model.addAttribute("earliest", tomorrow.toString());
        model.addAttribute(
                "underway",
                publications.underway(tomorrow).stream()
                        .map(one -> one.in(language))
                        .toList());
    }

    private static Proposed proposed(Draft draft, Draft.Proposal proposal, Formats formats) {
        return new Proposed(
                proposal.motivation(),
                proposal.by(),
                formats.date(Formats.dateOf(proposal.at())),
                proposal.changelog().lines().toList(),
                proposal.hash(),
                draft.status() == Draft.Status.PUBLISHED);
    }

    private static Answered answered(Draft.Answer answer, Formats formats) {
        LocalDate validFrom = answer.validFrom();
        return new Answered(
                answer.motivation(),
                answer.by(),
                formats.date(Formats.dateOf(answer.at())),
                answer.version(),
                validFrom == null ? null : formats.date(validFrom),
                answer.rectification());
    }
}

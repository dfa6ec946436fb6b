package nl.inkoopkompas.web.pages.lab;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Event;
import nl.inkoopkompas.lab.Draft.Made;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.Drafts.Conflict;
import nl.inkoopkompas.lab.publication.Changelog;
import nl.inkoopkompas.rulebook.RuleBook;
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

/** A draft: what it changes and who did, undoing, basing it on a newer book, discarding it. */
@Controller
class DraftPages {

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final Clock clock;

    DraftPages(Drafts drafts, DraftBooks draftBooks, DraftAddress address, Clock clock) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.clock = clock;
    }

    /**
     * One change, of one edit or more.
     *
     * @param conflict what another published book says there now; null where it does not conflict
     */
    record Line(
            int number,
            List<String> sentences,
            String reason,
            String by,
            String on,
            @Nullable String conflict) {}

    /** Something that happened to a draft. */
    record Happened(
            String on,
            String at,
            String kind,
            String by,
            @Nullable String text) {}

    @GetMapping(DraftAddress.ONE)
    String draft(@PathVariable String id, Locale locale, Model model) {
        fill(address.draft(id), locale, model);
        return "lab/concept";
    }

    @PostMapping(DraftAddress.ONE + "/ongedaan")
    ModelAndView undo(
            @PathVariable String id,
            @RequestParam int wijziging,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        return act(
                draft,
                "undone",
                locale,
                model,
                redirect,
                () -> drafts.undo(draft, wijziging, clock.instant(), principal.getName()));
    }

    @PostMapping(DraftAddress.ONE + "/nieuwste")
    ModelAndView rebase(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        Set<Integer> keep = new HashSet<>();
        Set<Integer> drop = new HashSet<>();
        for (Conflict conflict : drafts.conflicts(draft)) {
            String choice = sent.get("wijziging-" + conflict.number());
            if ("houden".equals(choice)) {
                keep.add(conflict.number());
            } else if ("laten".equals(choice)) {
                drop.add(conflict.number());
            }
        }
        return act(
                draft,
                "rebased",
                locale,
                model,
                redirect,
                () -> drafts.rebase(draft, drop, keep, clock.instant(), principal.getName()));
    }

    @PostMapping(DraftAddress.ONE + "/weggooien")
    ModelAndView discard(
            @PathVariable String id, Principal principal, Locale locale, Model model, RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        return act(
                draft,
                "discarded",
                locale,
                model,
                redirect,
                () -> drafts.discard(draft, "", clock.instant(), principal.getName()));
    }

    private ModelAndView act(
            Draft draft, String done, Locale locale, Model model, RedirectAttributes redirect, Supplier<Draft> act) {
        Outcome<Draft> outcome = Refusals.of(locale, act);
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", done);
            return new ModelAndView("redirect:" + DraftAddress.of(draft));
        }
        fill(address.draft(draft.id().toString()), locale, model);
        model.addAttribute("refused", refused.sentences());
        return new ModelAndView("lab/concept", model.asMap(), refused.status());
    }

    private void fill(Draft draft, Locale locale, Model model) {
        boolean overtaken = drafts.isOvertaken(draft);
        model.addAttribute("draft", DraftHead.of(draft, overtaken, locale));
        RuleBook base = draftBooks.base(draft);
        List<Conflict> conflicts = overtaken ? drafts.conflicts(draft) : List.of();
        Formats formats = new Formats(locale);
        model.addAttribute(
                "changes",
                draft.changes().stream()
                        .map(change -> {
                            Made first = change.edits().get(0);
                            List<String> sentences = new ArrayList<>();
                            change.edits().forEach(made -> sentences.add(Changelog.sentence(made.edit(), base)));
                            return new Line(
                                    change.number(),
                                    sentences,
                                    first.reason(),
                                    first.by(),
                                    formats.shortDate(Formats.dateOf(first.at())),
                                    null);
                        })
                        .toList());
        model.addAttribute(
                "conflicts",
                conflicts.stream()
                        .map(conflict -> {
                            Made made = draft.edits().stream()
                                    .filter(edit -> edit.number() == conflict.number())
                                    .findFirst()
                                    .orElseThrow();
                            return new Line(
                                    conflict.number(),
                                    List.of(Changelog.sentence(made.edit(), base)),
                                    made.reason(),
                                    made.by(),
                                    formats.shortDate(Formats.dateOf(made.at())),
                                    String.valueOf(conflict.now()));
                        })
                        .toList());
        model.addAttribute(
                "history",
                draft.events().stream().map(event -> happened(event, formats)).toList());
        model.addAttribute("content", draft.content() != null);
    }

    private static Happened happened(Event event, Formats formats) {
        return new Happened(
                formats.shortDate(Formats.dateOf(event.at())),
                formats.time(event.at()),
                event.kind(),
                event.by(),
                event.text());
    }
}

package nl.inkoopkompas.web.pages.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.admission.drafts.ApplicationDraft;
import nl.inkoopkompas.admission.drafts.ApplicationDrafts;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.form.DraftCheck.Checked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Filling in one application, step by step; every step saves. */
@Controller
@RequestMapping(FormPages.PATH)
class FormPages {

    static final String PATH = "/aanmeldingen/nieuw";

    private static final String STEP = "stap";
    private static final String ACT = "doe";
    private static final String NEXT = "verder";

    private final ApplicationDrafts drafts;
    private final DraftCheck check;
    private final Admissions admissions;
    private final FormViews views;
    private final MessageSource messages;
    private final Clock clock;

    FormPages(
            ApplicationDrafts drafts,
            DraftCheck check,
            Admissions admissions,
            FormViews views,
            MessageSource messages,
            Clock clock) {
        this.drafts = drafts;
        this.check = check;
        this.admissions = admissions;
        this.views = views;
        this.messages = messages;
        this.clock = clock;
    }

    /** A draft in the list. */
    record Listed(String href, String id, String applicant, String contract, String savedOn, String savedAt) {}

    @GetMapping
    String list(@AuthenticationPrincipal Person person, Locale locale, Model model) {
        var formats = new Formats(locale);
        model.addAttribute(
                "drafts",
                drafts.of(person.username(), clock.instant()).stream()
                        .map(draft -> new Listed(
                                PATH + "/" + draft.id(),
                                draft.id().toString(),
                                draft.request().at("/applicant/name").asString(""),
                                draft.request().path("contract").asString(""),
                                formats.date(Formats.dateOf(draft.savedAt())),
                                formats.time(draft.savedAt())))
                        .toList());
        model.addAttribute("kept", ApplicationDrafts.KEPT_DAYS);
        return "formulieren";
    }

    @PostMapping
    String start(@AuthenticationPrincipal Person person) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("asOf", LocalDate.now(clock).toString());
        ApplicationDraft draft = drafts.start(person.username(), request, clock.instant());
        return "redirect:" + PATH + "/" + draft.id();
    }

    @GetMapping("/{id}")
    ModelAndView step(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String stap,
            @AuthenticationPrincipal Person person,
            Locale locale) {
        ApplicationDraft draft = find(id, person);
        Checked checked = check.check(draft.request(), Language.of(locale));
        List<FormStep> steps = FormStep.of(checked);
        if (stap == null) {
            return new ModelAndView("redirect:" + address(draft.id(), next(steps, null, checked)));
        }
        FormStep at = find(steps, stap);
        Map<String, String> errors = at == null || at.finding() != null ? errors(checked, at) : Map.of();
        return page(draft, checked, steps, at, errors, HttpStatus.OK, locale);
    }

    @PostMapping("/{id}")
    ModelAndView save(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            @AuthenticationPrincipal Person person,
            Locale locale) {
        ApplicationDraft before = find(id, person);
        Language language = Language.of(locale);
        FormStep asked = find(FormStep.of(check.check(before.request(), language)), given.getOrDefault(STEP, ""));
        if (asked == null) {
            return new ModelAndView("redirect:" + address(before.id(), FormStep.REVIEW));
        }
        ObjectNode request = before.request().deepCopy();
        var filledIn = new FilledIn(given);
        filledIn.into(request, asked.units());
        ApplicationDraft draft = before.with(request, clock.instant());
        if (!drafts.save(draft)) {
            throw new NotFound();
        }
        Checked checked = check.check(request, language);
        List<FormStep> steps = FormStep.of(checked);
        FormStep now = find(steps, asked.id());
        FormStep at = now == null ? asked : now;
        Map<String, String> errors = new LinkedHashMap<>(errors(checked, asked));
        filledIn.citizenNumbers()
                .forEach(pointer -> errors.put(pointer, messages.getMessage("form.bsn", null, locale)));
        boolean next = given.getOrDefault(ACT, "").equals(NEXT);
        if ((next && !errors.isEmpty()) || !filledIn.citizenNumbers().isEmpty()) {
            return page(draft, checked, steps, at, errors, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        String to = next ? next(steps, asked.id(), checked) : asked.id();
        return new ModelAndView("redirect:" + address(draft.id(), to));
    }

    @PostMapping("/{id}/vastleggen")
    ModelAndView record(@PathVariable String id, @AuthenticationPrincipal Person person, Locale locale) {
        ApplicationDraft draft = find(id, person);
        if (!drafts.delete(draft.id(), person.username())) {
            throw new NotFound();
        }
        try {
            Decision decision = admissions.record(
                    draft.request().toString().getBytes(StandardCharsets.UTF_8),
                    Language.NL,
                    clock.instant(),
                    person.username());
            return new ModelAndView("redirect:/aanmeldingen/" + decision.id());
        } catch (RequestRefused refused) {
            drafts.put(draft);
            Checked checked = check.check(draft.request(), Language.of(locale));
            return page(
                    draft,
                    checked,
                    FormStep.of(checked),
                    null,
                    checked.errors(),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    locale);
        } catch (RuntimeException notRecorded) {
            drafts.put(draft);
            throw notRecorded;
        }
    }

    @PostMapping("/{id}/weggooien")
    String discard(@PathVariable String id, @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        drafts.delete(find(id, person).id(), person.username());
        redirect.addFlashAttribute("discarded", true);
        return "redirect:" + PATH;
    }

    private ModelAndView page(
            ApplicationDraft draft,
            Checked checked,
            List<FormStep> steps,
            @Nullable FormStep at,
            Map<String, String> errors,
            HttpStatus status,
            Locale locale) {
        var page = new ModelAndView("formulier", status);
        page.addObject("form", views.page(draft, checked, steps, at, errors, locale));
        return page;
    }

    /** What is wrong in a step, or in everything at the review. */
    private static Map<String, String> errors(Checked checked, @Nullable FormStep at) {
        return at == null ? checked.errors() : checked.errorsIn(at.units());
    }

    /** The first step after this one that waits for an answer, else the first that does, else the review. */
    private static String next(List<FormStep> steps, @Nullable String after, Checked checked) {
        List<FormStep> waiting = steps.stream()
                .filter(step -> step.finding() != null
                        ? step.isOpen()
                        : checked.decision() == null
                                && !checked.errorsIn(step.units()).isEmpty())
                .toList();
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(after)) {
                from = i + 1;
            }
        }
        List<FormStep> later = steps.subList(from, steps.size());
        return waiting.stream()
                .filter(later::contains)
                .findFirst()
                .or(() -> after == null || checked.decision() == null
                        ? waiting.stream().findFirst()
                        : Optional.empty())
                .map(FormStep::id)
                .orElse(FormStep.REVIEW);
    }

    private static @Nullable FormStep find(List<FormStep> steps, String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElse(null);
    }

    private ApplicationDraft find(String id, Person person) {
        try {
            return drafts.byId(UUID.fromString(id), person.username()).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    static String address(UUID id, String step) {
        return UriComponentsBuilder.fromPath(PATH + "/{id}")
                .queryParam(STEP, "{step}")
                .encode()
                .buildAndExpand(id, step)
                .toUriString();
    }
}

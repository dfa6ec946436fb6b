package nl.inkoopkompas.web.pages.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.admission.drafts.ApplicationDraft;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.Words;
import nl.inkoopkompas.web.pages.form.DraftCheck.Checked;
import nl.inkoopkompas.web.pages.form.FormPage.Item;
import nl.inkoopkompas.web.pages.form.FormPage.Problem;
import nl.inkoopkompas.web.pages.form.FormPage.Proposed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a page of a step of the form. */
@Component
class FormViews {

    private final Words.Dictionary dictionary;
    private final MessageSource messages;

    FormViews(Words.Dictionary dictionary, MessageSource messages) {
        this.dictionary = dictionary;
        this.messages = messages;
    }

    /**
     * @param at the step; null for the review
     * @param shownErrors what is wrong and has to be said, by pointer
     */
    FormPage page(
            ApplicationDraft draft,
            Checked checked,
            List<FormStep> steps,
            @Nullable FormStep at,
            Map<String, String> shownErrors,
            Locale locale) {
        var words = dictionary.of(checked.book().version(), locale);
        var formats = new Formats(locale);
        var questions = new Questions(checked.book(), draft.request(), shownErrors, Language.of(locale), messages);
        Finding finding = at == null ? null : at.finding();
        List<Proposed> proposed = proposed(checked, words);
        return new FormPage(
                draft.id().toString(),
                draft.request().at("/applicant/name").asString(""),
                formats.date(Formats.dateOf(draft.savedAt())),
                formats.time(draft.savedAt()),
                at == null ? FormStep.REVIEW : at.id(),
                at == null ? messages.getMessage("form.review", null, locale) : title(at, words, locale),
                finding == null ? "" : part(finding, draft, words),
                finding == null ? "" : finding.reason(),
                finding == null
                        ? ""
                        : finding.sources().stream()
                                .map(words::source)
                                .distinct()
                                .collect(Collectors.joining("; ")),
                finding == null ? null : finding.verdict(),
                at == null || at.deciding() || finding == null,
                at == null
                        ? List.of()
                        : at.units().stream().map(questions::question).toList(),
                problems(draft, checked, steps, at, shownErrors, words),
                items(draft, checked, steps, at, words, locale),
                (int) steps.stream().filter(FormStep::isOpen).count(),
                proposed,
                checked.decision() == null ? null : checked.decision().outcome());
    }

    private String title(FormStep step, Words words, Locale locale) {
        Finding finding = step.finding();
        return finding != null
                ? words.criterion(finding.criterion())
                : step.id().equals(FormStep.BASIS)
                        ? messages.getMessage("form.step.basis", null, locale)
                        : step.units().get(0).field().notes().label().in(Language.of(locale));
    }

    private static String part(Finding finding, ApplicationDraft draft, Words words) {
        String code = draft.request().at(finding.subject() + "/code").asString("");
        return code.isEmpty() ? "" : words.product(code);
    }

    private static List<Proposed> proposed(Checked checked, Words words) {
        var decision = checked.decision();
        if (decision == null) {
            return List.of();
        }
        return new AdmissionType()
                .parts(new DecisionType.Outcome(decision.outcome(), decision.particulars())).stream()
                        .map(part -> new Proposed(words.product(part.id()), part.outcome()))
                        .toList();
    }

    private List<Item> items(
            ApplicationDraft draft,
            Checked checked,
            List<FormStep> steps,
            @Nullable FormStep at,
            Words words,
            Locale locale) {
        List<Item> items = new ArrayList<>();
        for (FormStep step : steps) {
            Finding finding = step.finding();
            items.add(new Item(
                    FormPages.address(draft.id(), step.id()),
                    title(step, words, locale),
                    finding == null ? "" : part(finding, draft, words),
                    finding == null ? null : finding.verdict(),
                    step.isOpen(),
                    checked.errorsIn(step.units()).keySet().stream().anyMatch(pointer -> isFilledIn(draft, pointer)),
                    at != null && at.id().equals(step.id()),
                    finding == null ? "" : finding.reason(),
                    finding == null || finding.remedy() == null
                            ? ""
                            : finding.remedy().text()));
        }
        return items;
    }

    /** What was not filled in yet is not wrong yet, lines of a list aside. */
    private static boolean isFilledIn(ApplicationDraft draft, String pointer) {
        return !draft.request().at(pointer).isMissingNode() || pointer.matches(".*/\\d+(/.*)?");
    }

    private static List<Problem> problems(
            ApplicationDraft draft,
            Checked checked,
            List<FormStep> steps,
            @Nullable FormStep at,
            Map<String, String> shownErrors,
            Words words) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        shownErrors.forEach((pointer, error) -> {
            boolean here = at != null && at.units().stream().anyMatch(unit -> unit.holds(pointer));
            String step = steps.stream()
                    .filter(one -> one.units().stream().anyMatch(unit -> unit.holds(pointer)))
                    .map(FormStep::id)
                    .findFirst()
                    .orElse(FormStep.BASIS);
            String href = here
                    ? "#" + Questions.id(pointer)
                    : FormPages.address(draft.id(), step) + "#" + Questions.id(pointer);
            String label = pointer.isEmpty() ? "" : words.field(pointer) + ": ";
            problems.put(pointer, new Problem(href, label + error));
        });
        return List.copyOf(problems.values());
    }
}

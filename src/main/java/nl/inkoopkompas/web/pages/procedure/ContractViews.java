package nl.inkoopkompas.web.pages.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.procedure.FormerForms;
import nl.inkoopkompas.procedure.FormerForms.FormerForm;
import nl.inkoopkompas.procedure.OpenHouseWatch;
import nl.inkoopkompas.procedure.OpenHouseWatch.Observation;
import nl.inkoopkompas.procedure.OpenHouseWatches;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.web.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes what stands beside an advice: how an Open House stands on the reference date, and what the choice was called in
 * 2014.
 */
@Component
class ContractViews {

    private static final JsonMapper JSON = new JsonMapper();

    private final DecisionEngine engine;
    private final OpenHouseWatches watches;

    ContractViews(DecisionEngine engine, OpenHouseWatches watches) {
        this.engine = engine;
        this.watches = watches;
    }

    /** @param next the next day to look at it; empty where no such day follows */
    record Watch(String on, String next, When when, List<Condition> conditions) {}

    /** Where the day lies, seen from today. */
    enum When {
        PAST,
        TODAY,
        AHEAD
    }

    record Condition(String id, String verdict, List<Seen> seen) {}

    /**
     * What was found on a condition.
     *
     * @param label what the register shows; empty where it shows nothing
     * @param value null where that is not known
     */
    record Seen(
            String verdict,
            @Nullable String text,
            String label,
            @Nullable String value,
            String source) {}

    /**
     * A model or a form of funding of 2014.
     *
     * @param today what it is today; empty where it is none of the procedures
     * @param counts whether an argument that stands for it counts in this advice
     */
    record Former(String name, boolean funding, String today, String note, boolean counts) {}

    /** How a contract stands that runs as an Open House; null where it does not. */
    @Nullable
    Watch watch(RuleBook book, String contract, LocalDate day, LocalDate today, Locale locale) {
        Language language = Language.of(locale);
        Explainer explainer = engine.explainer(book, ProcedureType.ID);
        return watches.of(book, contract, day, language)
                .map(watch -> view(watch, today, explainer, language, new Formats(locale)))
                .orElse(null);
    }

    private static Watch view(
            OpenHouseWatch watch, LocalDate today, Explainer explainer, Language language, Formats dates) {
        LocalDate next = watch.nextOn();
        return new Watch(
                dates.date(watch.on()),
                next == null ? "" : dates.date(next),
                watch.on().isBefore(today) ? When.PAST : watch.on().isAfter(today) ? When.AHEAD : When.TODAY,
                watch.conditions().stream()
                        .map(condition -> new Condition(
                                condition.condition(),
                                condition.verdict().name(),
                                condition.observations().stream()
                                        .map(one -> seen(one, explainer, language))
                                        .toList()))
                        .toList());
    }

    private static Seen seen(Observation one, Explainer explainer, Language language) {
        String pointer = one.pointer();
        Object value = one.value();
        return new Seen(
                one.verdict().name(),
                one.text(),
                pointer == null
                        ? ""
                        : AdviceForm.capital(explainer.labels(language).field(pointer)),
                value == null ? null : explainer.formats(language).value(value, null),
                "§\u00a0" + one.source().section());
    }

    /** What the choice was called in 2014, with what of it counts in a decision. */
    List<Former> former(RuleBook book, Decision decision, Locale locale) {
        Language language = Language.of(locale);
        Explainer explainer = engine.explainer(book, ProcedureType.ID);
        Set<String> counting = counting(JSON.valueToTree(decision.particulars()));
        return FormerForms.of(book, language).stream()
                .map(form -> new Former(
                        form.name(),
                        form.funding(),
                        today(form, book, explainer, language),
                        form.note(),
                        form.arguments().stream().anyMatch(counting::contains)))
                .toList();
    }

    private static String today(FormerForm form, RuleBook book, Explainer explainer, Language language) {
        String today = form.today();
        if (today == null) {
            return "";
        }
        return form.funding()
                ? explainer.formats(language).value(today, null)
                : AdviceViews.label(book, today, language);
    }

    private static Set<String> counting(JsonNode told) {
        return told.path("options")
                .valueStream()
                .flatMap(option -> Stream.concat(
                        option.path("advantages").valueStream(),
                        option.path("disadvantages").valueStream()))
                .map(argument -> argument.path("norm").asString())
                .collect(Collectors.toSet());
    }
}

package nl.inkoopkompas.web.pages.lab;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.ValueType;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.Refusals.Outcome;
import nl.inkoopkompas.web.pages.Words;
import nl.inkoopkompas.web.pages.Words.Labelled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The dated norms of a draft, and the readings that can be turned. */
@Controller
class NormPages {

    static final String PATH = DraftAddress.ONE + "/normen";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final Words.Dictionary dictionary;
    private final Clock clock;

    NormPages(Drafts drafts, DraftBooks draftBooks, DraftAddress address, Words.Dictionary dictionary, Clock clock) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /**
     * A dated value as it stands in the draft.
     *
     * @param day the same day in words
     * @param added whether the base does not have it so
     */
    record Value(String from, String day, @Nullable String value, String source, boolean example, boolean added) {}

    /** A parameter. */
    record Norm(String key, String label, String type, List<Labelled> options, List<Value> values) {}

    /** A reading that can be turned. */
    record Reading(String id, String question, String applied, List<Choice> choices, boolean changed) {}

    record Choice(String id, String text) {}

    @GetMapping(PATH)
    String norms(@PathVariable String id, Locale locale, Model model) {
        fill(address.draft(id), locale, model);
        return "lab/normen";
    }

    @PostMapping(PATH)
    ModelAndView change(
            @PathVariable String id,
            @RequestParam String norm,
            @RequestParam(defaultValue = "") String vanaf,
            @RequestParam(defaultValue = "") String waarde,
            @RequestParam(defaultValue = "") String reden,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Draft draft = address.draft(id);
        Parameter parameter = draftBooks.base(draft).parameter(norm).orElseThrow(NotFound::new);
        ObjectNode edit = JSON.objectNode();
        edit.put("parameter", norm).put("from", vanaf).set("value", json(parameter.type(), waarde));
        return save(draft, edit, reden, principal, locale, model, redirect);
    }

    @PostMapping(PATH + "/vervalt")
    ModelAndView remove(
            @PathVariable String id,
            @RequestParam String norm,
            @RequestParam(defaultValue = "") String vanaf,
            @RequestParam(defaultValue = "") String reden,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode edit = JSON.objectNode().put("parameter", norm).put("removeFrom", vanaf);
        return save(address.draft(id), edit, reden, principal, locale, model, redirect);
    }

    @PostMapping(PATH + "/lezing")
    ModelAndView turn(
            @PathVariable String id,
            @RequestParam String interpretatie,
            @RequestParam(defaultValue = "") String lezing,
            @RequestParam(defaultValue = "") String reden,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode edit = JSON.objectNode().put("interpretation", interpretatie).put("reading", lezing);
        return save(address.draft(id), edit, reden, principal, locale, model, redirect);
    }

    private ModelAndView save(
            Draft draft,
            ObjectNode edit,
            String reason,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        ObjectNode body = JSON.objectNode().put("reason", reason);
        body.putArray("edits").add(edit);
        Outcome<Draft> outcome = Refusals.of(
                locale,
                () -> drafts.edit(
                        draft, body.toString().getBytes(StandardCharsets.UTF_8), clock.instant(), principal.getName()));
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("done", "saved");
            return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/normen");
        }
        fill(draft, locale, model);
        model.addAttribute("refused", refused.sentences());
        model.addAttribute("filledIn", edit);
        return new ModelAndView("lab/normen", model.asMap(), refused.status());
    }

    /** What a person typed, as JSON of the type; what is none stays text and is refused with what was expected. */
    static JsonNode json(ValueType type, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return JSON.nullNode();
        }
        return switch (type) {
            case INTEGER, MONTH -> {
                String digits = text.matches("-?\\d{1,3}([. ]\\d{3})+") ? text.replaceAll("[. ]", "") : text;
                yield digits.matches("-?\\d{1,18}") ? JSON.numberNode(Long.parseLong(digits)) : JSON.stringNode(text);
            }
            case DECIMAL ->
                text.matches("-?\\d{1,15}([.,]\\d{1,10})?")
                        ? JSON.numberNode(new BigDecimal(text.replace(',', '.')))
                        : JSON.stringNode(text);
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? JSON.booleanNode(Boolean.parseBoolean(text))
                        : JSON.stringNode(text);
            case ID, TEXT, DATE, OPTION, REFERENCE, SOURCE -> JSON.stringNode(text);
        };
    }

    private void fill(Draft draft, Locale locale, Model model) {
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        Language language = Language.of(locale);
        RuleBook base = draftBooks.base(draft);
        RuleBook book = draftBooks.book(draft);
        Words words = dictionary.of(draft.base(), locale);
        model.addAttribute(
                "norms",
                book.policies().values().stream()
                        .flatMap(policy -> policy.parameters().values().stream())
                        .map(parameter -> norm(parameter, base, words, locale))
                        .toList());
        model.addAttribute(
                "readings",
                book.interpretations().values().stream()
                        .filter(interpretation -> interpretation.switchedBy() != null)
                        .map(interpretation -> reading(interpretation, base, language))
                        .toList());
        model.addAttribute("fixed", book.interpretations().size());
    }

    private static Norm norm(Parameter parameter, RuleBook base, Words words, Locale locale) {
        List<Parameter.DatedValue> before =
                base.parameter(parameter.key()).map(Parameter::values).orElse(List.of());
        Formats formats = new Formats(locale);
        return new Norm(
                parameter.key(),
                parameter.label().in(Language.of(locale)),
                parameter.type().code(),
                options(parameter).stream()
                        .map(option -> new Labelled(words.parameterValue(parameter, option), option.toString()))
                        .toList(),
                parameter.values().stream()
                        .map(value -> new Value(
                                value.from().toString(),
                                formats.shortDate(value.from()),
                                value.value() == null ? null : words.parameterValue(parameter, value.value()),
                                words.source(value.source()),
                                value.example(),
                                !before.contains(value)))
                        .toList());
    }

    private static List<? extends Object> options(Parameter parameter) {
        return parameter.type() == ValueType.BOOLEAN ? List.of(true, false) : parameter.options();
    }

    private static Reading reading(Interpretation interpretation, RuleBook base, Language language) {
        Interpretation before = Objects.requireNonNull(base.interpretations().get(interpretation.id()));
        return new Reading(
                interpretation.id(),
                interpretation.question().in(language),
                interpretation.applied(),
                interpretation.readings().entrySet().stream()
                        .map(reading ->
                                new Choice(reading.getKey(), reading.getValue().in(language)))
                        .toList(),
                !before.applied().equals(interpretation.applied()));
    }
}

package nl.inkoopkompas.web.pages.coverage;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverages;
import nl.inkoopkompas.coverage.Establishments;
import nl.inkoopkompas.coverage.Supposed;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.pages.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Recording who established what the coverage of a product in a place is, and what follows. */
@Controller
class EstablishPages {

    static final String PATH = CoverageQuery.PATH + "/vaststellen";

    /** The fields of the form, by what they are called in what is recorded. */
    private static final Map<String, String> FIELDS = Map.of(
            "contract", "contract",
            "product", "product",
            "municipality", "gemeente",
            "place", "plaats",
            "on", "datum",
            "step", "stap",
            "establishedBy", "wie",
            "establishedOn", "wanneer",
            "motivation", "motivering");

    /** What the fields are called that people fill in. */
    private static final Map<String, String> LABELS = Map.of(
            "stap", "coverage.establish.step",
            "wie", "coverage.establish.by",
            "wanneer", "coverage.establish.on",
            "motivering", "coverage.establish.motivation");

    private final Coverages coverages;
    private final Establishments establishments;
    private final CoverageViews views;
    private final RuleBooks ruleBooks;
    private final MessageSource messages;
    private final Clock clock;

    EstablishPages(
            Coverages coverages,
            Establishments establishments,
            CoverageViews views,
            RuleBooks ruleBooks,
            MessageSource messages,
            Clock clock) {
        this.coverages = coverages;
        this.establishments = establishments;
        this.views = views;
        this.ruleBooks = ruleBooks;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView form(@RequestParam Map<String, String> given, Locale locale) {
        if (!given.containsKey("product")) {
            return new ModelAndView("redirect:" + CoverageQuery.PATH);
        }
        return page(given, HttpStatus.OK, locale);
    }

    @PostMapping(PATH)
    ModelAndView establish(
            @RequestParam Map<String, String> given,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        FIELDS.forEach((field, name) -> body.put(field, given.getOrDefault(name, "")));
        try {
            String contract = establishments
                    .establish(
                            body.toString().getBytes(StandardCharsets.UTF_8),
                            book(),
                            LocalDate.now(clock),
                            clock.instant(),
                            person.username())
                    .contract();
            redirect.addFlashAttribute("established", true);
            return new ModelAndView("redirect:" + CoverageQuery.PATH + "?contract=" + contract + "#vastgesteld");
        } catch (RequestRefused refused) {
            return refused(given, problems(refused, locale), HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (WrongState wrong) {
            var problem = new Problem("", wrong.why().in(Language.of(locale)));
            return refused(given, List.of(problem), HttpStatus.CONFLICT, locale);
        }
    }

    /** What is wrong, with the field that it is about; empty for the whole. */
    record Problem(String field, String text) {}

    private ModelAndView refused(Map<String, String> given, List<Problem> problems, HttpStatus status, Locale locale) {
        ModelAndView page = page(given, status, locale);
        page.addObject("problems", problems);
        return page;
    }

    private List<Problem> problems(RequestRefused refused, Locale locale) {
        List<Problem> problems = new ArrayList<>();
        for (RequestRefused.Refusal refusal : refused.refusals()) {
            String field = FIELDS.getOrDefault(refusal.pointer().replaceFirst("^/", ""), "");
            String key = LABELS.get(field);
            String sentence = refusal.detail().in(Language.of(locale));
            problems.add(
                    key == null
                            ? new Problem("", sentence)
                            : new Problem(field, messages.getMessage(key, null, locale) + ": " + sentence));
        }
        return problems;
    }

    private ModelAndView page(Map<String, String> given, HttpStatus status, Locale locale) {
        RuleBook book = book();
        String contract = given.getOrDefault("contract", "");
        String product = given.getOrDefault("product", "");
        String municipality = given.getOrDefault("gemeente", "");
        String place = given.getOrDefault("plaats", "");
        LocalDate today = LocalDate.now(clock);
        LocalDate day = Objects.requireNonNullElse(CoverageQuery.day(given.getOrDefault("datum", "")), today);
        Coverage coverage = coverages.on(day, contract, Supposed.nothing(), book);
        var area = coverage.areas().stream()
                .filter(one -> one.product().equals(product)
                        && Objects.requireNonNullElse(one.municipality(), "").equals(municipality)
                        && Objects.requireNonNullElse(one.place(), "").equals(place))
                .findFirst()
                .orElseThrow(NotFound::new);
        Map<String, String> shown = new HashMap<>(given);
        shown.values().removeIf(CitizenNumber::occursIn);
        shown.put("datum", day.toString());
        shown.putIfAbsent("wanneer", today.toString());
        var page = new ModelAndView("dekking-vaststellen", status);
        page.addObject("gap", views.gap(area, coverage, false, book, locale));
        page.addObject("given", shown);
        page.addObject("back", new CoverageQuery(contract, day, Supposed.nothing()).address());
        return page;
    }

    private RuleBook book() {
        return ruleBooks.effectiveOnOrNewest(LocalDate.now(clock));
    }
}

package nl.inkoopkompas.web.pages.coverage;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverages;
import nl.inkoopkompas.coverage.Establishment;
import nl.inkoopkompas.coverage.Establishments;
import nl.inkoopkompas.coverage.Supposed;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.lab.Refusals;
import nl.inkoopkompas.web.pages.lab.Refusals.Outcome;
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

    private final Coverages coverages;
    private final Establishments establishments;
    private final CoverageViews views;
    private final RuleBooks ruleBooks;
    private final Clock clock;

    EstablishPages(
            Coverages coverages, Establishments establishments, CoverageViews views, RuleBooks ruleBooks, Clock clock) {
        this.coverages = coverages;
        this.establishments = establishments;
        this.views = views;
        this.ruleBooks = ruleBooks;
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
        Instant now = clock.instant();
        Outcome<Establishment> outcome = Refusals.of(
                locale,
                () -> establishments.establish(
                        body.toString().getBytes(StandardCharsets.UTF_8),
                        book(),
                        LocalDate.now(clock),
                        now,
                        person.username()));
        Refusals refused = outcome.refused();
        if (refused == null) {
            redirect.addFlashAttribute("established", true);
            String contract = Objects.requireNonNull(outcome.result()).contract();
            return new ModelAndView("redirect:" + CoverageQuery.PATH + "?contract=" + contract + "#vastgesteld");
        }
        ModelAndView page = page(given, refused.status(), locale);
        page.addObject("refused", refused.sentences());
        return page;
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

package nl.inkoopkompas.web.pages.transition;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.register.WholeDeterminations;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.transition.Scenario;
import nl.inkoopkompas.transition.TransitionType;
import nl.inkoopkompas.transition.Transitions;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.transition.PlanPage.Item;
import nl.inkoopkompas.web.pages.transition.PlanViews.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans for running indications: the list, one plan, choosing by hand, determining and comparing. */
@Controller
@RequestMapping(PlanPages.PATH)
class PlanPages {

    static final String PATH = "/overgang";

    private static final String CHOICE = PATH + "/{id}/keuze";
    private static final int MOST_PLANS = 50;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");
    private static final JsonMapper JSON = new JsonMapper();

    private final DecisionRegister register;
    private final Transitions transitions;
    private final WholeDeterminations determinations;
    private final PlanViews views;
    private final ComparedPlans comparison;
    private final AccessTable access;
    private final Clock clock;

    PlanPages(
            DecisionRegister register,
            Transitions transitions,
            WholeDeterminations determinations,
            PlanViews views,
            ComparedPlans comparison,
            AccessTable access,
            Clock clock) {
        this.register = register;
        this.transitions = transitions;
        this.determinations = determinations;
        this.views = views;
        this.comparison = comparison;
        this.access = access;
        this.clock = clock;
    }

    @ModelAttribute("mayPlan")
    boolean mayPlan(@AuthenticationPrincipal Person person) {
        return access.allows(person.role(), "POST", CHOICE);
    }

    @ModelAttribute("mayDetermine")
    boolean mayDetermine(@AuthenticationPrincipal Person person) {
        return access.allows(person.role(), "POST", PATH + "/{id}/besluit");
    }

    @GetMapping
    String list(Locale locale, Model model) {
        model.addAttribute("plans", plans(locale, null));
        return "overgang-lijst";
    }

    private List<Item> plans(Locale locale, @Nullable String chosen) {
        Formats formats = new Formats(locale);
        List<Item> items = new ArrayList<>();
        for (DecisionSummary summary : register.find(DecisionFilter.all().ofType(TransitionType.ID), 1, MOST_PLANS)
                .items()) {
            String on = formats.date(Formats.dateOf(summary.recordedAt())) + " " + formats.time(summary.recordedAt());
            String id = summary.id().toString();
            items.add(new Item(
                    id, formats.date(summary.asOf()), summary.outcome(), on, summary.recordedBy(), id.equals(chosen)));
        }
        return items;
    }

    @GetMapping("/{id}")
    String plan(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String groep,
            @RequestParam(defaultValue = "") String gemeente,
            @RequestParam(defaultValue = "") String scenario,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model) {
        RegisteredDecision plan = find(id);
        show(plan, wish(groep, gemeente, scenario, product, pagina), locale, model);
        return "overgang";
    }

    private void show(RegisteredDecision plan, Wish wish, Locale locale, Model model) {
        model.addAttribute("plan", views.page(plan, wish, locale));
        model.addAttribute("determination", determinations.on(plan).orElse(null));
        model.addAttribute("outcomes", determinations.outcomes(plan));
        model.addAttribute("scenarios", Scenario.values());
    }

    private static Wish wish(String group, String municipality, String scenario, String product, String page) {
        boolean known = Set.of("CONTINUE", "RUN_OFF", "REINDICATE_DURING", "MOVE_AT_SWITCH", "REINDICATE_BEFORE")
                .contains(scenario);
        return new Wish(
                group.matches("\\d{1,5}") ? Integer.parseInt(group) : 0,
                municipality.matches("\\d{4}") ? municipality : null,
                known ? scenario : null,
                WORD.matcher(product).matches() && !CitizenNumber.occursIn(product) ? product : null,
                page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1);
    }

    /** A choice by hand makes a new plan; the one that is shown stays as it is. */
    @PostMapping("/{id}/keuze")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String groep,
            @RequestParam(defaultValue = "") String scenario,
            @AuthenticationPrincipal Person person,
            Locale locale) {
        RegisteredDecision plan = find(id);
        Wish wish = wish(groep, "", "", "", "1");
        JsonNode group = plan.decision().path("groups").path(wish.group());
        if (group.isMissingNode()) {
            throw new NotFound();
        }
        try {
            UUID made = Objects.requireNonNull(transitions
                    .record(choosing(plan, group, scenario), clock.instant(), person.username())
                    .id());
            return new ModelAndView("redirect:" + PATH + "/" + made + "?groep=" + wish.group() + "#groep");
        } catch (RequestRefused refused) {
            return again(plan, wish, refused.refusals().get(0).detail().in(Language.of(locale)), locale);
        }
    }

    private ModelAndView again(RegisteredDecision plan, Wish wish, String problem, Locale locale) {
        ModelAndView page = new ModelAndView("overgang", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("plan", views.page(plan, wish, locale));
        page.addObject("determination", determinations.on(plan).orElse(null));
        page.addObject("outcomes", determinations.outcomes(plan));
        page.addObject("scenarios", Scenario.values());
        page.addObject("problem", problem);
        return page;
    }

    /** The request with another choice for one group; an empty scenario leaves it to the proposal. */
    private static ObjectNode choosing(RegisteredDecision plan, JsonNode group, String scenario) {
        ObjectNode request = plan.request().deepCopy();
        ArrayNode chosen = request.putArray("chosen");
        for (JsonNode choice : plan.request().path("chosen")) {
            boolean same = choice.path("product").equals(group.path("product"))
                    && choice.path("situation").asInt()
                            == group.path("situation").asInt();
            if (!same) {
                chosen.add(choice);
            }
        }
        if (!scenario.isEmpty()) {
            chosen.addObject()
                    .put("product", group.path("product").asString(""))
                    .put("situation", group.path("situation").asInt())
                    .put("scenario", scenario);
        }
        if (chosen.isEmpty()) {
            request.remove("chosen");
        }
        return request;
    }

    /** Who comes back to the address of a form that was sent. */
    @GetMapping("/{id}/besluit")
    String toDetermination(@PathVariable String id) {
        return "redirect:" + PATH + "/" + id + "#besluit";
    }

    @PostMapping("/{id}/besluit")
    ModelAndView determine(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String uitkomst,
            @RequestParam(defaultValue = "") String motivering,
            @AuthenticationPrincipal Person person,
            Locale locale) {
        RegisteredDecision plan = find(id);
        ObjectNode body = JSON.createObjectNode().put("outcome", uitkomst);
        body.put("motivation", motivering.isBlank() ? null : motivering);
        String problem;
        try {
            determinations.determine(
                    plan, body.toString().getBytes(StandardCharsets.UTF_8), clock.instant(), person.username());
            return new ModelAndView("redirect:" + PATH + "/" + id + "#besluit");
        } catch (RequestRefused refused) {
            problem = refused.refusals().get(0).detail().in(Language.of(locale));
        } catch (WrongState wrong) {
            problem = wrong.why().in(Language.of(locale));
        }
        return again(plan, wish("0", "", "", "", "1"), problem, locale);
    }

    @GetMapping("/vergelijken")
    String compare(
            @RequestParam(defaultValue = "") String een,
            @RequestParam(defaultValue = "") String ander,
            Locale locale,
            Model model) {
        Optional<RegisteredDecision> one = known(een);
        Optional<RegisteredDecision> other = known(ander);
        model.addAttribute("first", plans(locale, een));
        model.addAttribute("second", plans(locale, ander));
        if (one.isPresent() && other.isPresent()) {
            model.addAttribute("compared", comparison.compared(one.get(), other.get(), locale));
            model.addAttribute("differing", comparison.chosenOtherwise(one.get(), other.get()));
        }
        return "overgang-vergelijken";
    }

    private RegisteredDecision find(String id) {
        return known(id).orElseThrow(NotFound::new);
    }

    private Optional<RegisteredDecision> known(String id) {
        return id.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? register.byId(UUID.fromString(id)).filter(Transitions::isPlan)
                : Optional.empty();
    }
}

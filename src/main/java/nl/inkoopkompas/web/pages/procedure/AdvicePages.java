package nl.inkoopkompas.web.pages.procedure;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.procedure.ProcedureType;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.register.WholeDeterminations;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Advises on how a contract is bought, and takes in what people decide on it. */
@Controller
@RequestMapping(AdvicePages.PATH)
class AdvicePages {

    static final String PATH = "/inkoopadvies";

    private static final String RECORDED = "/besluit/{id}";
    private static final int MOST_RECENT = 10;

    private final Decisions decisions;
    private final DecisionRegister register;
    private final WholeDeterminations determinations;
    private final RuleBooks ruleBooks;
    private final AdviceViews views;
    private final ContractViews beside;
    private final ProcedureType type;
    private final AccessTable access;
    private final Clock clock;

    AdvicePages(
            Decisions decisions,
            DecisionRegister register,
            WholeDeterminations determinations,
            RuleBooks ruleBooks,
            AdviceViews views,
            ContractViews beside,
            ProcedureType type,
            AccessTable access,
            Clock clock) {
        this.decisions = decisions;
        this.register = register;
        this.determinations = determinations;
        this.ruleBooks = ruleBooks;
        this.views = views;
        this.beside = beside;
        this.type = type;
        this.access = access;
        this.clock = clock;
    }

    /** A contract with what would be advised today. */
    record Line(String contract, String name, String outcome, boolean clear, boolean robust) {}

    /** An advice that was recorded. */
    record Recorded(String id, String contract, String outcome, String asOf, String by, String on) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String contract, Locale locale, Model model) {
        RuleBook book = book();
        if (!contract.isEmpty()) {
            known(book, contract);
            return "redirect:" + PATH + "/" + contract;
        }
        Language language = Language.of(locale);
        List<Line> lines = new ArrayList<>();
        if (book.policies().containsKey(ProcedureType.ID)) {
            for (Table.Row row : book.requireTable("reference/contracts").rows()) {
                Decision decision = decide(AdviceForm.request(book, row.id(), today(), Map.of()), language);
                lines.add(new Line(
                        row.id(),
                        name(book, row.id()),
                        AdviceViews.label(book, decision.outcome(), language),
                        !decision.outcome().equals("UNDECIDED"),
                        Boolean.TRUE.equals(decision.particulars().get("robust"))));
            }
        }
        model.addAttribute("lines", lines);
        model.addAttribute("recorded", recorded(language, locale));
        return "inkoopadviezen";
    }

    private List<Recorded> recorded(Language language, Locale locale) {
        var dates = new Formats(locale);
        return register.find(DecisionFilter.all().ofType(type.name()), 1, MOST_RECENT).items().stream()
                .map(summary -> {
                    RuleBook book = ruleBooks.require(summary.ruleBookVersion());
                    return new Recorded(
                            summary.id().toString(),
                            name(book, String.valueOf(summary.contract())),
                            AdviceViews.label(book, summary.outcome(), language),
                            dates.shortDate(summary.asOf()),
                            summary.recordedBy(),
                            dates.shortDate(Formats.dateOf(summary.recordedAt())));
                })
                .toList();
    }

    private static String name(RuleBook book, String contract) {
        Table table = book.requireTable("reference/contracts");
        return table.row(contract)
                .map(row -> String.valueOf(table.cell(row, "name")))
                .orElse(contract);
    }

    @GetMapping("/{contract}")
    String advice(
            @PathVariable String contract,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model) {
        Language language = Language.of(locale);
        RuleBook newest = known(book(), contract);
        ObjectNode request = AdviceForm.request(newest, contract, today(), sent);
        RuleBook book = newest;
        try {
            book = known(decisions.effective(request), contract);
            Decision decision = decide(request, language);
            model.addAttribute("advice", views.of(decision, request, locale));
            model.addAttribute("former", beside.former(book, decision, locale));
            model.addAttribute("watch", beside.watch(book, contract, decision.asOf(), LocalDate.now(clock), locale));
        } catch (RequestRefused refused) {
            model.addAttribute("refused", sentence(refused, language));
        }
        JsonNode profile = request.has("profile")
                ? request.path("profile")
                : type.context(book, request).path("profile");
        model.addAttribute("name", name(book, contract));
        model.addAttribute("contract", contract);
        model.addAttribute("contracts", contracts(book, contract));
        model.addAttribute("day", request.path("asOf").asString());
        model.addAttribute("own", request.has("profile"));
        model.addAttribute("inputs", AdviceForm.inputs(book, views.explainer(book), profile, request, language));
        model.addAttribute("hidden", AdviceForm.hidden(sent));
        model.addAttribute("groundGiven", request.has("legalGround"));
        model.addAttribute("records", access.allows(person.role(), "POST", PATH + "/{contract}"));
        return "inkoopadvies";
    }

    @PostMapping("/{contract}")
    String record(
            @PathVariable String contract,
            @RequestParam MultiValueMap<String, String> sent,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect) {
        RuleBook book = known(book(), contract);
        ObjectNode request = AdviceForm.request(book, contract, today(), sent);
        try {
            Input input = new Input(request, type.context(decisions.effective(request), request));
            Decision recorded = decisions.record(type, input, Language.NL, clock.instant(), principal.getName());
            redirect.addFlashAttribute("done", "recorded");
            return "redirect:" + PATH + "/besluit/" + recorded.id();
        } catch (RequestRefused refused) {
            redirect.addFlashAttribute("refused", sentence(refused, Language.of(locale)));
            return "redirect:" + PATH + "/" + contract;
        }
    }

    @GetMapping(RECORDED)
    String recorded(@PathVariable String id, @AuthenticationPrincipal Person person, Locale locale, Model model) {
        RegisteredDecision decision = registered(id);
        RuleBook book = ruleBooks.require(decision.summary().ruleBookVersion());
        Language language = Language.of(locale);
        var dates = new Formats(locale);
        Decision again = decisions.again(decision, language);
        model.addAttribute("advice", views.of(again, decision.request(), locale));
        model.addAttribute("former", beside.former(book, again, locale));
        model.addAttribute("id", id);
        model.addAttribute("name", name(book, String.valueOf(decision.summary().contract())));
        model.addAttribute("contract", decision.summary().contract());
        model.addAttribute(
                "motivation", decision.request().path("legalGroundMotivation").asString(""));
        model.addAttribute("by", decision.summary().recordedBy());
        model.addAttribute("on", dates.date(Formats.dateOf(decision.summary().recordedAt())));
        determinations.on(decision).ifPresent(whole -> {
            model.addAttribute("determined", AdviceViews.label(book, whole.outcome(), language));
            model.addAttribute("determinedWhy", whole.determination().motivation());
            model.addAttribute("determinedBy", whole.determination().determinedBy());
            model.addAttribute(
                    "determinedOn",
                    dates.date(Formats.dateOf(whole.determination().determinedAt())));
        });
        model.addAttribute(
                "outcomes",
                determinations.outcomes(decision).stream()
                        .map(outcome -> new AdviceForm.Choice(
                                outcome,
                                AdviceViews.label(book, outcome, language),
                                outcome.equals(decision.summary().outcome())))
                        .toList());
        model.addAttribute("determines", access.allows(person.role(), "POST", PATH + RECORDED));
        return "inkoopadvies";
    }

    @PostMapping(RECORDED)
    String determine(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String motivering,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("outcome", outcome).put("motivation", motivering);
        Language language = Language.of(locale);
        try {
            byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
            determinations.determine(registered(id), json, clock.instant(), principal.getName());
            redirect.addFlashAttribute("done", "determined");
        } catch (RequestRefused refused) {
            redirect.addFlashAttribute("refused", sentence(refused, language));
        } catch (WrongState wrong) {
            redirect.addFlashAttribute("refused", wrong.why().in(language));
        }
        return "redirect:" + PATH + "/besluit/" + id;
    }

    private RegisteredDecision registered(String id) {
        return Optional.ofNullable(uuid(id))
                .flatMap(register::byId)
                .filter(decision -> decision.summary().type().equals(type.name()))
                .orElseThrow(NotFound::new);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Decision decide(ObjectNode request, Language language) {
        RuleBook book = decisions.effective(request);
        return decisions.decide(type, new Input(request, type.context(book, request)), language);
    }

    private static String sentence(RequestRefused refused, Language language) {
        return refused.refusals().stream()
                .map(refusal ->
                        (refusal.pointer().isEmpty() ? "" : refusal.pointer().substring(1) + ": ")
                                + refusal.detail().in(language) + ".")
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static List<AdviceForm.Choice> contracts(RuleBook book, String chosen) {
        return book.requireTable("reference/contracts").rows().stream()
                .map(row -> new AdviceForm.Choice(
                        row.id(), name(book, row.id()), row.id().equals(chosen)))
                .toList();
    }

    private RuleBook book() {
        return ruleBooks.effectiveOn(LocalDate.now(clock)).orElseGet(ruleBooks::newest);
    }

    /** The book, where it advises on procedures and knows the contract. */
    private static RuleBook known(RuleBook book, String contract) {
        boolean known = book.policies().containsKey(ProcedureType.ID)
                && book.requireTable("reference/contracts").row(contract).isPresent();
        if (!known) {
            throw new NotFound();
        }
        return book;
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}

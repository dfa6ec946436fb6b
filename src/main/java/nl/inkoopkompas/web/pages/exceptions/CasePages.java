package nl.inkoopkompas.web.pages.exceptions;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseMoved;
import nl.inkoopkompas.exceptioncontract.CaseOrder;
import nl.inkoopkompas.exceptioncontract.CaseStatus;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.exceptioncontract.ExceptionKind;
import nl.inkoopkompas.exceptioncontract.WaitingCases;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.Pager;
import nl.inkoopkompas.web.pages.Refusals;
import nl.inkoopkompas.web.pages.exceptions.CaseList.Option;
import nl.inkoopkompas.web.pages.exceptions.CaseList.Row;
import nl.inkoopkompas.web.pages.exceptions.CaseList.Sorting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work list and shared register of requests, and the page of one with what can be done. */
@Controller
class CasePages {

    private static final String ONE = CaseQuery.PATH + "/{id}";

    private final ExceptionContracts contracts;
    private final WaitingCases waiting;
    private final CaseViews views;
    private final CaseLetterViews letters;
    private final PermitWords reasons;
    private final RuleBooks ruleBooks;
    private final MessageSource messages;
    private final Clock clock;

    CasePages(
            ExceptionContracts contracts,
            WaitingCases waiting,
            CaseViews views,
            CaseLetterViews letters,
            PermitWords reasons,
            RuleBooks ruleBooks,
            MessageSource messages,
            Clock clock) {
        this.contracts = contracts;
        this.waiting = waiting;
        this.views = views;
        this.letters = letters;
        this.reasons = reasons;
        this.ruleBooks = ruleBooks;
        this.messages = messages;
        this.clock = clock;
    }

    static Actor actor(Person person) {
        return new Actor(person.username(), person.role().name(), person.municipality());
    }

    @GetMapping(CaseQuery.PATH)
    String list(
            @RequestParam Map<String, String> given,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model) {
        CaseQuery query = CaseQuery.of(given);
        Actor actor = actor(person);
        LocalDate today = LocalDate.now(clock);
        ExceptionContracts.Page found =
                contracts.list(query.filter(actor, today), query.order(), query.page(), CaseQuery.PAGE_SIZE);
        if (found.items().isEmpty() && found.total() > 0) {
            return "redirect:" + query.atPage((int) ((found.total() + CaseQuery.PAGE_SIZE - 1) / CaseQuery.PAGE_SIZE));
        }
        CaseWords words = new CaseWords(ruleBooks.newest(), locale);
        Set<UUID> mine = waiting.among(found.items(), actor, today);
        boolean dueFirst = query.order() == CaseOrder.DUE_FIRST;
        model.addAttribute(
                "list",
                new CaseList(
                        found.total(),
                        query.isNarrowed(),
                        options(CaseStatus.values(), query.status(), "exception.status.", locale),
                        options(ExceptionKind.values(), query.kind(), "exception.kind.", locale),
                        rows("reference/municipalities", "id", query.municipality()),
                        rows("admission/products", "code", query.product()),
                        Objects.requireNonNullElse(query.provider(), ""),
                        query.overdue(),
                        dueFirst,
                        new Sorting(query.sorted(CaseOrder.NEWEST), dueFirst ? null : "descending"),
                        new Sorting(query.sorted(CaseOrder.DUE_FIRST), dueFirst ? "ascending" : null),
                        found.items().stream()
                                .map(line -> row(line, actor, mine.contains(line.id()), today, words))
                                .toList(),
                        Pager.of(query.page(), CaseQuery.PAGE_SIZE, (int) found.total(), query::atPage)));
        return "uitzonderingen/lijst";
    }

    private static Row row(ExceptionCase.Line line, Actor actor, boolean mine, LocalDate today, CaseWords words) {
        return new Row(
                CaseQuery.PATH + "/" + line.id(),
                words.product(line.product()),
                line.providerName(),
                words.municipality(line.municipality()),
                actor.seesClientOf(line) ? line.client() : null,
                line.kind().name(),
                line.status().name(),
                line.result() == null ? null : line.result().name(),
                words.euro(line.value()),
                words.day(line.submittedAt()),
                line.dueOn() == null ? null : words.day(line.dueOn()),
                line.isOverdueOn(today),
                line.urgent(),
                mine);
    }

    private List<Option> options(Enum<?>[] values, @Nullable Enum<?> chosen, String key, Locale locale) {
        return Stream.of(values)
                .map(value -> new Option(
                        value.name(), messages.getMessage(key + value.name(), null, locale), value == chosen))
                .toList();
    }

    private List<Option> rows(String table, String column, @Nullable String chosen) {
        Table rows = ruleBooks.newest().requireTable(table);
        Function<Table.Row, String> value =
                row -> column.equals("id") ? row.id() : String.valueOf(rows.cell(row, column));
        return rows.rows().stream()
                .map(row -> new Option(
                        value.apply(row),
                        String.valueOf(rows.cell(row, "name")),
                        value.apply(row).equals(chosen)))
                .toList();
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, @AuthenticationPrincipal Person person, Locale locale, Model model) {
        show(find(id, actor(person)), actor(person), locale, model);
        return "uitzonderingen/zaak";
    }

    @PostMapping(ONE + "/acties")
    ModelAndView act(
            @PathVariable String id,
            @ModelAttribute("filledIn") ActionForm form,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Actor actor = actor(person);
        ExceptionCase seen = find(id, actor);
        if (!form.sawVersion(seen)) {
            return refused(
                    seen,
                    actor,
                    HttpStatus.CONFLICT,
                    List.of(messages.getMessage("exception.moved", null, locale)),
                    locale,
                    model);
        }
        try {
            Refusals.Outcome<ExceptionCase> outcome = Refusals.of(
                    locale,
                    () -> contracts.act(
                            seen, form.json().toString().getBytes(StandardCharsets.UTF_8), actor, clock.instant()));
            Refusals refused = outcome.refused();
            if (refused != null) {
                return refused(seen, actor, refused.status(), refused.sentences(), locale, model);
            }
        } catch (CaseMoved moved) {
            return refused(
                    contracts.find(moved.id()).orElseThrow(),
                    actor,
                    HttpStatus.CONFLICT,
                    List.of(reasons.say(moved.why(), locale)),
                    locale,
                    model);
        }
        redirect.addFlashAttribute("done", form.action());
        return new ModelAndView("redirect:" + CaseQuery.PATH + "/" + id);
    }

    private ModelAndView refused(
            ExceptionCase one, Actor actor, HttpStatus status, List<String> why, Locale locale, Model model) {
        show(one, actor, locale, model);
        model.addAttribute("refused", why);
        return new ModelAndView("uitzonderingen/zaak", model.asMap(), status);
    }

    private void show(ExceptionCase one, Actor actor, Locale locale, Model model) {
        model.addAttribute("one", views.page(one, actor, LocalDate.now(clock), locale));
        model.addAttribute("letters", letters.panel(one, actor, locale));
    }

    private ExceptionCase find(String id, Actor actor) {
        try {
            return contracts.find(UUID.fromString(id)).filter(actor::sees).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }
}

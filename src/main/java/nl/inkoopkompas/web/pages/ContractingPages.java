package nl.inkoopkompas.web.pages;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.contracting.ContractedFilter;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.Contracting;
import nl.inkoopkompas.contracting.ContractingHistory;
import nl.inkoopkompas.contracting.ContractingRefused;
import nl.inkoopkompas.contracting.ContractingWorkbook;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.WorkbookAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is contracted for what: the list, and one contracting with its history. */
@Controller
@RequestMapping(ContractedQuery.PATH)
class ContractingPages {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int EXPORT_STEP = 500;

    private final ContractedProviders providers;
    private final ContractingViews views;
    private final AccessTable access;
    private final MessageSource messages;
    private final Clock clock;

    ContractingPages(
            ContractedProviders providers,
            ContractingViews views,
            AccessTable access,
            MessageSource messages,
            Clock clock) {
        this.providers = providers;
        this.views = views;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("mayImport")
    boolean mayImport(@ModelAttribute(Frames.NAME) Frame frame) {
        return frame.person() != null
                && access.allows(Role.valueOf(frame.person().role()), "POST", ContractingImportPages.PATH);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String contract,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String gemeente,
            @RequestParam(defaultValue = "") String datum,
            @RequestParam(defaultValue = "") String aanbieder,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        var query = query(contract, product, gemeente, datum, aanbieder, pagina);
        if (CitizenNumber.occursIn(aanbieder)) {
            redirect.addFlashAttribute("searchRefused", true);
            return "redirect:" + query.address(); // so that the number does not stay in the address either
        }
        var day = Objects.requireNonNullElse(query.on(), today());
        var found = providers.on(day, query.filter(), query.page(), ContractedQuery.PAGE_SIZE);
        if (found.items().isEmpty() && found.total() > 0) {
            long last = (found.total() + ContractedQuery.PAGE_SIZE - 1) / ContractedQuery.PAGE_SIZE;
            return "redirect:" + query.atPage((int) last).address();
        }
        model.addAttribute("list", views.list(found, query, day, locale));
        return "contracten";
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "") String contract,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String gemeente,
            @RequestParam(defaultValue = "") String datum,
            @RequestParam(defaultValue = "") String aanbieder) {
        var query = query(contract, product, gemeente, datum, aanbieder, "1");
        var day = Objects.requireNonNullElse(query.on(), today());
        return WorkbookAnswer.of("gecontracteerden-" + day + ".xlsx", out -> {
            try (var workbook = new ContractingWorkbook()) {
                List<Contracting> some;
                int page = 1;
                do {
                    some = providers
                            .on(day, query.filter(), page++, EXPORT_STEP)
                            .items();
                } while (some.stream().allMatch(workbook::add) && some.size() == EXPORT_STEP);
                workbook.write(out);
            }
        });
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, @ModelAttribute("mayImport") boolean mayChange, Locale locale, Model model) {
        var history = history(id);
        var latest = history.latest();
        var holdsFrom = latest.terms().from().isAfter(today()) ? latest.terms().from() : today();
        var form = ContractingForm.of(latest.version(), latest.terms(), holdsFrom);
        model.addAttribute("contracting", views.page(history, today(), mayChange ? form : null, locale));
        return "contractering";
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable String id,
            ContractingForm form,
            Locale locale,
            Principal principal,
            RedirectAttributes redirect) {
        var history = history(id);
        try {
            providers.change(
                    history.latest().id(),
                    form.version(),
                    form.change(views.municipalities()),
                    clock.instant(),
                    principal.getName());
        } catch (ContractingForm.Unreadable e) {
            return refused(history, form, messages.getMessage(e.key(), null, locale), false, locale);
        } catch (ContractingRefused e) {
            var sentence = e.sentence().in(Language.of(locale));
            return refused(history(id), form, sentence, e.isConflict(), locale);
        }
        redirect.addFlashAttribute("changed", true);
        return new ModelAndView(
                "redirect:" + ContractedQuery.PATH + "/" + history.latest().id());
    }

    private ModelAndView refused(
            ContractingHistory history, ContractingForm form, String sentence, boolean conflict, Locale locale) {
        var page = new ModelAndView("contractering", conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("refused", sentence);
        page.addObject("contracting", views.page(history, today(), form.shown(), locale));
        return page;
    }

    private ContractingHistory history(String id) {
        return Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(providers::byId)
                .orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ContractedQuery query(
            String contract, String product, String municipality, String day, String text, String page) {
        var searched = CONTROL.matcher(text).replaceAll(" ").strip();
        return new ContractedQuery(
                new ContractedFilter(
                        id(contract),
                        id(product),
                        id(municipality),
                        null,
                        searched.isEmpty() || CitizenNumber.occursIn(searched) ? null : searched),
                day(day),
                page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1);
    }

    private static @Nullable String id(String text) {
        return ID.matcher(text).matches() && !CitizenNumber.occursIn(text) ? text : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

package nl.inkoopkompas.web.pages.lab;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.simulation.Figures.Named;
import nl.inkoopkompas.lab.simulation.Report;
import nl.inkoopkompas.lab.simulation.Report.Opened;
import nl.inkoopkompas.lab.simulation.Simulations;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.NotFound;
import nl.inkoopkompas.web.pages.lab.EffectView.Earlier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a draft does to the dossiers of the register or to a made-up population. */
@Controller
class EffectPages {

    static final String PATH = DraftAddress.ONE + "/effect";

    private static final String VIEW = "lab/effect";
    private static final String SAMPLE = "sample";

    private final Simulations simulations;
    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DraftAddress address;
    private final List<DecisionType> types;
    private final MessageSource messages;
    private final Clock clock;

    EffectPages(
            Simulations simulations,
            Drafts drafts,
            DraftBooks draftBooks,
            DraftAddress address,
            List<DecisionType> types,
            MessageSource messages,
            Clock clock) {
        this.simulations = simulations;
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.address = address;
        this.types = types;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String effect(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String meting,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String wordt,
            @RequestParam(defaultValue = "") String wijziging,
            @RequestParam(defaultValue = "") String contract,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            Model model) {
        Draft draft = address.draft(id);
        List<Report> all = simulations.of(draft.id());
        Optional<Report> shown = meting.isEmpty() ? all.stream().findFirst() : Optional.of(find(all, meting));
        fill(draft, all, shown, locale, model);
        shown.ifPresent(report -> {
            CaseQuery query = CaseQuery.of(was, wordt, wijziging, contract, pagina);
            model.addAttribute(
                    "cases", query.read(simulations, report, words(draft, report, locale), messages, locale));
        });
        return VIEW;
    }

    private static Report find(List<Report> all, String meting) {
        return all.stream()
                .filter(report -> report.id().toString().equals(meting))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void fill(Draft draft, List<Report> all, Optional<Report> shown, Locale locale, Model model) {
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute("types", types.stream().map(DecisionType::id).toList());
        shown.ifPresent(report -> {
            EffectViews views = new EffectViews(words(draft, report, locale), messages, locale);
            List<Integer> named = report.figures().coverage().named().stream()
                    .limit(EffectViews.MOST_PROVIDERS)
                    .map(Named::number)
                    .toList();
            model.addAttribute("effect", views.view(report, draft.turn(), simulations.applicants(report, named)));
        });
        Formats formats = new Formats(locale);
        model.addAttribute(
                "earlier",
                all.stream()
                        .map(report -> new Earlier(
                                population(report, locale),
                                report.status().name(),
                                formats.date(Formats.dateOf(report.startedAt())) + " "
                                        + formats.time(report.startedAt()),
                                DraftAddress.of(draft) + "/effect?meting=" + report.id(),
                                shown.filter(report::equals).isPresent()))
                        .toList());
    }

    private String population(Report report, Locale locale) {
        return report.population().startsWith(SAMPLE)
                ? messages.getMessage("lab.effect.sampleOf", new Object[] {report.total()}, locale)
                : messages.getMessage("lab.effect.registerOf", new Object[] {report.total()}, locale);
    }

    /** In the words of the draft as it was when it was simulated. */
    private EffectWords words(Draft draft, Report report, Locale locale) {
        Draft then = drafts.find(draft.id(), report.turn()).orElse(draft);
        DecisionType type = types.stream()
                .filter(one -> one.id().equals(report.type()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new EffectWords(then, draftBooks.base(then), type, Language.of(locale));
    }

    @PostMapping(PATH)
    ModelAndView start(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String soort,
            @RequestParam(defaultValue = "") String populatie,
            @RequestParam(defaultValue = "") String omvang,
            Principal principal,
            Locale locale,
            Model model) {
        Draft draft = address.draft(id);
        Optional<DecisionType> type =
                types.stream().filter(one -> one.id().equals(soort)).findFirst();
        String size = omvang.strip().replaceAll("[.\\s]", "");
        String population = populatie.equals(SAMPLE) ? SAMPLE + ":" + size : populatie;
        if (type.isEmpty() || !Simulations.isPopulation(population)) {
            List<Report> all = simulations.of(draft.id());
            fill(draft, all, Optional.empty(), locale, model);
            model.addAttribute("size", omvang);
            model.addAttribute("refused", List.of(messages.getMessage("lab.effect.badSize", null, locale)));
            return new ModelAndView(VIEW, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        UUID started = simulations.start(draft, type.get(), population, clock.instant(), principal.getName());
        return new ModelAndView("redirect:" + DraftAddress.of(draft) + "/effect?meting=" + started);
    }

    @PostMapping(PATH + "/{sid}/stoppen")
    String stop(@PathVariable String id, @PathVariable String sid, Principal principal) {
        Draft draft = address.draft(id);
        Report report = find(simulations.of(draft.id()), sid);
        return simulations
                .cancel(draft.id(), report.id(), principal.getName())
                .map(stopped -> "redirect:" + DraftAddress.of(draft) + "/effect?meting=" + stopped.id())
                .orElseThrow(NotFound::new);
    }

    @GetMapping(PATH + "/{sid}/zaken/{number}")
    String open(
            @PathVariable String id,
            @PathVariable String sid,
            @PathVariable String number,
            Locale locale,
            Model model) {
        Draft draft = address.draft(id);
        Report report = find(simulations.of(draft.id()), sid);
        if (!number.matches("\\d{1,7}")) {
            throw new NotFound();
        }
        Opened opened = simulations
                .open(draft.id(), report.id(), Integer.parseInt(number), Language.of(locale))
                .orElseThrow(NotFound::new);
        EffectWords words = words(draft, report, locale);
        model.addAttribute("draft", DraftHead.of(draft, drafts.isOvertaken(draft), locale));
        model.addAttribute("back", DraftAddress.of(draft) + "/effect?meting=" + report.id());
        model.addAttribute("opened", OpenedCaseView.of(opened, words, new Formats(locale)));
        return "lab/effect-zaak";
    }
}

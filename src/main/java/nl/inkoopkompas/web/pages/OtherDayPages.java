package nl.inkoopkompas.web.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a decision would be on another day: whether who was admitted still meets every criterion then. */
@Controller
class OtherDayPages {

    private static final String PATH = ApplicationFilter.PATH + "/{id}/op";

    private final Dossiers dossiers;
    private final Decisions decisions;
    private final ApplicationArchive archive;
    private final Words.Dictionary dictionary;
    private final Clock clock;

    OtherDayPages(
            Dossiers dossiers,
            Decisions decisions,
            ApplicationArchive archive,
            Words.Dictionary dictionary,
            Clock clock) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.archive = archive;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    static String address(String decision, LocalDate day) {
        return PATH.replace("{id}", decision) + "?datum=" + day;
    }

    @GetMapping(PATH)
    String on(@PathVariable String id, @RequestParam(defaultValue = "") String datum, Locale locale, Model model) {
        var decision = Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(dossiers::of)
                .orElseThrow(NotFound::new)
                .latest();
        var application = archive.application(decision.summary().id()).orElseThrow(NotFound::new);
        var words = dictionary.of(decision.summary().ruleBookVersion(), locale);
        var day = day(datum);
        model.addAttribute("application", application);
        model.addAttribute("id", decision.summary().id().toString());
        model.addAttribute("asOf", new Formats(locale).date(decision.summary().asOf()));
        model.addAttribute("day", day.toString());
        try {
            var then = decisions.on(decision, day, Language.of(locale));
            model.addAttribute("outcome", Previews.of(application, then, words));
        } catch (RequestRefused refused) {
            model.addAttribute("refused", refused.refusals().get(0).detail().in(Language.of(locale)));
        }
        return "peildatum";
    }

    private LocalDate day(String text) {
        try {
            return text.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return LocalDate.now(clock);
        }
    }
}

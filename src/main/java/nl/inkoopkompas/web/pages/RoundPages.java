package nl.inkoopkompas.web.pages;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/**
 * The forms for further rounds on an application: a supplement, judgements, a hearing; and to try what one would do.
 */
@Controller
class RoundPages {

    /** The row of the access table that says who may hold a round. */
    static final String ACT = ApplicationFilter.PATH + "/{id}/ronde/{soort}";

    private static final String ON = "datum";
    private static final String VERSION = "versie";
    private static final String DO = "doe";

    private final Dossiers dossiers;
    private final Rounds rounds;
    private final RoundForms forms;
    private final ApplicationArchive archive;
    private final Words.Dictionary dictionary;
    private final MessageSource messages;
    private final Clock clock;

    RoundPages(
            Dossiers dossiers,
            Rounds rounds,
            RoundForms forms,
            ApplicationArchive archive,
            Words.Dictionary dictionary,
            MessageSource messages,
            Clock clock) {
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.forms = forms;
        this.archive = archive;
        this.dictionary = dictionary;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a round is held for, by the word in its address. */
    enum Kind {
        AANVULLING("SUPPLEMENT", EnumSet.of(Verdict.UNDETERMINED, Verdict.NOT_MET)),
        OORDEEL("JUDGEMENT", EnumSet.of(Verdict.JUDGEMENT)),
        HOORZITTING("HEARING", EnumSet.of(Verdict.NOT_MET)),
        WAT_ALS("SUPPLEMENT", EnumSet.complementOf(EnumSet.of(Verdict.NOT_APPLICABLE)));

        private final String round;
        private final Set<Verdict> verdicts;

        Kind(String round, Set<Verdict> verdicts) {
            this.round = round;
            this.verdicts = verdicts;
        }

        String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of round of the contract. */
        String round() {
            return round;
        }

        /** The verdicts of the findings that it is about. */
        Set<Verdict> verdicts() {
            return verdicts;
        }

        boolean suits(JsonNode decision) {
            for (JsonNode finding : decision.path("findings")) {
                if (verdicts.contains(Verdict.valueOf(finding.path("verdict").asString()))) {
                    return true;
                }
            }
            return false;
        }

        static Optional<Kind> of(String path) {
            for (Kind kind : values()) {
                if (kind.path().equals(path)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    static String address(String id, Kind kind) {
        return ApplicationFilter.PATH + "/" + id + "/ronde/" + kind.path();
    }

    @GetMapping(ACT)
    ModelAndView form(@PathVariable String id, @PathVariable String soort, Locale locale, RedirectAttributes redirect) {
        var kind = Kind.of(soort).orElseThrow(NotFound::new);
        var dossier = dossier(id);
        if (!dossier.isLatestAsked()) {
            return new ModelAndView(
                    "redirect:" + address(dossier.latest().summary().id().toString(), kind));
        }
        var today = LocalDate.now(clock);
        var first = DossierStandings.notBefore(dossier);
        var on = (today.isBefore(first) ? first : today).toString();
        return page(dossier, kind, on, Map.of(), Map.of(), null, locale);
    }

    @PostMapping(ACT)
    ModelAndView submit(
            @PathVariable String id,
            @PathVariable String soort,
            @RequestParam Map<String, String> sent,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect) {
        var kind = Kind.of(soort).orElseThrow(NotFound::new);
        var dossier = dossier(id);
        var filledIn = new LinkedHashMap<>(sent);
        var on = Optional.ofNullable(filledIn.remove(ON)).orElse("");
        var words = dictionary.of(dossier.latest().summary().ruleBookVersion(), locale);
        var submission = new RoundSubmission(kind, on, dossier.latest().request(), words, filledIn);
        boolean recording = "vastleggen".equals(sent.get(DO)) && kind != Kind.WAT_ALS;
        var errors = submission.withoutMotivation(message("round.motivation.short", locale));
        if (submission.isEmpty()) {
            errors.put("", message("round.nothing", locale));
        }
        if (!Integer.toString(dossier.turn()).equals(sent.get(VERSION))) {
            errors.put("", message("dossier.changed", locale));
        }
        if (!errors.isEmpty()) {
            return refused(page(dossier, kind, on, filledIn, errors, null, locale), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var body = submission.body().toString().getBytes(StandardCharsets.UTF_8);
        try {
            if (!recording) {
                var outcome = rounds.preview(dossier, body, Language.of(locale));
                return page(dossier, kind, on, filledIn, Map.of(), outcome, locale);
            }
            UUID asked = dossier.asked().summary().id();
            var decision = rounds.record(asked, body, Language.NL, clock.instant(), principal.getName());
            redirect.addFlashAttribute("recorded", "round");
            return new ModelAndView("redirect:" + ApplicationFilter.PATH + "/" + decision.id());
        } catch (RequestRefused refused) {
            var wrong = submission.errors(refused.refusals(), Language.of(locale));
            return refused(page(dossier, kind, on, filledIn, wrong, null, locale), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (WrongState wrong) {
            var why = Map.of("", wrong.why().in(Language.of(locale)));
            return refused(page(dossier, kind, on, filledIn, why, null, locale), HttpStatus.CONFLICT);
        }
    }

    private ModelAndView page(
            Dossier dossier,
            Kind kind,
            String on,
            Map<String, String> filledIn,
            Map<String, String> errors,
            @Nullable Decision outcome,
            Locale locale) {
        var application = archive.application(dossier.latest().summary().id()).orElseThrow(NotFound::new);
        var page = new ModelAndView("ronde");
        page.addObject("form", forms.form(application, dossier, kind, on, filledIn, errors, outcome, locale));
        return page;
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private Dossier dossier(String id) {
        return Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(dossiers::of)
                .orElseThrow(NotFound::new);
    }
}

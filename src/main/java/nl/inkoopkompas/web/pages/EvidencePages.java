package nl.inkoopkompas.web.pages;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.evidence.Evidence.Result;
import nl.inkoopkompas.evidence.EvidenceRefused;
import nl.inkoopkompas.evidence.Evidences;
import nl.inkoopkompas.evidence.Evidences.Upload;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The evidence of a dossier: what was handed in, what it proves and who checked it. */
@Controller
@RequestMapping(EvidencePages.PATH)
class EvidencePages {

    static final String PATH = ApplicationFilter.PATH + "/{id}/bewijs";

    private final DecisionRegister register;
    private final Evidences evidences;
    private final EvidenceViews views;
    private final AccessTable access;
    private final MessageSource messages;
    private final Clock clock;

    EvidencePages(
            DecisionRegister register,
            Evidences evidences,
            EvidenceViews views,
            AccessTable access,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.evidences = evidences;
        this.views = views;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String id, @ModelAttribute(Frames.NAME) Frame frame, Locale locale, Model model) {
        boolean writes = frame.person() != null
                && access.allows(Role.valueOf(frame.person().role()), "POST", PATH);
        model.addAttribute("evidence", views.page(latest(id), today(), writes, locale));
        return "bewijs";
    }

    @PostMapping
    ModelAndView receive(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile bestand,
            @RequestParam(defaultValue = "") List<String> bewijst,
            @RequestParam(defaultValue = "") String ontvangen,
            @RequestParam(defaultValue = "") String verloopt,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        RegisteredDecision latest = latest(id);
        if (bestand == null || bestand.isEmpty()) {
            return refused(latest, HttpStatus.UNPROCESSABLE_CONTENT, said("upload.missing", locale), locale);
        }
        LocalDate received = day(ontvangen);
        LocalDate expires = day(verloopt);
        if (received == null || received.isAfter(today()) || (expires == null && !verloopt.isBlank())) {
            return refused(latest, HttpStatus.UNPROCESSABLE_CONTENT, said("evidence.wrong.date", locale), locale);
        }
        try (var content = bestand.getInputStream()) {
            var name = Objects.requireNonNullElse(bestand.getOriginalFilename(), "");
            evidences.receive(
                    latest,
                    new Upload(name, bewijst, received, expires),
                    content,
                    clock.instant(),
                    principal.getName());
        } catch (EvidenceRefused e) {
            return refused(latest, status(e), e.sentence().in(Language.of(locale)), locale);
        }
        redirect.addFlashAttribute("done", "received");
        return redirect(latest);
    }

    @PostMapping("/{evidenceId}")
    ModelAndView check(
            @PathVariable String id,
            @PathVariable String evidenceId,
            @RequestParam(defaultValue = "") String oordeel,
            @RequestParam(defaultValue = "") String toelichting,
            @RequestParam(defaultValue = "") String verloopt,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect) {
        RegisteredDecision latest = latest(id);
        var evidence = Optional.ofNullable(ApplicationPages.uuid(evidenceId))
                .flatMap(found -> evidences.byId(latest.dossier(), found))
                .orElseThrow(NotFound::new);
        LocalDate expires = day(verloopt);
        if (expires == null && !verloopt.isBlank()) {
            return refused(latest, HttpStatus.UNPROCESSABLE_CONTENT, said("evidence.wrong.date", locale), locale);
        }
        if (!List.of("VERIFIED", "NOT_ACCEPTED").contains(oordeel)) {
            return refused(latest, HttpStatus.UNPROCESSABLE_CONTENT, said("evidence.wrong.result", locale), locale);
        }
        try {
            evidences.check(
                    evidence, Result.valueOf(oordeel), toelichting, expires, clock.instant(), principal.getName());
        } catch (EvidenceRefused e) {
            return refused(latest, status(e), e.sentence().in(Language.of(locale)), locale);
        }
        redirect.addFlashAttribute("done", "checked");
        return redirect(latest);
    }

    private ModelAndView refused(RegisteredDecision latest, HttpStatus status, String sentence, Locale locale) {
        return new ModelAndView("bewijs", status)
                .addObject("refused", sentence)
                .addObject("evidence", views.page(latest, today(), true, locale));
    }

    private static ModelAndView redirect(RegisteredDecision latest) {
        return new ModelAndView(
                "redirect:" + ApplicationFilter.PATH + "/" + latest.summary().id() + "/bewijs");
    }

    private static HttpStatus status(EvidenceRefused refused) {
        return switch (refused.kind()) {
            case WRONG, TOO_LARGE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LATE -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** The last round of the dossier that a decision belongs to. */
    private RegisteredDecision latest(String id) {
        RegisteredDecision decision = Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(register::byId)
                .filter(found -> found.summary().type().equals(AdmissionType.ID))
                .orElseThrow(NotFound::new);
        UUID last = decision.rounds().get(decision.rounds().size() - 1).id();
        return last.equals(decision.summary().id())
                ? decision
                : register.byId(last).orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("[12]\\d{3}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

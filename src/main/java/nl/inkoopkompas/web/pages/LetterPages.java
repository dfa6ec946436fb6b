package nl.inkoopkompas.web.pages;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.correspondence.DossierPaper;
import nl.inkoopkompas.correspondence.LetterChoice;
import nl.inkoopkompas.correspondence.LetterDraft;
import nl.inkoopkompas.correspondence.LetterKind;
import nl.inkoopkompas.correspondence.LetterNotPossible;
import nl.inkoopkompas.correspondence.LetterRefused;
import nl.inkoopkompas.correspondence.LetterRequest;
import nl.inkoopkompas.correspondence.Letters;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters of a dossier, writing one, and the dossier as a whole on paper. */
@Controller
class LetterPages {

    private static final String DOSSIER = ApplicationFilter.PATH + "/{id}";
    private static final String PATH = DOSSIER + "/brieven";

    private final DecisionRegister register;
    private final Letters letters;
    private final LetterViews views;
    private final DossierPaper dossiers;
    private final Clock clock;

    LetterPages(DecisionRegister register, Letters letters, LetterViews views, DossierPaper dossiers, Clock clock) {
        this.register = register;
        this.letters = letters;
        this.views = views;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * What a form holds, as it was filled in.
     *
     * @param verzoek names the request, so that pressing twice sends once
     * @param gezien what names the preview that the person saw; empty before
     */
    record Form(
            @Nullable String verzoek,
            @Nullable String naam,
            @Nullable String adres,
            @Nullable String datum,
            @Nullable String termijn,
            @Nullable String tekst,
            @Nullable String gezien,
            @Nullable String actie) {}

    @GetMapping(PATH)
    String overview(@PathVariable String id, Locale locale, @ModelAttribute(Frames.NAME) Frame frame, Model model) {
        RegisteredDecision decision = decision(id);
        UUID last = last(decision);
        if (!last.equals(decision.summary().id())) {
            return "redirect:" + address(last);
        }
        model.addAttribute("letters", views.overview(decision, today(), frame, locale));
        return "brieven";
    }

    @GetMapping(PATH + "/{kind}")
    String form(@PathVariable String id, @PathVariable String kind, Locale locale, Model model) {
        RegisteredDecision decision = decision(id);
        LetterKind wanted = kind(kind);
        if (isImpossible(decision, wanted)) {
            return "redirect:" + address(last(decision));
        }
        LocalDate today = today();
        LocalDate dueOn = letters.dueOn(decision, wanted, today);
        Form form = new Form(
                UUID.randomUUID().toString(),
                Objects.requireNonNullElse(decision.summary().applicantName(), ""),
                "",
                today.toString(),
                dueOn == null ? "" : dueOn.toString(),
                "",
                "",
                "");
        model.addAttribute("letter", views.form(decision, wanted, form, List.of(), null, locale));
        return "brief";
    }

    @PostMapping(PATH + "/{kind}")
    ModelAndView write(
            @PathVariable String id,
            @PathVariable String kind,
            Form form,
            Locale locale,
            Principal principal,
            RedirectAttributes redirect) {
        RegisteredDecision decision = decision(id);
        LetterKind wanted = kind(kind);
        try {
            LetterRequest request = request(wanted, form);
            LetterDraft draft = letters.draft(decision, request, today());
            if ("versturen".equals(form.actie()) && LetterViews.seen(draft).equals(form.gezien())) {
                Instant now = clock.instant();
                letters.send(decision.summary().id(), request, today(), now, principal.getName());
                redirect.addFlashAttribute("sent", wanted);
                return new ModelAndView("redirect:" + address(decision.summary().id()));
            }
            ModelAndView page = new ModelAndView("brief");
            page.addObject("letter", views.form(decision, wanted, form, List.of(), draft, locale));
            page.addObject("changed", "versturen".equals(form.actie()));
            return page;
        } catch (LetterRefused refused) {
            ModelAndView page = new ModelAndView("brief", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("letter", views.form(decision, wanted, form, refused.problems(), null, locale));
            return page;
        } catch (LetterNotPossible impossible) {
            redirect.addFlashAttribute("impossible", impossible.why().in(Language.of(locale)));
            return new ModelAndView("redirect:" + address(last(decision)));
        }
    }

    @PostMapping(PATH + "/{kind}/voorbeeld.pdf")
    ResponseEntity<byte[]> preview(@PathVariable String id, @PathVariable String kind, Form form) {
        RegisteredDecision decision = decision(id);
        LetterKind wanted = kind(kind);
        try {
            LetterDraft draft = letters.draft(decision, request(wanted, form), today());
            return pdf(letters.print(draft), "voorbeeld-" + wanted.word() + ".pdf");
        } catch (LetterRefused | LetterNotPossible e) {
            // The form says what is wrong.
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(address(decision.summary().id()) + "/" + wanted.word()))
                    .build();
        }
    }

    @GetMapping(PATH + "/{letter}/brief.pdf")
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable String letter) {
        RegisteredDecision decision = decision(id);
        var found = Optional.ofNullable(ApplicationPages.uuid(letter))
                .flatMap(letters::byId)
                .filter(sent -> sent.dossier().equals(decision.dossier()))
                .orElseThrow(NotFound::new);
        return pdf(letters.document(found.id()).orElseThrow(NotFound::new), found.fileName());
    }

    @GetMapping(DOSSIER + "/dossier.pdf")
    ResponseEntity<byte[]> dossier(@PathVariable String id) {
        RegisteredDecision decision = decision(id);
        return pdf(dossiers.print(decision.dossier(), clock.instant()), "dossier-" + decision.dossier() + ".pdf");
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    private boolean isImpossible(RegisteredDecision decision, LetterKind kind) {
        return letters.choices(decision).stream()
                .filter(choice -> choice.kind() == kind)
                .noneMatch(LetterChoice::isPossible);
    }

    private LetterRequest request(LetterKind kind, Form form) {
        UUID id = ApplicationPages.uuid(Objects.requireNonNullElse(form.verzoek(), ""));
        LocalDate sentOn = date(form.datum());
        return new LetterRequest(
                id == null ? UUID.randomUUID() : id,
                kind,
                Objects.requireNonNullElse(form.naam(), ""),
                Objects.requireNonNullElse(form.adres(), ""),
                sentOn == null ? LocalDate.EPOCH : sentOn,
                kind.asksAnAnswer() ? date(form.termijn()) : null,
                Objects.requireNonNullElse(form.tekst(), ""));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return LocalDate.EPOCH; // which is refused
        }
    }

    private RegisteredDecision decision(String id) {
        return Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(register::byId)
                .filter(found -> found.summary().type().equals(AdmissionType.ID))
                .orElseThrow(NotFound::new);
    }

    private static LetterKind kind(String word) {
        return LetterKind.ofWord(word).orElseThrow(NotFound::new);
    }

    private static UUID last(RegisteredDecision decision) {
        return decision.rounds().get(decision.rounds().size() - 1).id();
    }

    private static String address(UUID decision) {
        return ApplicationFilter.PATH + "/" + decision + "/brieven";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }
}

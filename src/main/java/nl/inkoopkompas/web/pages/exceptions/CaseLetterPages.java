package nl.inkoopkompas.web.pages.exceptions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.correspondence.CaseLetter;
import nl.inkoopkompas.correspondence.CaseLetterKind;
import nl.inkoopkompas.correspondence.CaseLetters;
import nl.inkoopkompas.correspondence.LetterRefused;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters on a request: as they would be, as they were sent, and where those go that lack an address. */
@Controller
class CaseLetterPages {

    private static final String ONE = CaseQuery.PATH + "/{id}";
    private static final String PREVIEW = ONE + "/voorbeeld";
    static final String ADDRESS = ONE + "/adressen/{mail}";

    private final ExceptionContracts contracts;
    private final CaseLetters letters;
    private final MessageSource messages;
    private final Clock clock;

    CaseLetterPages(ExceptionContracts contracts, CaseLetters letters, MessageSource messages, Clock clock) {
        this.contracts = contracts;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(ONE + "/brieven/{letter}/brief.pdf")
    ResponseEntity<byte[]> document(
            @PathVariable String id, @PathVariable String letter, @AuthenticationPrincipal Person person) {
        Actor actor = CasePages.actor(person);
        CaseLetter found = letters.of(find(id, actor), actor).stream()
                .filter(one -> one.id().toString().equals(letter))
                .findFirst()
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(found.fileName())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(letters.document(found).orElseThrow(NotFound::new));
    }

    /** What would go out with an action that the person may take now. */
    @PostMapping(PREVIEW)
    String preview(
            @PathVariable String id,
            ActionForm form,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model) {
        Actor actor = CasePages.actor(person);
        ExceptionCase one = find(id, actor);
        CaseAction action = Arrays.stream(CaseAction.values())
                .filter(known -> known.name().equals(form.action()))
                .filter(known -> !CaseLetterKind.askedBy(known).isEmpty())
                .filter(known -> contracts.permits(one, actor, LocalDate.now(clock)).stream()
                        .anyMatch(permit -> permit.action() == known && permit.allowed()))
                .findFirst()
                .orElse(null);
        if (action == null) {
            return "redirect:" + CaseQuery.PATH + "/" + id;
        }
        String motivation = form.motivation() == null || form.motivation().isBlank()
                ? messages.getMessage("exception.preview.motivation", null, Language.NL.locale())
                : form.motivation().strip();
        model.addAttribute("id", one.id());
        model.addAttribute("action", action.name());
        model.addAttribute("provider", one.line().providerName());
        model.addAttribute("previews", letters.previews(one, action, motivation, actor, clock.instant()));
        return "uitzonderingen/voorbeeld";
    }

    @PostMapping(ADDRESS)
    String address(
            @PathVariable String id,
            @PathVariable String mail,
            @RequestParam(defaultValue = "") String adres,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes redirect) {
        Actor actor = CasePages.actor(person);
        ExceptionCase one = find(id, actor);
        if (!actor.seesClientOf(one.line())) {
            throw new NotFound();
        }
        try {
            boolean done = letters.address(one, uuid(mail), adres, clock.instant(), person.username());
            if (done) {
                redirect.addFlashAttribute("addressed", adres.strip());
            } else {
                redirect.addFlashAttribute(
                        "refused", List.of(messages.getMessage("exception.mail.late", null, locale)));
            }
        } catch (LetterRefused refused) {
            redirect.addFlashAttribute(
                    "refused",
                    refused.problems().stream()
                            .map(problem -> problem.detail().in(Language.of(locale)))
                            .toList());
        }
        return "redirect:" + CaseQuery.PATH + "/" + id;
    }

    @GetMapping({PREVIEW, ADDRESS})
    String back(@PathVariable String id) {
        return "redirect:" + CaseQuery.PATH + "/" + uuid(id);
    }

    private ExceptionCase find(String id, Actor actor) {
        return contracts.find(uuid(id)).filter(actor::sees).orElseThrow(NotFound::new);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }
}

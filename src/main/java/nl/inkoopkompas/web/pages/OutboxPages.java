package nl.inkoopkompas.web.pages;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.correspondence.Outbox;
import nl.inkoopkompas.correspondence.OutboxMail;
import nl.inkoopkompas.correspondence.OutboxMail.Status;
import nl.inkoopkompas.correspondence.Postman;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mails that wait, were sent, failed or need a person. */
@Controller
class OutboxPages {

    static final String PATH = "/correspondentie";

    private static final int PAGE_SIZE = 25;
    private static final String ONE = PATH + "/{mail}";
    private static final String CASES = "/uitzonderingen";
    private static final String CASE = CASES + "/{id}";

    private final Outbox outbox;
    private final Postman postman;
    private final AccessTable access;
    private final Clock clock;

    OutboxPages(Outbox outbox, Postman postman, AccessTable access, Clock clock) {
        this.outbox = outbox;
        this.postman = postman;
        this.access = access;
        this.clock = clock;
    }

    /** @param chosen whether only mails of this status are shown; a status of null stands for all */
    record Filter(@Nullable Status status, int count, String href, boolean chosen) {}

    /** A mail as a row. */
    record Mail(
            UUID id,
            long claims,
            Status status,
            String subject,
            String recipient,
            boolean ofCase,
            @Nullable String dossierHref,
            @Nullable String letterHref,
            String createdOn,
            String createdIso,
            @Nullable String reason,
            boolean again,
            boolean mark) {}

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String stand,
            @RequestParam(defaultValue = "1") String pagina,
            Locale locale,
            @ModelAttribute(Frames.NAME) Frame frame,
            Model model) {
        Status status = Arrays.stream(Status.values())
                .filter(one -> one.name().equals(stand))
                .findFirst()
                .orElse(null);
        int page = pagina.matches("[1-9]\\d{0,6}") ? Integer.parseInt(pagina) : 1;
        Outbox.Page found = outbox.find(status, page, PAGE_SIZE);
        if (found.items().isEmpty() && found.total() > 0) {
            return "redirect:" + address(status, (found.total() + PAGE_SIZE - 1) / PAGE_SIZE);
        }
        boolean writes = frame.person() != null
                && access.allows(Role.valueOf(frame.person().role()), "POST", ONE);
        boolean readsCases = frame.person() != null
                && access.allows(Role.valueOf(frame.person().role()), "GET", CASE);
        model.addAttribute("server", postman.hasServer());
        model.addAttribute("filters", filters(outbox.counts(), status));
        model.addAttribute(
                "mails",
                found.items().stream()
                        .map(mail -> mail(mail, writes, readsCases, new Formats(locale)))
                        .toList());
        model.addAttribute("pager", Pager.of(page, PAGE_SIZE, found.total(), number -> address(status, number)));
        return "correspondentie";
    }

    @PostMapping(ONE)
    String act(
            @PathVariable String mail,
            @RequestParam(defaultValue = "") String actie,
            @RequestParam(defaultValue = "") String stand,
            @RequestParam(defaultValue = "") String claim,
            Principal principal,
            RedirectAttributes redirect) {
        OutboxMail found = Optional.ofNullable(ApplicationPages.uuid(mail))
                .flatMap(outbox::byId)
                .orElseThrow(NotFound::new);
        boolean done = found.status().name().equals(stand)
                && String.valueOf(found.claims()).equals(claim)
                && switch (actie) {
                    case "opnieuw" -> outbox.sendAgain(found, clock.instant(), principal.getName());
                    case "verstuurd" -> outbox.markSent(found, clock.instant(), principal.getName());
                    default -> false;
                };
        redirect.addFlashAttribute(done ? "done" : "late", actie);
        return "redirect:" + PATH;
    }

    private static List<Filter> filters(Map<Status, Integer> counts, @Nullable Status chosen) {
        List<Filter> filters = new ArrayList<>();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        filters.add(new Filter(null, all, PATH, chosen == null));
        for (Status status : Status.values()) {
            filters.add(new Filter(status, counts.getOrDefault(status, 0), address(status, 1), status == chosen));
        }
        return filters;
    }

    private static Mail mail(OutboxMail mail, boolean writes, boolean readsCases, Formats formats) {
        var day = Formats.dateOf(mail.createdAt());
        boolean ofDossier = mail.letter() != null && mail.caseLetter() == null;
        String address = mail.recipientAddress();
        return new Mail(
                mail.id(),
                mail.claims(),
                mail.status(),
                mail.subject(),
                mail.recipientName() + (address == null ? "" : " · " + address),
                !ofDossier,
                ofDossier ? dossier(mail) + "/brieven" : readsCases ? CASES + "/" + mail.dossier() : null,
                ofDossier
                        ? dossier(mail) + "/brieven/" + mail.letter() + "/brief.pdf"
                        : readsCases && mail.letter() != null
                                ? CASES + "/" + mail.dossier() + "/brieven/" + mail.caseLetter() + "/brief.pdf"
                                : null,
                formats.shortDate(day),
                day.toString(),
                mail.status() == Status.SENT ? null : mail.reason(),
                writes && (mail.status() == Status.FAILED || mail.status() == Status.UNCERTAIN),
                writes && mail.status() == Status.UNCERTAIN);
    }

    private static String dossier(OutboxMail mail) {
        return ApplicationFilter.PATH + "/" + mail.dossier();
    }

    private static String address(@Nullable Status status, int page) {
        List<String> query = new ArrayList<>();
        if (status != null) {
            query.add("stand=" + status);
        }
        if (page > 1) {
            query.add("pagina=" + page);
        }
        return query.isEmpty() ? PATH : PATH + "?" + String.join("&", query);
    }
}

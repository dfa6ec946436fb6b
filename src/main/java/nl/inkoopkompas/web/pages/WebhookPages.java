package nl.inkoopkompas.web.pages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.webhook.Receivers;
import nl.inkoopkompas.webhook.WebhookEvent;
import nl.inkoopkompas.webhook.WebhookEvent.Status;
import nl.inkoopkompas.webhook.WebhookQueue;
import nl.inkoopkompas.webhook.WebhookQueue.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which systems of municipalities are told of exceptions, and what they took. */
@Controller
class WebhookPages {

    private static final String PATH = "/webhooks";
    private static final String ONE = PATH + "/{event}";
    private static final int MOST = 50;

    private final Receivers receivers;
    private final WebhookQueue queue;
    private final RuleBooks ruleBooks;
    private final AccessTable access;
    private final Clock clock;

    WebhookPages(Receivers receivers, WebhookQueue queue, RuleBooks ruleBooks, AccessTable access, Clock clock) {
        this.receivers = receivers;
        this.queue = queue;
        this.ruleBooks = ruleBooks;
        this.access = access;
        this.clock = clock;
    }

    /** A municipality; its host is null where no system is set. */
    record Receiving(String name, @Nullable String host, int delivered, int waiting, int failed) {}

    /** @param again whether the reader may offer it again */
    record Told(
            String id,
            String municipality,
            String subject,
            String on,
            String at,
            Status status,
            int attempts,
            @Nullable String reason,
            boolean again) {}

    @GetMapping(PATH)
    String list(Locale locale, @ModelAttribute(Frames.NAME) Frame frame, Model model) {
        Table municipalities = ruleBooks.newest().requireTable("reference/municipalities");
        boolean writes = frame.person() != null
                && access.allows(Role.valueOf(frame.person().role()), "POST", ONE);
        List<Count> counts = queue.counts();
        List<Receiving> receiving = new ArrayList<>();
        for (Table.Row row : municipalities.rows()) {
            receiving.add(new Receiving(
                    name(municipalities, row.id()),
                    Optional.ofNullable(receivers.municipalities().get(row.id()))
                            .map(receiver -> receiver.url().getHost())
                            .orElse(null),
                    count(counts, row.id(), Status.DELIVERED),
                    count(counts, row.id(), Status.WAITING) + count(counts, row.id(), Status.SENDING),
                    count(counts, row.id(), Status.FAILED)));
        }
        Formats formats = new Formats(locale);
        model.addAttribute("receiving", receiving);
        model.addAttribute(
                "told",
                queue.last(MOST).stream()
                        .map(event -> told(event, name(municipalities, event.municipality()), writes, formats))
                        .toList());
        return "webhooks";
    }

    private static Told told(WebhookEvent event, String municipality, boolean writes, Formats formats) {
        return new Told(
                event.id().toString(),
                municipality,
                event.caseId() + " · " + event.turn(),
                formats.shortDate(Formats.dateOf(event.createdAt())),
                formats.time(event.createdAt()),
                event.status(),
                event.attempts(),
                event.status() == Status.DELIVERED ? null : event.reason(),
                writes && event.status() == Status.FAILED);
    }

    private static String name(Table municipalities, String code) {
        return municipalities
                .row(code)
                .map(row -> String.valueOf(municipalities.cell(row, "name")))
                .orElse(code);
    }

    private static int count(List<Count> counts, String municipality, Status status) {
        return counts.stream()
                .filter(count -> count.municipality().equals(municipality) && count.status() == status)
                .mapToInt(Count::events)
                .sum();
    }

    @PostMapping(ONE)
    String again(@PathVariable String event, RedirectAttributes redirect) {
        boolean done = Optional.ofNullable(ApplicationPages.uuid(event))
                .map(id -> queue.again(id, clock.instant()))
                .orElseThrow(NotFound::new);
        redirect.addFlashAttribute(done ? "done" : "late", true);
        return "redirect:" + PATH;
    }

    @GetMapping(ONE)
    String back() {
        return "redirect:" + PATH;
    }
}

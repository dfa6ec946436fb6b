package nl.inkoopkompas.web.pages.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.lab.requests.ChangeRequest;
import nl.inkoopkompas.lab.requests.ChangeRequests;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proposals of others to publish, one's own drafts, and changes that people asked for. */
@Component
@Order(10)
class LabWork implements WorkItems {

    private static final int MOST = 5;

    private final Drafts drafts;
    private final ChangeRequests requests;
    private final AccessTable access;
    private final MessageSource messages;

    LabWork(Drafts drafts, ChangeRequests requests, AccessTable access, MessageSource messages) {
        this.drafts = drafts;
        this.requests = requests;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Work of(Person person, LocalDate today, Locale locale) {
        if (!access.allows(person.role(), "POST", DraftAddress.LAB)) {
            return Work.none();
        }
        Formats formats = new Formats(locale);
        List<Draft> open =
                drafts.all().stream().filter(draft -> draft.status().isOpen()).toList();
        List<Draft> proposed = open.stream()
                .filter(draft -> draft.status() == Draft.Status.PROPOSED
                        && !draft.authors().contains(person.username()))
                .toList();
        List<ChangeRequest> asked = requests.all(null).stream()
                .filter(request -> request.status() == ChangeRequest.Status.ASKED)
                .toList();
        List<Figure> figures = List.of(
                figure(proposed.size(), "start.lab.proposed", DraftAddress.LAB, locale),
                figure(asked.size(), "start.lab.asked", ChangeRequestPages.PATH, locale),
                new Figure(Pressure.PLAIN, open.size(), say("start.lab.drafts", locale), "", DraftAddress.LAB));
        List<Task> tasks = new ArrayList<>();
        proposed.stream()
                .limit(MOST)
                .forEach(draft -> tasks.add(new Task(
                        Pressure.ACT,
                        say("start.lab.judge", locale, draft.title()),
                        say("start.lab.by", locale, draft.createdBy()),
                        DraftAddress.LAB + "/" + draft.id() + "/voorstel",
                        null,
                        null)));
        asked.stream()
                .limit(MOST)
                .forEach(request -> tasks.add(new Task(
                        Pressure.ACT,
                        say("start.lab.answer", locale, request.what()),
                        say(
                                "start.lab.askedBy",
                                locale,
                                request.askedBy(),
                                formats.date(Formats.dateOf(request.askedAt()))),
                        ChangeRequestPages.PATH + "#" + request.id(),
                        null,
                        null)));
        return new Work(figures, tasks);
    }

    private Figure figure(long number, String label, String href, Locale locale) {
        return new Figure(number > 0 ? Pressure.ACT : Pressure.PLAIN, number, say(label, locale), "", href);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}

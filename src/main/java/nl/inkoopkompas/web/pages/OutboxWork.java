package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.correspondence.Outbox;
import nl.inkoopkompas.correspondence.OutboxMail.Status;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Mails that did not leave, for who can send them again. */
@Component
@Order(20)
class OutboxWork implements WorkItems {

    private static final String PATH = "/correspondentie";

    private final Outbox outbox;
    private final AccessTable access;
    private final MessageSource messages;

    OutboxWork(Outbox outbox, AccessTable access, MessageSource messages) {
        this.outbox = outbox;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Work of(Person person, LocalDate today, Locale locale) {
        if (!access.allows(person.role(), "POST", PATH + "/{mail}")) {
            return Work.none();
        }
        var counts = outbox.counts();
        int stuck = counts.getOrDefault(Status.FAILED, 0) + counts.getOrDefault(Status.UNCERTAIN, 0);
        if (stuck == 0) {
            return Work.none();
        }
        var task = new Task(
                Pressure.LATE,
                messages.getMessage("start.mails", new Object[] {stuck}, locale),
                messages.getMessage("start.mails.detail", null, locale),
                PATH,
                null,
                null);
        return new Work(List.of(), List.of(task));
    }
}

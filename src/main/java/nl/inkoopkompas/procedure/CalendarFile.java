package nl.inkoopkompas.procedure;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import nl.inkoopkompas.procedure.ContractCalendar.Entry;
import nl.inkoopkompas.procedure.ContractCalendar.Kind;

/** Writes the calendar of a contract as iCalendar (RFC 5545), for any agenda. */
public final class CalendarFile {

    private static final int REMINDER_DAYS = 14;

    private CalendarFile() {}

    /** @param at when it was made */
    public static String of(ContractCalendar calendar, Instant at) {
        ICalendar file = new ICalendar();
        file.setProductId("-//Inkoopkompas//NL");
        file.setName(calendar.name());
        for (Entry entry : calendar.items()) {
            file.addEvent(event(calendar, entry, at));
        }
        return Biweekly.write(file).version(ICalVersion.V2_0).go();
    }

    private static VEvent event(ContractCalendar calendar, Entry entry, Instant at) {
        VEvent event = new VEvent();
        event.setUid(calendar.contract() + "-" + entry.kind().name().toLowerCase(Locale.ROOT) + "-" + entry.on()
                + "@inkoopkompas");
        event.setDateTimeStamp(Date.from(at));
        event.setDateStart(day(entry.on()), false);
        event.setDateEnd(day(entry.on().plusDays(1)), false);
        event.setSummary(calendar.name() + ": " + entry.action());
        event.setDescription(entry.actor() + ": " + entry.action() + " ("
                + entry.source().document() + " § " + entry.source().section() + ")");
        if (entry.kind() == Kind.ANNOUNCE || entry.kind() == Kind.DECIDE) {
            Duration before = Duration.builder().prior(true).days(REMINDER_DAYS).build();
            event.addAlarm(VAlarm.display(new Trigger(before, Related.START), entry.action()));
        }
        return event;
    }

    private static ICalDate day(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }
}

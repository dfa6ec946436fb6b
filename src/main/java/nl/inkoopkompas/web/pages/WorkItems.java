package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done in one part of the program. Each part has its own, a bean; the start page asks all of them and
 * shows what is there, the most pressing first.
 */
public interface WorkItems {

    /** What waits for a person; nothing where the person has no task in this part. */
    Work of(Person person, LocalDate today, Locale locale);

    /** Figures to see at a glance, and things to do. */
    record Work(List<Figure> figures, List<Task> tasks) {

        public static Work none() {
            return new Work(List.of(), List.of());
        }
    }

    /** How much a figure or a task presses. */
    enum Pressure {
        LATE,
        SOON,
        ACT,
        PLAIN
    }

    /**
     * A number with what it counts.
     *
     * @param note a few words more; empty for none
     * @param href where they are listed
     */
    record Figure(Pressure pressure, long number, String label, String note, String href) {}

    /**
     * Something to do.
     *
     * @param detail what it is about
     * @param outcome what is proposed; null where nothing is
     * @param dueOn the last day; null where no term runs
     */
    record Task(
            Pressure pressure,
            String title,
            String detail,
            String href,
            @Nullable String outcome,
            @Nullable LocalDate dueOn) {}
}

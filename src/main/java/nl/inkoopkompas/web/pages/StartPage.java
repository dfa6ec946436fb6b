package nl.inkoopkompas.web.pages;

import java.util.List;
import nl.inkoopkompas.web.pages.WorkItems.Figure;
import nl.inkoopkompas.web.pages.WorkItems.Pressure;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees first.
 *
 * @param tasks the most pressing first
 * @param isCut whether there are more tasks than these
 * @param shortages products with too few providers somewhere
 * @param seen dossiers that this person looked at last
 */
record StartPage(
        String today,
        List<Figure> figures,
        List<Shown> tasks,
        boolean isCut,
        List<Changed> changes,
        List<Short> shortages,
        int moreShortages,
        List<Seen> seen) {

    /** A task with its term in words. */
    record Shown(
            Pressure pressure,
            String title,
            String detail,
            String href,
            @Nullable String outcome,
            @Nullable String due,
            @Nullable String dueIso) {}

    /** @param href null where there is nothing to open */
    record Changed(
            String iso,
            String when,
            String text,
            @Nullable String subject,
            @Nullable String href) {}

    /** @param places where, with how many there are */
    record Short(String product, String places, String href) {}

    record Seen(String name, String href) {}
}

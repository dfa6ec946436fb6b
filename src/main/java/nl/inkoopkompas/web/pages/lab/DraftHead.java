package nl.inkoopkompas.web.pages.lab;

import java.util.Locale;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Event;
import nl.inkoopkompas.web.pages.Formats;

/**
 * What stands above every page of a draft.
 *
 * @param savedAt when something last happened to it
 * @param open whether it can still change
 */
record DraftHead(
        String id,
        String title,
        String base,
        String status,
        int changes,
        String by,
        String savedOn,
        String savedAt,
        boolean open,
        boolean overtaken) {

    static DraftHead of(Draft draft, boolean overtaken, Locale locale) {
        Formats formats = new Formats(locale);
        Event last = draft.events().get(draft.events().size() - 1);
        return new DraftHead(
                draft.id().toString(),
                draft.title(),
                draft.base(),
                draft.status().name(),
                draft.changes().size(),
                draft.createdBy(),
                formats.date(Formats.dateOf(last.at())),
                formats.time(last.at()),
                draft.status().isOpen(),
                overtaken);
    }
}

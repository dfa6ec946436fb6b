package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.register.Journal;
import nl.inkoopkompas.register.JournalEntry;
import nl.inkoopkompas.web.pages.Standing.Event;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What happened in a dossier, from the journal. */
@Component
class DossierEvents {

    private final Journal journal;

    DossierEvents(Journal journal) {
        this.journal = journal;
    }

    /** The newest first. */
    List<Event> of(Dossier dossier, Formats formats) {
        var events = new ArrayList<Event>();
        for (var entry : journal.of(dossier.id())) {
            events.add(event(entry, formats));
        }
        Collections.reverse(events);
        return events;
    }

    private static Event event(JournalEntry entry, Formats formats) {
        var date = Formats.dateOf(entry.recordedAt());
        JsonNode content = entry.content() == null ? JsonNodeFactory.instance.objectNode() : entry.content();
        var values = new ArrayList<>(List.of(entry.recordedBy(), formats.time(entry.recordedAt())));
        var what = entry.kind();
        String href = null;
        switch (entry.kind()) {
            case "DECISION" -> {
                values.add(content.at("/decision/round").asString("1"));
                JsonNode round = content.path("round");
                what = round.isObject() ? "DECISION." + round.path("kind").asString() : "DECISION";
                href = ApplicationFilter.PATH + "/" + entry.id();
            }
            case "SECOND_READING" ->
                what = content.path("agreed").asBoolean(false) ? "SECOND_READING.true" : "SECOND_READING.false";
            case "LETTER" -> values.add(content.path("kind").asString(""));
            case "EVIDENCE" -> values.add(content.path("name").asString(""));
            default -> {}
        }
        return new Event(
                formats.shortDate(date), date.toString(), formats.time(entry.recordedAt()), what, values, href);
    }
}

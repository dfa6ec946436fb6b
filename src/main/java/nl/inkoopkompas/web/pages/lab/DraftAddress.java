package nl.inkoopkompas.web.pages.lab;

import java.util.UUID;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Drafts;
import nl.inkoopkompas.web.pages.NotFound;
import org.springframework.stereotype.Component;

/** Where drafts are shown, and the draft that an address names. */
@Component
class DraftAddress {

    static final String LAB = "/lab";
    static final String ONE = LAB + "/{id}";

    private final Drafts drafts;

    DraftAddress(Drafts drafts) {
        this.drafts = drafts;
    }

    Draft draft(String id) {
        try {
            return drafts.find(UUID.fromString(id)).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    static String of(Draft draft) {
        return LAB + "/" + draft.id();
    }
}

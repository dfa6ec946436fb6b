package nl.inkoopkompas.lab;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** What became of drafts, recorded by whoever decides on them. */
@Component
public class DraftActs {

    private final DraftStore store;
    private final Drafts drafts;

    DraftActs(DraftStore store, Drafts drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    /** @param content with {@code motivation, hash, changelog, report} */
    @Transactional
    public Draft proposed(Draft draft, ObjectNode content, Instant at, String by) {
        return append(draft, DraftHistory.PROPOSED, content, at, by);
    }

    /** @param content with {@code motivation} */
    @Transactional
    public Draft rejected(Draft draft, ObjectNode content, Instant at, String by) {
        return append(draft, DraftHistory.REJECTED, content, at, by);
    }

    /** @param content with {@code motivation, version, validFrom, rectification} */
    @Transactional
    public Draft published(Draft draft, ObjectNode content, Instant at, String by) {
        return append(draft, DraftHistory.PUBLISHED, content, at, by);
    }

    private Draft append(Draft draft, String kind, ObjectNode content, Instant at, String by) {
        store.append(draft, kind, content, at, by);
        return drafts.find(draft.id()).orElseThrow();
    }
}

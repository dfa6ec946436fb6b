package nl.inkoopkompas.web.pages;

import java.util.List;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.web.pages.Dossier.Fact;
import nl.inkoopkompas.web.pages.Dossier.Norm;
import org.jspecify.annotations.Nullable;

/**
 * One decision as the register has it.
 *
 * @param ownHref the page that this type has of its own; null where it has none
 */
record RegisterDecision(
        String id,
        String type,
        String title,
        String outcome,
        String summary,
        List<String> paragraphs,
        String asOf,
        String recorded,
        String by,
        int round,
        @Nullable String ownHref,
        List<Found> findings,
        List<Labelled> receipt,
        List<Entry> entries) {

    /** A finding with what it rests on. */
    record Found(
            String criterion,
            String subject,
            Verdict verdict,
            String reason,
            List<Fact> facts,
            List<Norm> norms,
            List<String> sources) {}

    record Labelled(String key, String value) {}

    /** What the journal holds of it, with the digest that guards it. */
    record Entry(String kind, String when, String iso, String by, String digest) {}
}

package nl.inkoopkompas.lab.simulation;

import java.util.List;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.Draft.Change;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.Drafts;
import org.springframework.stereotype.Component;

/** The rule books of a draft as it was when it was simulated. */
@Component
class DraftsSimulated implements Simulated {

    private final Drafts drafts;
    private final DraftBooks draftBooks;
    private final DecisionEngine engine;
    private final List<DecisionType> types;

    DraftsSimulated(Drafts drafts, DraftBooks draftBooks, DecisionEngine engine, List<DecisionType> types) {
        this.drafts = drafts;
        this.draftBooks = draftBooks;
        this.engine = engine;
        this.types = types;
    }

    @Override
    public Books books(Job job) {
        Draft draft = drafts.find(job.draft(), job.turn())
                .orElseThrow(() -> new IllegalStateException("Draft " + job.draft() + " is gone"));
        DecisionType type = types.stream()
                .filter(one -> one.id().equals(job.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no decision " + job.type()));
        return new Books(
                engine,
                type,
                draftBooks.base(draft),
                draftBooks.book(draft),
                draft.changes().stream().map(Change::number).toList(),
                some -> draftBooks.book(draft, some),
                job.from());
    }
}

package nl.inkoopkompas.lab.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.clauses.ClauseFinding;
import nl.inkoopkompas.lab.clauses.Clauses;
import nl.inkoopkompas.lab.comparison.KnownComparisons;
import nl.inkoopkompas.lab.publication.Gate;
import nl.inkoopkompas.lab.simulation.Simulations;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies drafts: tables, criteria, golden cases, invariants and clauses of the sources. What follows from the rule
 * books alone is kept, the last of it; what people said of clauses is read anew.
 */
@Component
public class Verifications implements Gate {

    private static final int MOST_KEPT = 32;

    private final DraftBooks draftBooks;
    private final DecisionEngine engine;
    private final List<DecisionType> types;
    private final KnownComparisons comparisons;
    private final Clauses clauses;
    private final Simulations simulations;
    private final JsonMapper json;
    private final Cache<Asked, Analysis> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /**
     * What an analysis follows from, whichever draft it is of.
     *
     * @param base hash of its files
     * @param book hash of its files
     * @param from the first reference date that is looked at
     */
    private record Asked(String base, String book, LocalDate from) {}

    Verifications(
            DraftBooks draftBooks,
            DecisionEngine engine,
            List<DecisionType> types,
            KnownComparisons comparisons,
            Clauses clauses,
            Simulations simulations,
            JsonMapper json) {
        this.draftBooks = draftBooks;
        this.engine = engine;
        this.types = types;
        this.comparisons = comparisons;
        this.clauses = clauses;
        this.simulations = simulations;
        this.json = json;
    }

    /** Everything that is found about a draft. */
    public Verification verify(Draft draft) {
        RuleBook base = draftBooks.base(draft);
        RuleBook book = draftBooks.book(draft);
        LocalDate from = draft.judgedFrom(base);
        Analysis found = kept.get(
                new Asked(base.hash(), book.hash(), from), same -> Analysis.of(engine, types, base, book, from));
        List<ClauseFinding> ofClauses = clauses.report(draft, base, book).findings();
        return new Verification(
                found.tables().gaps(),
                found.tables().overlaps(),
                found.tables().unreachable(),
                found.criteria().findings(),
                found.scenarios(),
                found.invariants().invariants(),
                ofClauses,
                found.notAnalysed(),
                Verification.blocking(
                        found.newGaps(),
                        found.tables().overlaps(),
                        found.criteria().findings(),
                        found.scenarios(),
                        found.invariants().invariants(),
                        ofClauses));
    }

    @Override
    public List<Bilingual> blocking(Draft draft) {
        return verify(draft).blocking();
    }

    @Override
    public JsonNode report(Draft draft) {
        ObjectNode report = json.createObjectNode();
        report.set("verification", json.valueToTree(verify(draft)));
        RuleBook base = draftBooks.base(draft);
        report.set(
                "comparison",
                json.valueToTree(
                        comparisons.compare(base, draftBooks.book(draft), draft.judgedFrom(base), Language.NL)));
        report.set("simulations", json.valueToTree(simulations.of(draft.id())));
        return report;
    }
}

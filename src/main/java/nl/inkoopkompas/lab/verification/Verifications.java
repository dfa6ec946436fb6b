package nl.inkoopkompas.lab.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.Draft;
import nl.inkoopkompas.lab.DraftBooks;
import nl.inkoopkompas.lab.clauses.ClauseFinding;
import nl.inkoopkompas.lab.clauses.Clauses;
import nl.inkoopkompas.lab.comparison.Comparisons;
import nl.inkoopkompas.lab.comparison.Gaps;
import nl.inkoopkompas.lab.comparison.Gaps.GapReport;
import nl.inkoopkompas.lab.comparison.InvariantCheck;
import nl.inkoopkompas.lab.comparison.Invariants;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.lab.publication.Gate;
import nl.inkoopkompas.lab.scenarios.ScenarioReport;
import nl.inkoopkompas.lab.scenarios.Scenarios;
import nl.inkoopkompas.lab.simulation.Simulations;
import nl.inkoopkompas.lab.tables.TableFinding;
import nl.inkoopkompas.lab.tables.TableReport;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Verifies drafts: tables, criteria, golden cases, invariants and clauses of the sources. */
@Component
public class Verifications implements Gate {

    private final DraftBooks draftBooks;
    private final DecisionEngine engine;
    private final List<DecisionType> types;
    private final Clauses clauses;
    private final Simulations simulations;
    private final JsonMapper json;

    Verifications(
            DraftBooks draftBooks,
            DecisionEngine engine,
            List<DecisionType> types,
            Clauses clauses,
            Simulations simulations,
            JsonMapper json) {
        this.draftBooks = draftBooks;
        this.engine = engine;
        this.types = types;
        this.clauses = clauses;
        this.simulations = simulations;
        this.json = json;
    }

    /** Everything that is found about a draft. */
    public Verification verify(Draft draft) {
        RuleBook base = draftBooks.base(draft);
        RuleBook book = draftBooks.book(draft);
        LocalDate from = draft.judgedFrom(base);
        CompletableFuture<ScenarioReport> running =
                CompletableFuture.supplyAsync(() -> new Scenarios(engine).run(types, base, book));
        TableReport tables = TableReport.of(book);
        GapReport criteria = new Gaps(engine).find(types, book, from);
        InvariantCheck invariants = new Invariants(engine).check(types, book, from);
        List<ClauseFinding> ofClauses = clauses.report(draft, base, book).findings();
        ScenarioReport scenarios = running.join();
        List<TableFinding> before = base.hash().equals(book.hash())
                ? tables.gaps()
                : TableReport.of(base).gaps();
        List<TableFinding> newGaps =
                tables.gaps().stream().filter(gap -> !before.contains(gap)).toList();
        return new Verification(
                tables.gaps(),
                tables.overlaps(),
                tables.unreachable(),
                criteria.findings(),
                scenarios,
                invariants.invariants(),
                ofClauses,
                notAnalysed(tables, criteria, invariants),
                Verification.blocking(
                        newGaps,
                        tables.overlaps(),
                        criteria.findings(),
                        scenarios,
                        invariants.invariants(),
                        ofClauses));
    }

    private static List<NotAnalysed> notAnalysed(TableReport tables, GapReport criteria, InvariantCheck invariants) {
        Set<NotAnalysed> all = new LinkedHashSet<>();
        tables.notAnalysed().forEach(one -> all.add(new NotAnalysed(one.what(), one.why())));
        all.addAll(criteria.notAnalysed());
        all.addAll(invariants.notAnalysed());
        return new ArrayList<>(all);
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
                json.valueToTree(new Comparisons(engine)
                        .compare(types, base, draftBooks.book(draft), draft.judgedFrom(base), Language.NL)));
        report.set("simulations", json.valueToTree(simulations.of(draft.id())));
        return report;
    }
}

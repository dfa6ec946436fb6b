package nl.inkoopkompas.lab.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.lab.comparison.Gaps;
import nl.inkoopkompas.lab.comparison.Gaps.GapReport;
import nl.inkoopkompas.lab.comparison.InvariantCheck;
import nl.inkoopkompas.lab.comparison.Invariants;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.lab.scenarios.ScenarioReport;
import nl.inkoopkompas.lab.scenarios.Scenarios;
import nl.inkoopkompas.lab.tables.TableFinding;
import nl.inkoopkompas.lab.tables.TableReport;
import nl.inkoopkompas.rulebook.RuleBook;

/**
 * What is found about a rule book and its base that follows from nothing else than those and a day.
 *
 * @param newGaps those of tables that the base has not
 */
record Analysis(
        TableReport tables,
        List<TableFinding> newGaps,
        GapReport criteria,
        InvariantCheck invariants,
        ScenarioReport scenarios) {

    /** @param from the first reference date that is looked at */
    static Analysis of(DecisionEngine engine, List<DecisionType> types, RuleBook base, RuleBook book, LocalDate from) {
        CompletableFuture<ScenarioReport> running =
                CompletableFuture.supplyAsync(() -> new Scenarios(engine).run(types, base, book));
        TableReport tables = TableReport.of(book);
        GapReport criteria = new Gaps(engine).find(types, book, from);
        InvariantCheck invariants = new Invariants(engine).check(types, book, from);
        List<TableFinding> before = base.hash().equals(book.hash())
                ? tables.gaps()
                : TableReport.of(base).gaps();
        List<TableFinding> newGaps =
                tables.gaps().stream().filter(gap -> !before.contains(gap)).toList();
        return new Analysis(tables, newGaps, criteria, invariants, running.join());
    }

    List<NotAnalysed> notAnalysed() {
        Set<NotAnalysed> all = new LinkedHashSet<>();
        tables.notAnalysed().forEach(one -> all.add(new NotAnalysed(one.what(), one.why())));
        all.addAll(criteria.notAnalysed());
        all.addAll(invariants.notAnalysed());
        return new ArrayList<>(all);
    }
}

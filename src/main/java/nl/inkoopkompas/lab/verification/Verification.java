package nl.inkoopkompas.lab.verification;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.lab.clauses.ClauseFinding;
import nl.inkoopkompas.lab.comparison.Gaps.Gap;
import nl.inkoopkompas.lab.comparison.InvariantCheck.Checked;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.lab.scenarios.ScenarioReport;
import nl.inkoopkompas.lab.tables.TableFinding;
import nl.inkoopkompas.rulebook.Bilingual;

/**
 * What is found about a draft without trying it on cases.
 *
 * @param gaps where no row of a table answers
 * @param overlaps where more than one row answers, while one may
 * @param unreachable rows that never answer
 * @param criteria inputs on which a criterion says nothing, or two things
 * @param clauses what departs from the texts that the policy rests on
 * @param notAnalysed everything that was not looked at, and why
 * @param blocking what keeps the draft from being published; empty when nothing does
 */
public record Verification(
        List<TableFinding> gaps,
        List<TableFinding> overlaps,
        List<TableFinding> unreachable,
        List<Gap> criteria,
        ScenarioReport scenarios,
        List<Checked> invariants,
        List<ClauseFinding> clauses,
        List<NotAnalysed> notAnalysed,
        List<Bilingual> blocking) {

    /** What blocks, given what the base already had: a gap that was there before does not. */
    static List<Bilingual> blocking(
            List<TableFinding> newGaps,
            List<TableFinding> overlaps,
            List<Gap> criteria,
            ScenarioReport scenarios,
            List<Checked> invariants,
            List<ClauseFinding> clauses) {
        List<Bilingual> blocking = new ArrayList<>();
        newGaps.forEach(gap -> blocking.add(new Bilingual(
                "tabel " + gap.table() + " heeft een gat: " + gap.words().nl(),
                "table " + gap.table() + " has a gap: " + gap.words().en())));
        overlaps.forEach(overlap -> blocking.add(new Bilingual(
                "tabel " + overlap.table() + " heeft twee antwoorden: "
                        + overlap.words().nl(),
                "table " + overlap.table() + " has two answers: "
                        + overlap.words().en())));
        criteria.forEach(gap -> blocking.add(new Bilingual(
                gap.criterion() + " geeft niet altijd precies één bevinding",
                gap.criterion() + " does not always give exactly one finding")));
        scenarios
                .failed()
                .forEach(failed -> blocking.add(new Bilingual(
                        "scenario \"" + failed.name() + "\" slaagt niet", "scenario " + failed.scenario() + " fails")));
        invariants.stream()
                .filter(checked -> !checked.holds())
                .forEach(broken -> blocking.add(new Bilingual(
                        "deze voorwaarde wordt geschonden: " + broken.text().nl(),
                        "this invariant is broken: " + broken.text().en())));
        clauses.stream()
                .filter(finding -> !finding.isExplained())
                .forEach(finding -> blocking.add(new Bilingual(
                        finding.label().nl() + ": " + finding.what().nl() + " Leg uit waarom",
                        finding.label().en() + ": " + finding.what().en() + " Explain why")));
        return blocking;
    }
}

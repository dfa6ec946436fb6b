package nl.inkoopkompas.lab.tables;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;

/**
 * What is wrong with decision tables, and what was not looked at.
 *
 * @param gaps where no row answers
 * @param overlaps where more than one row answers, while one may
 * @param unreachable rows that never answer, or never alone
 */
public record TableReport(
        List<TableFinding> gaps,
        List<TableFinding> overlaps,
        List<TableFinding> unreachable,
        List<NotAnalysed> notAnalysed) {

    /** Something that was not looked at, and why. */
    public record NotAnalysed(String what, Bilingual label, Bilingual why) {}

    /** Looks at all tables of a rule book. */
    public static TableReport of(RuleBook book) {
        List<TableReport> reports = book.tables().values().stream()
                .map(table -> TableCheck.of(book, table))
                .toList();
        List<TableFinding> gaps = new ArrayList<>();
        List<TableFinding> overlaps = new ArrayList<>();
        List<TableFinding> unreachable = new ArrayList<>();
        List<NotAnalysed> notAnalysed = new ArrayList<>();
        for (TableReport report : reports) {
            gaps.addAll(report.gaps);
            overlaps.addAll(report.overlaps);
            unreachable.addAll(report.unreachable);
            notAnalysed.addAll(report.notAnalysed);
        }
        return new TableReport(gaps, overlaps, unreachable, notAnalysed);
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return gaps.isEmpty() && overlaps.isEmpty() && unreachable.isEmpty();
    }
}

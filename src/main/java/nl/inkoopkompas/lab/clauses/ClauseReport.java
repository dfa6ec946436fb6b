package nl.inkoopkompas.lab.clauses;

import java.util.List;
import nl.inkoopkompas.rulebook.Bilingual;

/**
 * What is found between the policy and its sources.
 *
 * @param notCompared norms of which the clause gives no value to compare with
 */
public record ClauseReport(List<ClauseFinding> findings, List<NotCompared> notCompared) {

    /** A norm that no value in the text can be compared with, and why. */
    public record NotCompared(String what, Bilingual label, String clause, Bilingual why) {}

    public List<ClauseFinding> unexplained() {
        return findings.stream().filter(finding -> !finding.isExplained()).toList();
    }
}

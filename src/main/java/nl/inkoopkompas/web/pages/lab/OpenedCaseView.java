package nl.inkoopkompas.web.pages.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.lab.simulation.Report.Opened;
import nl.inkoopkompas.web.pages.Formats;
import org.jspecify.annotations.Nullable;

/**
 * A flipped case with both explanations side by side.
 *
 * @param decision id of the recorded decision; null where the case was made up
 * @param same how many findings are the same under both
 */
record OpenedCaseView(
        String applicant,
        String contract,
        String products,
        String asOf,
        @Nullable String decision,
        List<String> causes,
        Side before,
        Side after,
        int same) {

    /** What one book says: only the findings that differ. */
    record Side(String ruleBook, String outcome, List<Said> findings) {}

    /** A finding in words, of which those that the other side lacks are marked. */
    record Said(String criterion, String verdict, MarkedText reason) {}

    static OpenedCaseView of(Opened opened, EffectWords words, Formats formats) {
        Map<String, Finding> before = byKey(opened.base());
        Map<String, Finding> after = byKey(opened.draft());
        Set<String> same = new HashSet<>();
        before.forEach((key, finding) -> {
            Finding other = after.get(key);
            if (other != null
                    && other.verdict() == finding.verdict()
                    && other.reason().equals(finding.reason())) {
                same.add(key);
            }
        });
        return new OpenedCaseView(
                opened.of().applicant(),
                words.contract(opened.of().contract()),
                String.join(
                        ", ",
                        opened.of().products().stream().map(words::product).toList()),
                formats.date(opened.base().asOf()),
                opened.of().decision() == null ? null : opened.of().decision().toString(),
                words.sentences(opened.of().edits()),
                side(opened.base(), before, after, same, words),
                side(opened.draft(), after, before, same, words),
                same.size());
    }

    private static Map<String, Finding> byKey(Decision decision) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        decision.findings().forEach(finding -> findings.put(finding.criterion() + " " + finding.subject(), finding));
        return findings;
    }

    private static Side side(
            Decision decision,
            Map<String, Finding> mine,
            Map<String, Finding> other,
            Set<String> same,
            EffectWords words) {
        List<Said> said = new ArrayList<>();
        mine.forEach((key, finding) -> {
            if (!same.contains(key)) {
                Finding there = other.get(key);
                said.add(new Said(
                        words.criterion(finding.criterion()),
                        finding.verdict().name(),
                        MarkedText.of(finding.reason(), there == null ? "" : there.reason())));
            }
        });
        return new Side(decision.ruleBook().version(), decision.outcome(), said);
    }
}

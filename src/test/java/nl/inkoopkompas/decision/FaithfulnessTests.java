package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.rules.Criteria;
import org.junit.jupiter.api.Test;

/** What a finding names decides it: nothing else can change the verdict, and all that is named can. */
class FaithfulnessTests {

    private static final int APPLICATIONS = 2_000;
    private static final int MUTANTS = 2;
    private static final int TRIES = 400;

    private final Criteria criteria = ProjectRuleBook.ENGINE.criteria(ProjectRuleBook.BOOK, "admission");

    @Test
    void keepsItsVerdictWhateverElseChanges() {
        Mutants mutants = new Mutants(7);
        Map<String, String> unfaithful = new TreeMap<>();
        int tried = 0;
        for (int seed = 0; seed < APPLICATIONS; seed++) {
            Element request = read(seed);
            for (Judged finding : ProjectRuleBook.ENGINE.judge(ProjectRuleBook.BOOK, "admission", request)) {
                Set<String> cited = cited(finding);
                for (int i = 0; i < MUTANTS; i++) {
                    Element mutant = mutants.mutant(request, cited);
                    if (mutant == null) {
                        continue;
                    }
                    tried++;
                    Verdict verdict = verdict(mutant, finding);
                    if (verdict != finding.verdict()) {
                        unfaithful.put(
                                finding.criterion() + " " + finding.verdict() + " -> " + verdict,
                                "seed " + seed + " " + finding.subjectPointer() + " " + cited);
                    }
                }
            }
        }
        System.out.println("Faithful: " + tried + " joint mutants of " + APPLICATIONS + " applications");
        assertThat(unfaithful).isEmpty();
    }

    @Test
    void namesOnlyFactsThatMatter() {
        Mutants mutants = new Mutants(11);
        Map<String, List<String>> loose = new TreeMap<>();
        int named = 0;
        for (int seed = 0; seed < APPLICATIONS; seed += 20) {
            Element request = read(seed);
            for (Judged finding : ProjectRuleBook.ENGINE.judge(ProjectRuleBook.BOOK, "admission", request)) {
                if (finding.verdict() != Verdict.MET && finding.verdict() != Verdict.NOT_MET) {
                    continue;
                }
                for (Leaf fact : finding.citations().facts()) {
                    named++;
                    if (!matters(mutants, request, finding, fact)) {
                        loose.computeIfAbsent(
                                        finding.criterion() + " " + finding.verdict() + " "
                                                + fact.pointer().replaceAll("\\d+", "i"),
                                        key -> new ArrayList<>())
                                .add("seed " + seed + " " + cited(finding));
                    }
                }
            }
        }
        System.out.println("Tight: " + named + " facts named");
        assertThat(loose).isEmpty();
    }

    /** When it is free to change, by itself or with other named facts, what is not named cannot save the verdict. */
    private boolean matters(Mutants mutants, Element request, Judged finding, Leaf fact) {
        Set<String> cited = cited(finding);
        mutants.focusOn(finding);
        for (int i = 0; i < TRIES; i++) {
            Set<String> staying = new HashSet<>(cited);
            if (i % 2 == 1) {
                int salt = i;
                staying.removeIf(pointer ->
                        !pointer.equals(fact.pointer()) && Math.floorMod(pointer.hashCode() * 31 + salt, 3) == 0);
            }
            Element start = mutants.mutant(request, staying);
            if (start == null || verdict(start, finding) != finding.verdict()) {
                continue;
            }
            Element changed = mutants.with(start, fact, cited);
            if (changed != null && verdict(changed, finding) != finding.verdict()) {
                return true;
            }
        }
        return false;
    }

    private static Element read(int seed) {
        return ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, "admission", SeededApplications.application(seed));
    }

    private static Set<String> cited(Judged finding) {
        Set<String> cited = new LinkedHashSet<>();
        finding.citations().facts().forEach(fact -> cited.add(fact.pointer()));
        return cited;
    }

    private Verdict verdict(Element request, Judged finding) {
        List<Judged> again = new Acts(request).applyTo(criteria.judge(request, finding.criterion()));
        return again.stream()
                .filter(found -> found.subjectPointer().equals(finding.subjectPointer()))
                .findFirst()
                .map(Judged::verdict)
                .orElse(finding.verdict());
    }
}

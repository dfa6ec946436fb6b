package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.decision.Witnesses.Proof;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import org.junit.jupiter.api.Test;

/** What a finding names decides it: nothing else can change the verdict, and all that is named can. */
class FaithfulnessTests {

    private static final int APPLICATIONS = 2_000;
    private static final int MUTANTS = 2;
    private static final int SAMPLE = 20;
    private static final Set<String> SUMS = Set.of("admission.experience", "admission.competent-staff");

    @Test
    void keepsItsVerdictWhateverElseChanges() {
        Mutants mutants = new Mutants(7);
        Witnesses witnesses = new Witnesses();
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
                    Verdict verdict = witnesses.verdict(mutant, finding);
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
        Witnesses witnesses = new Witnesses();
        Map<String, List<String>> loose = new TreeMap<>();
        Map<Proof, Integer> proofs = new EnumMap<>(Proof.class);
        int exempt = 0;
        for (int seed = 0; seed < APPLICATIONS; seed += SAMPLE) {
            Element request = read(seed);
            for (Judged finding : ProjectRuleBook.ENGINE.judge(ProjectRuleBook.BOOK, "admission", request)) {
                if (finding.verdict() != Verdict.MET && finding.verdict() != Verdict.NOT_MET) {
                    continue;
                }
                for (Leaf fact : finding.citations().facts()) {
                    if (mayNameMore(finding, fact)) {
                        exempt++;
                        continue;
                    }
                    Proof proof = witnesses.of(request, finding, fact);
                    proofs.merge(proof, 1, Integer::sum);
                    if (proof == Proof.NONE) {
                        loose.computeIfAbsent(
                                        finding.criterion() + " " + finding.verdict() + " "
                                                + fact.pointer().replaceAll("\\d+", "i"),
                                        key -> new ArrayList<>())
                                .add("seed " + seed + " " + fact.pointer() + " of " + cited(finding));
                    }
                }
            }
        }
        System.out.println("Tight: facts named, by how they matter: " + proofs + ", exempt: " + exempt);
        assertThat(loose.entrySet().stream()
                        .map(entry -> entry.getValue().size() + " times " + entry.getKey() + ", as in "
                                + entry.getValue().get(0))
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    /**
     * A NOT_MET of a criterion that adds up may name all that was added up, or could be; and what a person answered
     * rests on the whole question, since an answer lapses when a fact of its finding changes. The acts themselves may
     * not name more.
     */
    private static boolean mayNameMore(Judged finding, Leaf fact) {
        boolean isAct =
                fact.pointer().startsWith("/judgements") || fact.pointer().startsWith("/responses");
        boolean isSum = finding.verdict() == Verdict.NOT_MET && SUMS.contains(finding.criterion());
        boolean isAnswered = finding.citations().facts().stream()
                .anyMatch(leaf -> leaf.pointer().matches("/judgements/\\d+/accepted"));
        return !isAct && (isSum || isAnswered);
    }

    private static Element read(int seed) {
        return ProjectRuleBook.ENGINE.read(ProjectRuleBook.BOOK, "admission", SeededApplications.application(seed));
    }

    private static Set<String> cited(Judged finding) {
        Set<String> cited = new LinkedHashSet<>();
        finding.citations().facts().forEach(fact -> cited.add(fact.pointer()));
        return cited;
    }
}

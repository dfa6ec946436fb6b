package nl.inkoopkompas.lab.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType.Outcome;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Judged.Answer;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a simulation should find of one case, by whole decisions under every combination of changes. */
final class NaiveSimulation {

    private final Books books;
    private final AdmissionType type = new AdmissionType();

    NaiveSimulation(Books books) {
        this.books = books;
    }

    /** What is found; the edits of a case that does not flip are empty. */
    record Found(boolean undecided, String from, String to, List<Integer> edits, Set<String> criteria) {}

    private Decision decide(ObjectNode request, RuleBook book) {
        return books.engine().decide(type, new Input(request, DecisionEngine.noContext()), book, Language.NL);
    }

    private static String proposal(Decision decision) {
        return decision.outcome() + decision.particulars().get("products");
    }

    Found of(ObjectNode request) {
        Decision base = decide(request, books.base());
        Decision draft = decide(request, books.draft());
        if (proposal(base).equals(proposal(draft))) {
            return new Found(false, base.outcome(), draft.outcome(), List.of(), Set.of());
        }
        if (lacksFacts(request, base, draft)) {
            return new Found(true, base.outcome(), draft.outcome(), List.of(), Set.of());
        }
        return new Found(false, base.outcome(), draft.outcome(), cause(request, base, draft), criteria(base, draft));
    }

    private static String key(Finding finding) {
        return finding.criterion() + " " + finding.subject();
    }

    private static Set<String> criteria(Decision base, Decision draft) {
        Map<String, Verdict> was = new HashMap<>();
        base.findings().forEach(finding -> was.put(key(finding), finding.verdict()));
        Set<String> criteria = new TreeSet<>();
        draft.findings().stream()
                .filter(finding -> finding.verdict() != was.get(key(finding)))
                .forEach(finding -> criteria.add(finding.criterion()));
        return criteria;
    }

    /** Whether the draft's outcome is only so because findings became open for want of a fact. */
    private boolean lacksFacts(ObjectNode request, Decision base, Decision draft) {
        Map<String, Verdict> was = new LinkedHashMap<>();
        base.findings().forEach(finding -> was.put(key(finding), finding.verdict()));
        Map<String, Verdict> restored = new HashMap<>();
        for (Finding finding : draft.findings()) {
            boolean opened = finding.verdict() == Verdict.UNDETERMINED
                    && was.get(key(finding)) != Verdict.UNDETERMINED
                    && finding.remedy() != null
                    && !finding.remedy().missing().isEmpty();
            if (opened) {
                restored.put(key(finding), was.get(key(finding)));
            }
        }
        List<Judged> judged = new ArrayList<>();
        var element = books.engine().read(books.draft(), type.id(), request);
        for (Judged one : books.engine().judge(books.draft(), type.id(), element)) {
            Verdict verdict = restored.get(one.criterion() + " " + one.subjectPointer());
            judged.add(
                    verdict == null
                            ? one
                            : new Judged(
                                    one.criterion(),
                                    one.subject(),
                                    verdict,
                                    one.citations(),
                                    one.because(),
                                    one.holding(),
                                    one.sources(),
                                    one.interpretations(),
                                    one.remediable(),
                                    one.effect(),
                                    Answer.NONE));
        }
        Outcome outcome = type.outcome(request, judged);
        String put = outcome.overall() + outcome.particulars().get("products");
        return !restored.isEmpty() && !put.equals(proposal(draft));
    }

    private List<Integer> cause(ObjectNode request, Decision base, Decision draft) {
        List<Integer> changes = books.changes();
        for (int size = 1; size <= changes.size(); size++) {
            List<Integer> found = ofSize(size, request, base, draft);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("All changes together make the draft");
    }

    private @Nullable List<Integer> ofSize(int size, ObjectNode request, Decision base, Decision draft) {
        List<List<Integer>> flipping = new ArrayList<>();
        for (int bits = 1; bits < 1 << books.changes().size(); bits++) {
            if (Integer.bitCount(bits) == size) {
                List<Integer> some = new ArrayList<>();
                for (int i = 0; i < books.changes().size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        some.add(books.changes().get(i));
                    }
                }
                String proposed = proposal(decide(request, books.variants().apply(Set.copyOf(some))));
                if (!proposed.equals(proposal(base))) {
                    if (proposed.equals(proposal(draft))) {
                        some.add(0, 0);
                    } else {
                        some.add(0, 1);
                    }
                    flipping.add(some);
                }
            }
        }
        return flipping.stream()
                .min((a, b) -> {
                    for (int i = 0; i < a.size(); i++) {
                        int order = Integer.compare(a.get(i), b.get(i));
                        if (order != 0) {
                            return order;
                        }
                    }
                    return 0;
                })
                .map(some -> some.subList(1, some.size()))
                .orElse(null);
    }
}

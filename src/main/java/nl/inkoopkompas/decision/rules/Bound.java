package nl.inkoopkompas.decision.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Judged.Answer;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.CaseFile;
import nl.inkoopkompas.decision.algebra.Citations;
import nl.inkoopkompas.decision.algebra.Criterion;
import nl.inkoopkompas.decision.algebra.Declaration;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.decision.algebra.Why;
import nl.inkoopkompas.decision.rules.RuleFile.Rule;

/** A criterion with the rules that speak for it. */
record Bound(
        Declaration declaration, String text, EnumMap<Verdict, Rule> rules, Applicability applicability, int subject) {

    /** The verdicts that the rules give on a subject, read from their patterns and not run. */
    Set<Verdict> verdicts(CaseFile file, Element request, Element subject) {
        if (!applicability.in(request).applies()) {
            return EnumSet.of(Verdict.NOT_APPLICABLE);
        }
        Criterion fact = declaration.about(file, subject);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        rules.forEach((verdict, rule) -> {
            if (rule.when().stream().anyMatch(when -> declaration.suits(fact, when))) {
                verdicts.add(verdict);
            }
        });
        return verdicts;
    }

    /** Whether the rules give one verdict whatever the conditions are, by their patterns alone. */
    boolean isTotal() {
        List<Map<String, Truth>> truths = new ArrayList<>(List.of(Map.of()));
        for (String condition : declaration.conditionNames()) {
            List<Map<String, Truth>> more = new ArrayList<>();
            for (Map<String, Truth> before : truths) {
                for (Truth truth : Truth.values()) {
                    Map<String, Truth> with = new LinkedHashMap<>(before);
                    with.put(condition, truth);
                    more.add(with);
                }
            }
            truths = more;
        }
        return truths.stream()
                .allMatch(truth -> rules.values().stream()
                                .filter(rule -> rule.when().stream()
                                        .anyMatch(when -> truth.entrySet().containsAll(when.entrySet())))
                                .count()
                        == 1);
    }

    /** What a fact says once its rules have reported, with what it rests on. */
    Judged finding(Element request, Criterion fact) {
        Verdict verdict = fact.verdict();
        Rule rule = rules.get(verdict);
        if (rule == null) {
            throw new IllegalStateException(declaration.id() + " has no rule for " + verdict);
        }
        Citations citations = new Citations();
        Why[] because = fact.because();
        List<String> holding = new ArrayList<>(because.length);
        for (int i = 0; i < because.length; i++) {
            if (because[i].truth() == Truth.TRUE) {
                holding.add(rule.because().get(i));
            }
            Truth avoided = because[i].truth().isKnown()
                    ? null
                    : rule.avoids(rule.because().get(i));
            if (avoided == null) {
                because[i].cite(citations);
            } else {
                because[i].citeAgainst(avoided, citations);
            }
        }
        Applicability.Row row = applicability.in(request);
        Leaf picked = applicability.pickedBy(request);
        if (picked != null) {
            citations.add(picked);
            citations.add(row.norm());
        }
        return new Judged(
                declaration.id(),
                fact.subject(),
                verdict,
                citations,
                Arrays.asList(because),
                holding,
                rule.sources(),
                rule.interpretations(),
                row.remediable(),
                row.effect(),
                Answer.NONE);
    }

    /** That it does not apply to a subject, and which row says so. */
    Judged notApplicable(Element request, Element subject) {
        Applicability.Row row = applicability.in(request);
        Citations citations = new Citations();
        Leaf picked = applicability.pickedBy(request);
        if (picked != null) {
            citations.add(picked);
        }
        citations.add(row.norm());
        return new Judged(
                declaration.id(),
                subject,
                Verdict.NOT_APPLICABLE,
                citations,
                List.of(),
                List.of(),
                List.of(row.norm().source()),
                List.of(),
                row.remediable(),
                row.effect(),
                Answer.NONE);
    }
}

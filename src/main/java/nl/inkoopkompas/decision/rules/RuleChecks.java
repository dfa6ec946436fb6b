package nl.inkoopkompas.decision.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Declaration;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.decision.rules.RuleFile.Rule;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Source;
import nl.inkoopkompas.rulebook.Texts.CriterionTexts;

/** Checks the rules of one criterion against its declaration and the rest of the rule book. */
final class RuleChecks {

    private final RuleFile file;
    private final Declaration declaration;
    private final List<Problem> problems;

    private RuleChecks(RuleFile file, Declaration declaration, List<Problem> problems) {
        this.file = file;
        this.declaration = declaration;
        this.problems = problems;
    }

    static void check(RuleFile file, Declaration declaration, RuleBook book, Policy policy, List<Problem> problems) {
        RuleChecks checks = new RuleChecks(file, declaration, problems);
        checks.names();
        checks.exactlyOneRule();
        checks.sources(book);
        checks.texts(policy);
        checks.scenarios(policy);
    }

    private void problem(int line, String sentence) {
        problems.add(new Problem(file.path(), "line " + line, sentence));
    }

    private void names() {
        for (String name : declaration.conditionNames()) {
            boolean reported =
                    file.rules().stream().anyMatch(rule -> rule.because().contains(name));
            if (!reported && file.text().split("\\b" + name + "\\b", -1).length < 3) {
                problem(file.line(), "condition " + name + " is never used");
            }
        }
    }

    /** Whatever its conditions turn out to be, one rule speaks and no other. */
    private void exactlyOneRule() {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : file.rules()) {
            if (!verdicts.add(rule.verdict())) {
                problem(rule.line(), "two rules report " + rule.verdict() + "; write them as one");
            }
            rule.when().forEach(alternative -> names.addAll(alternative.keySet()));
        }
        combinations(new ArrayList<>(names), 0, new LinkedHashMap<>());
    }

    private void combinations(List<String> names, int at, Map<String, Truth> chosen) {
        if (at < names.size()) {
            for (Truth truth : Truth.values()) {
                chosen.put(names.get(at), truth);
                combinations(names, at + 1, chosen);
            }
            chosen.remove(names.get(at));
            return;
        }
        List<String> speaking = file.rules().stream()
                .filter(rule -> rule.when().stream()
                        .anyMatch(alternative -> chosen.entrySet().containsAll(alternative.entrySet())))
                .map(Rule::name)
                .toList();
        if (speaking.size() != 1) {
            problem(
                    file.line(),
                    "when " + chosen + ", " + (speaking.isEmpty() ? "no rule speaks" : "two rules speak: " + speaking));
        }
    }

    private void sources(RuleBook book) {
        for (Rule rule : file.rules()) {
            rule.sources().forEach(reference -> {
                Source source = book.sources().get(reference.document());
                if (source == null) {
                    problem(rule.line(), "source \"" + reference.document() + "\" is not in rules/sources.yaml");
                } else if (!source.sections().containsKey(reference.section())) {
                    problem(
                            rule.line(),
                            "section \"" + reference.section() + "\" of " + source.id()
                                    + " is not in rules/sources.yaml");
                }
            });
            rule.interpretations().stream()
                    .filter(id -> !book.interpretations().containsKey(id))
                    .forEach(id ->
                            problem(rule.line(), "interpretation " + id + " is not in rules/interpretations.yaml"));
        }
    }

    private void texts(Policy policy) {
        for (Language language : Language.values()) {
            String texts = "rules/" + policy.decision() + "/texts_" + language.code() + ".yaml";
            CriterionTexts criterion = policy.texts(language).criteria().get(file.criterion());
            if (criterion == null) {
                problems.add(new Problem(texts, file.criterion(), "has no text"));
                continue;
            }
            for (Rule rule : file.rules()) {
                if (!criterion.verdicts().containsKey(rule.verdict().name())) {
                    problems.add(new Problem(texts, file.criterion(), "has no reason for " + rule.verdict()));
                }
                if (!rule.verdict().isSettled()
                        && !criterion.remedies().containsKey(rule.verdict().name())) {
                    problems.add(new Problem(texts, file.criterion(), "has no remedy for " + rule.verdict()));
                }
            }
        }
    }

    /** A criterion that no rule speaks for still has a name. */
    static void checkTexts(String criterion, Policy policy, List<Problem> problems) {
        for (Language language : Language.values()) {
            if (!policy.texts(language).criteria().containsKey(criterion)) {
                String file = "rules/" + policy.decision() + "/texts_" + language.code() + ".yaml";
                problems.add(new Problem(file, criterion, "has no text"));
            }
        }
    }

    private void scenarios(Policy policy) {
        boolean any = policy.scenarios().stream()
                .flatMap(scenario -> scenario.expect().verdicts().keySet().stream())
                .anyMatch(key -> key.equals(file.criterion()) || key.startsWith(file.criterion() + " "));
        if (!any) {
            problems.add(new Problem("rules/" + policy.decision() + "/scenarios", file.criterion(), "has no scenario"));
        }
    }
}

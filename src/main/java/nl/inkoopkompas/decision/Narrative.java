package nl.inkoopkompas.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.decision.Decision.Explanation;
import nl.inkoopkompas.decision.Decision.NextStep;
import nl.inkoopkompas.decision.DecisionType.Outcome;
import nl.inkoopkompas.decision.DecisionType.Step;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.decision.Finding.Fact;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.Judged.Missing;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Texts;
import org.jspecify.annotations.Nullable;

/** Turns what was judged into what people read, in one language. */
final class Narrative {

    private final Texts texts;
    private final Explainer explainer;
    private final Language language;

    Narrative(Policy policy, Explainer explainer, Language language) {
        this.texts = policy.texts(language);
        this.explainer = explainer;
        this.language = language;
    }

    Finding finding(Judged judged, Remedies remedies) {
        return new Finding(
                judged.criterion(),
                judged.subjectPointer(),
                judged.verdict(),
                explainer.reason(judged, language),
                judged.citations().facts().stream().map(Narrative::fact).toList(),
                norms(judged.citations().norms()),
                judged.sources(),
                judged.interpretations(),
                judged.verdict().isSettled() ? null : remedy(judged, remedies.of(judged)));
    }

    private Remedy remedy(Judged judged, Remedies.Help help) {
        Missing missing = judged.missing();
        return new Remedy(
                explainer.remedy(judged, language, help.metFrom()),
                List.copyOf(missing.facts()),
                List.copyOf(missing.norms()),
                help.change(),
                help.metFrom());
    }

    private static Fact fact(Leaf leaf) {
        return new Fact(leaf.pointer(), leaf.isUnknown() ? null : Values.json(leaf.value()));
    }

    /** Norms as they are shown: a row once, with the cells that were read. */
    private static List<AppliedNorm> norms(List<Norm> cited) {
        Map<String, AppliedNorm> norms = new LinkedHashMap<>();
        for (Norm norm : cited) {
            AppliedNorm before = norms.get(norm.key());
            norms.put(
                    norm.key(),
                    new AppliedNorm(
                            norm.key(),
                            value(norm, before == null ? null : before.value()),
                            norm.unit(),
                            norm.from(),
                            norm.source(),
                            norm.example()));
        }
        return List.copyOf(norms.values());
    }

    private static @Nullable Object value(Norm norm, @Nullable Object before) {
        if (norm.column() == null) {
            return norm.value();
        }
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        if (before instanceof Map<?, ?> known) {
            known.forEach((column, cell) -> cells.put(String.valueOf(column), cell));
        }
        cells.put(norm.column(), norm.value());
        return cells;
    }

    NextStep step(Step step) {
        return new NextStep(
                explainer.actor(step.id(), language),
                explainer.action(step.id(), language, step.because(), step.everyMonths()),
                step.because(),
                step.dueOn(),
                step.source());
    }

    /** The outcome first, then what is not settled, criterion by criterion, and last what is in order. */
    Explanation explanation(Outcome outcome, List<Finding> findings) {
        List<String> paragraphs = new ArrayList<>();
        Map<Verdict, List<String>> settled = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Remedy remedy = finding.remedy();
            String name = texts.criterion(finding.criterion()).name();
            if (remedy == null) {
                settled.computeIfAbsent(finding.verdict(), verdict -> new ArrayList<>())
                        .add(name);
            } else {
                paragraphs.add(
                        name + " (" + verdict(finding.verdict()) + "): " + finding.reason() + " " + remedy.text());
            }
        }
        settled.forEach((verdict, names) -> paragraphs.add(verdict(verdict) + ": "
                + explainer
                        .formats(language)
                        .enumeration(names.stream().distinct().toList()) + "."));
        return new Explanation(language.code(), texts.outcome(outcome.overall()).summary(), paragraphs);
    }

    private String verdict(Verdict verdict) {
        return Objects.requireNonNullElse(texts.verdicts().get(verdict.name()), verdict.name());
    }
}

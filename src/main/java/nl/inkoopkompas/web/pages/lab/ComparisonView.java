package nl.inkoopkompas.web.pages.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.lab.comparison.Comparison;
import nl.inkoopkompas.lab.comparison.Comparison.Answer;
import nl.inkoopkompas.lab.comparison.Comparison.OfCriterion;
import nl.inkoopkompas.lab.comparison.Relation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Texts;
import org.jspecify.annotations.Nullable;

/** What the page of a comparison shows. */
record ComparisonView(List<Line> lines, List<Change> outcomes, List<Left> left) {

    /**
     * A criterion.
     *
     * @param changes what becomes what, each once
     * @param example null where nothing changes
     */
    record Line(
            String id,
            String anchor,
            String name,
            Relation relation,
            boolean proven,
            @Nullable String only,
            List<VerdictChange> changes,
            @Nullable Pair example) {

        private boolean isSame() {
            return only == null && changes.isEmpty();
        }
    }

    /** The criteria that do not stay what they were. */
    public List<Line> changed() {
        return lines.stream().filter(line -> !line.isSame()).toList();
    }

    public List<Line> same() {
        return lines.stream().filter(Line::isSame).toList();
    }

    /** A verdict that becomes another. */
    record VerdictChange(Verdict from, Verdict to) {}

    /** An outcome that becomes another, in words. */
    record Change(String from, String to, String request) {}

    /** An example in both books. */
    record Pair(String subject, Side base, Side draft, String request) {}

    /** What one book says of it. */
    record Side(@Nullable Verdict verdict, String outcome, MarkedText reason) {}

    /** What was not analysed. */
    record Left(String what, String why) {}

    static ComparisonView of(Comparison comparison, RuleBook base, BookNames names) {
        RuleBook draft = names.book();
        Language language = Language.of(names.locale());
        List<Line> lines = new ArrayList<>();
        for (OfCriterion each : comparison.criteria()) {
            RuleBook book = "base".equals(each.only()) ? base : draft;
            Texts texts = book.policy(each.type()).texts(language);
            Texts.CriterionTexts words = texts.criteria().get(each.criterion());
            Set<VerdictChange> changes = new LinkedHashSet<>();
            each.changes().forEach(change -> changes.add(new VerdictChange(change.from(), change.to())));
            lines.add(new Line(
                    each.criterion(),
                    "c-" + each.criterion().replace('.', '-'),
                    words == null ? each.criterion() : words.name(),
                    each.relation(),
                    each.proven(),
                    each.only(),
                    List.copyOf(changes),
                    pair(each, base, draft, language)));
        }
        List<Change> outcomes = comparison.outcomes().stream()
                .map(each -> new Change(
                        outcome(base, each.type(), each.from(), language),
                        outcome(draft, each.type(), each.to(), language),
                        each.example().request().toPrettyString()))
                .toList();
        List<Left> left = comparison.notAnalysed().stream()
                .map(each -> new Left(names.of(each.what()), each.why().in(language)))
                .toList();
        return new ComparisonView(lines, outcomes, left);
    }

    private static @Nullable Pair pair(OfCriterion each, RuleBook base, RuleBook draft, Language language) {
        Comparison.Example example = each.example();
        if (example == null) {
            return null;
        }
        return new Pair(
                example.subject(),
                side(example.base(), example.draft(), base, each.type(), language),
                side(example.draft(), example.base(), draft, each.type(), language),
                example.request().toPrettyString());
    }

    private static Side side(Answer answer, Answer other, RuleBook book, String type, Language language) {
        String reason = answer.reason() == null ? "" : answer.reason();
        return new Side(
                answer.verdict(),
                outcome(book, type, answer.outcome(), language),
                MarkedText.of(reason, other.reason() == null ? "" : other.reason()));
    }

    private static String outcome(RuleBook book, String type, String outcome, Language language) {
        Texts.OutcomeTexts words = book.policy(type).texts(language).outcomes().get(outcome);
        return words == null ? outcome : words.label();
    }
}

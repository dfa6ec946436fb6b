package nl.inkoopkompas.lab.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.lab.comparison.Comparison.Answer;
import nl.inkoopkompas.lab.comparison.Comparison.Changed;
import nl.inkoopkompas.lab.comparison.Comparison.Example;
import nl.inkoopkompas.lab.comparison.Comparison.OfCriterion;
import nl.inkoopkompas.lab.comparison.Comparison.OfOutcome;
import nl.inkoopkompas.lab.comparison.Differences.Seen;
import nl.inkoopkompas.lab.comparison.Relation.Change;
import nl.inkoopkompas.lab.domain.Bases;
import nl.inkoopkompas.lab.domain.BookRules;
import nl.inkoopkompas.lab.domain.Enumeration;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.lab.domain.Requests;
import nl.inkoopkompas.lab.domain.Rules;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Compares rule books by what they mean: criterion by criterion over all inputs, and every example run in both. */
public final class Comparisons {

    /** So many other requests are tried around each change, to see what becomes of outcomes. */
    private static final int AROUND = 12;

    private final DecisionEngine engine;

    public Comparisons(DecisionEngine engine) {
        this.engine = engine;
    }

    /**
     * Compares two books.
     *
     * @param from the first reference date that is looked at: that of the latest edit
     */
    public Comparison compare(
            DecisionType type, RuleBook base, RuleBook draft, LocalDate from, Language language) {
        return new Run(type, base, draft, from, language).compare();
    }

    /** One comparison. */
    private final class Run {

        private final DecisionType type;
        private final RuleBook base;
        private final RuleBook draft;
        private final LocalDate from;
        private final Language language;
        private final Criteria before;
        private final Criteria after;
        private final Set<NotAnalysed> notAnalysed = new LinkedHashSet<>();
        private final Map<List<String>, OfOutcome> outcomes = new LinkedHashMap<>();

        /** What was found of a criterion; null where nothing can differ. */
        private record Found(String criterion, @Nullable Differences differences) {}

        Run(DecisionType type, RuleBook base, RuleBook draft, LocalDate from, Language language) {
            this.type = type;
            this.base = base;
            this.draft = draft;
            this.from = from;
            this.language = language;
            this.before = engine.criteria(base, type.id());
            this.after = engine.criteria(draft, type.id());
        }

        Comparison compare() {
            Set<String> ids = new LinkedHashSet<>(before.ids());
            ids.addAll(after.ids());
            List<OfCriterion> criteria = new ArrayList<>();
            if (Norms.sameSchema(base, draft, type.id())) {
                Bases bases = Bases.of(engine, type.id(), List.of(base, draft), from);
                List<Found> found = ids.parallelStream()
                        .map(id -> new Found(id, differences(id, bases)))
                        .toList();
                found.forEach(each -> criteria.add(ofCriterion(each)));
                found.forEach(each -> outcomes(each, bases));
                beyond(found);
            } else {
                notAnalysed.add(NotAnalysed.of(
                        type.id(),
                        "de velden van het verzoek verschillen tussen de regelboeken; er is geen verzoek dat voor beide hetzelfde betekent",
                        "the fields of the request differ between the rule books; no request means the same to both"));
            }
            return new Comparison(
                    type.id(),
                    base.version(),
                    draft.version(),
                    from,
                    criteria,
                    List.copyOf(outcomes.values()),
                    List.copyOf(notAnalysed));
        }

        private @Nullable Differences differences(String criterion, Bases bases) {
            Rules one = before.ids().contains(criterion) ? new BookRules(base, before, criterion) : null;
            Rules other = after.ids().contains(criterion) ? new BookRules(draft, after, criterion) : null;
            if (one != null
                    && other != null
                    && Norms.same(criterion, type.id(), base, before, draft, after)
                    && Norms.sameEffect(criterion, before, after)) {
                return null;
            }
            String subject = (one == null ? after : before).declaration(criterion).subject();
            if (one != null && other != null && !after.declaration(criterion).subject().equals(subject)) {
                return null;
            }
            List<Rules> sides = new ArrayList<>();
            if (one != null) {
                sides.add(one);
            }
            if (other != null) {
                sides.add(other);
            }
            return new Differences(
                    criterion, one, other, new Enumeration(criterion, sides, subject, bases, from, List.of()));
        }

        private OfCriterion ofCriterion(Found found) {
            String criterion = found.criterion();
            Differences differences = found.differences();
            if (differences == null) {
                return new OfCriterion(criterion, Relation.EQUAL, true, null, null, List.of());
            }
            notAnalysed.addAll(differences.notAnalysed());
            List<Changed> changes = new ArrayList<>();
            differences.changes().forEach((change, seen) -> {
                Example example = example(criterion, change, seen);
                if (example != null) {
                    changes.add(new Changed(change.from(), change.to(), change.complete(), example));
                }
            });
            Change telling = differences.telling();
            Example example = changes.stream()
                    .filter(changed -> telling != null
                            && changed.from() == telling.from()
                            && changed.to() == telling.to()
                            && changed.complete() == telling.complete())
                    .map(Changed::example)
                    .findFirst()
                    .orElse(null);
            String only = !before.ids().contains(criterion)
                    ? "draft"
                    : after.ids().contains(criterion) ? null : "base";
            return new OfCriterion(criterion, differences.relation(), false, only, example, changes);
        }

        /** Runs an example in both books; one that does not show what it should is told, and not shown. */
        private @Nullable Example example(String criterion, Change change, Seen seen) {
            ObjectNode request = Requests.json(seen.request());
            try {
                Answer one = answer(criterion, seen.subject(), request, base);
                Answer other = answer(criterion, seen.subject(), request, draft);
                Verdict expected = one.verdict() == null ? Verdict.NOT_APPLICABLE : one.verdict();
                Verdict got = other.verdict() == null ? Verdict.NOT_APPLICABLE : other.verdict();
                if (expected == change.from() && got == change.to()) {
                    return new Example(request, seen.subject(), one, other);
                }
            } catch (RequestRefused e) {
                notAnalysed.add(NotAnalysed.of(
                        criterion,
                        "een verzoek dat niet past: " + e.refusals().get(0).pointer() + " "
                                + e.refusals().get(0).detail().nl(),
                        "a request that does not fit: " + e.refusals().get(0).pointer() + " "
                                + e.refusals().get(0).detail().en()));
                return null;
            }
            notAnalysed.add(NotAnalysed.of(
                    criterion,
                    "van " + change.from() + " naar " + change.to() + " zonder voorbeeld dat het laat zien",
                    "from " + change.from() + " to " + change.to() + " without an example that shows it"));
            return null;
        }

        private Answer answer(String criterion, String subject, ObjectNode request, RuleBook book) {
            Decision decision =
                    engine.decide(type, new Input(request, DecisionEngine.noContext()), book, language);
            Map<String, Verdict> verdicts = new LinkedHashMap<>();
            Finding own = null;
            for (Finding finding : decision.findings()) {
                verdicts.merge(finding.criterion(), finding.verdict(), Run::graver);
                if (finding.criterion().equals(criterion) && finding.subject().equals(subject)) {
                    own = finding;
                }
            }
            return new Answer(
                    decision.outcome(),
                    own == null ? null : own.verdict(),
                    verdicts,
                    own == null ? null : own.reason());
        }

        private static Verdict graver(Verdict one, Verdict other) {
            return List.of(
                            Verdict.NOT_MET,
                            Verdict.UNDETERMINED,
                            Verdict.JUDGEMENT,
                            Verdict.REMEDIED,
                            Verdict.MET,
                            Verdict.NOT_APPLICABLE)
                    .stream()
                    .filter(verdict -> verdict == one || verdict == other)
                    .findFirst()
                    .orElse(one);
        }

        /** What becomes of outcomes where a criterion changes, in the request of the example and in others around it. */
        private void outcomes(Found found, Bases bases) {
            Differences differences = found.differences();
            if (differences == null) {
                return;
            }
            List<Seen> all = new ArrayList<>(differences.changes().values());
            all.addAll(differences.shortcomings());
            for (Seen seen : all) {
                outcome(found.criterion(), seen.request(), seen.subject());
                bases.around(seen.request(), differences.pointers(), AROUND)
                        .forEach(request -> outcome(found.criterion(), request, seen.subject()));
            }
        }

        private void outcome(String criterion, Element request, String subject) {
            ObjectNode json = Requests.json(request);
            try {
                String one = outcome(base, json);
                String other = outcome(draft, json);
                List<String> key = List.of(one, other);
                if (!one.equals(other) && !outcomes.containsKey(key)) {
                    Example example = new Example(
                            json, subject, answer(criterion, subject, json, base), answer(criterion, subject, json, draft));
                    outcomes.put(key, new OfOutcome(one, other, example));
                }
            } catch (RequestRefused e) {
                Objects.requireNonNull(e);
            }
        }

        private String outcome(RuleBook book, ObjectNode request) {
            Element read = engine.read(book, type.id(), request);
            List<Judged> judged = engine.judge(book, type.id(), read);
            return type.outcome(request, judged).overall();
        }

        private void beyond(List<Found> found) {
            if (found.stream().anyMatch(each -> each.differences() != null)) {
                notAnalysed.add(NotAnalysed.of(
                        "outcomes",
                        "elke uitkomst is van een verzoek dat is doorgerekend; welke uitkomsten nog uit andere combinaties van criteria volgen is niet uitgeput",
                        "every outcome is of a request that was run; which outcomes follow from other combinations of criteria is not exhausted"));
            }
        }
    }
}

package nl.inkoopkompas.lab.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionEngine.Assessed;
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
    private static final int AROUND = 8;

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
            Collection<? extends DecisionType> types,
            RuleBook base,
            RuleBook draft,
            LocalDate from,
            Language language) {
        List<OfCriterion> criteria = new ArrayList<>();
        List<OfOutcome> outcomes = new ArrayList<>();
        List<NotAnalysed> notAnalysed = new ArrayList<>();
        for (DecisionType type : types) {
            boolean before = base.policies().containsKey(type.id());
            boolean after = draft.policies().containsKey(type.id());
            if (before && after) {
                Comparison one = new Run(type, base, draft, from, language).compare();
                criteria.addAll(one.criteria());
                outcomes.addAll(one.outcomes());
                notAnalysed.addAll(one.notAnalysed());
            } else if (before || after) {
                notAnalysed.add(NotAnalysed.of(
                        type.id(),
                        "maar één van de regelboeken kent dit besluit",
                        "only one of the rule books knows this decision"));
            }
        }
        return new Comparison(base.version(), draft.version(), from, criteria, outcomes, notAnalysed);
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

        /** What was found of a criterion, and of outcomes by what they were and become. */
        private record Found(
                OfCriterion criterion, Map<List<String>, OfOutcome> outcomes, Set<NotAnalysed> notAnalysed) {}

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
            Map<List<String>, OfOutcome> outcomes = new LinkedHashMap<>();
            Set<NotAnalysed> notAnalysed = new LinkedHashSet<>();
            if (Norms.sameSchema(base, draft, type.id())) {
                Bases bases = Bases.of(engine, type.id(), List.of(base, draft), from);
                List<Found> found =
                        ids.parallelStream().map(id -> find(id, bases)).toList();
                found.forEach(each -> {
                    criteria.add(each.criterion());
                    each.outcomes().forEach(outcomes::putIfAbsent);
                    notAnalysed.addAll(each.notAnalysed());
                });
                if (!type.restsOn(base).equals(type.restsOn(draft))) {
                    bases.requests().forEach(request -> outcome("", request, "", outcomes));
                    notAnalysed.add(NotAnalysed.of(
                            "outcomes",
                            "wat bevindingen samen betekenen verschilt; dat is op de scenario's doorgerekend en niet"
                                    + " uitgeput",
                            "what findings add up to differs; that was run on the scenarios and is not exhausted"));
                }
                if (base.policy(type.id()).context() != null
                        && criteria.stream().anyMatch(criterion -> criterion.relation() != Relation.EQUAL)) {
                    notAnalysed.add(NotAnalysed.of(
                            "context",
                            "wat naast het verzoek wordt gelezen, zoals wat in een latere ronde is ingeleverd, is"
                                    + " bekeken zoals de scenario's het geven",
                            "what is read besides the request, such as what was handed in with a later round, was"
                                    + " looked at as the scenarios give it"));
                }
                if (criteria.stream().anyMatch(criterion -> !criterion.proven())) {
                    notAnalysed.add(NotAnalysed.of(
                            "outcomes",
                            "elke uitkomst is van een verzoek dat is doorgerekend; welke uitkomsten nog uit andere"
                                    + " combinaties van criteria volgen is niet uitgeput",
                            "every outcome is of a request that was run; which outcomes follow from other"
                                    + " combinations of criteria is not exhausted"));
                }
            } else {
                notAnalysed.add(NotAnalysed.of(
                        type.id(),
                        "de velden van het verzoek verschillen tussen de regelboeken; er is geen verzoek dat voor beide"
                                + " hetzelfde betekent",
                        "the fields of the request differ between the rule books; no request means the same to both"));
            }
            return new Comparison(
                    base.version(),
                    draft.version(),
                    from,
                    criteria,
                    List.copyOf(outcomes.values()),
                    List.copyOf(notAnalysed));
        }

        private Found find(String criterion, Bases bases) {
            Differences differences = differences(criterion, bases);
            if (differences == null) {
                return new Found(
                        new OfCriterion(type.id(), criterion, Relation.EQUAL, true, null, null, List.of()),
                        Map.of(),
                        Set.of());
            }
            Set<NotAnalysed> notAnalysed = new LinkedHashSet<>(differences.notAnalysed());
            OfCriterion of = ofCriterion(criterion, differences, notAnalysed);
            return new Found(of, outcomes(criterion, differences, bases), notAnalysed);
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
            String subject =
                    (one == null ? after : before).declaration(criterion).subject();
            if (one != null
                    && other != null
                    && !after.declaration(criterion).subject().equals(subject)) {
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

        private OfCriterion ofCriterion(String criterion, Differences differences, Set<NotAnalysed> notAnalysed) {
            List<Changed> changes = new ArrayList<>();
            Change telling = differences.telling();
            Example told = null;
            for (Map.Entry<Change, Seen> entry : differences.changes().entrySet()) {
                Change change = entry.getKey();
                Example example = example(criterion, change, entry.getValue(), change.equals(telling), notAnalysed);
                if (example != null) {
                    changes.add(new Changed(change.from(), change.to(), change.complete(), example));
                    told = change.equals(telling) ? example : told;
                }
            }
            String only =
                    !before.ids().contains(criterion) ? "draft" : after.ids().contains(criterion) ? null : "base";
            return new OfCriterion(type.id(), criterion, differences.relation(), false, only, told, changes);
        }

        /** Runs an example in both books; one that does not show what it should is told, and not shown. */
        private @Nullable Example example(
                String criterion, Change change, Seen seen, boolean explained, Set<NotAnalysed> notAnalysed) {
            ObjectNode request = Requests.json(seen.request());
            try {
                Answer one = answer(criterion, seen.subject(), request, base, explained);
                Answer other = answer(criterion, seen.subject(), request, draft, explained);
                Verdict expected = one.verdict() == null ? Verdict.NOT_APPLICABLE : one.verdict();
                Verdict got = other.verdict() == null ? Verdict.NOT_APPLICABLE : other.verdict();
                if (expected == change.from() && got == change.to()) {
                    return new Example(request, seen.subject(), one, other);
                }
            } catch (RequestRefused e) {
                RequestRefused.Refusal first = e.refusals().get(0);
                notAnalysed.add(NotAnalysed.of(
                        criterion,
                        "een verzoek dat niet past: " + first.pointer() + " "
                                + first.detail().nl(),
                        "a request that does not fit: " + first.pointer() + " "
                                + first.detail().en()));
                return null;
            }
            notAnalysed.add(NotAnalysed.of(
                    criterion,
                    "van " + change.from() + " naar " + change.to() + " zonder voorbeeld dat het laat zien",
                    "from " + change.from() + " to " + change.to() + " without an example that shows it"));
            return null;
        }

        /** @param explained whether the reason is told too */
        private Answer answer(String criterion, String subject, ObjectNode request, RuleBook book, boolean explained) {
            Map<String, Verdict> verdicts = new LinkedHashMap<>();
            if (!explained) {
                Assessed assessed = engine.assess(type, book, engine.read(book, type.id(), request));
                Verdict own = null;
                for (Judged finding : assessed.findings()) {
                    verdicts.merge(finding.criterion(), finding.verdict(), Run::graver);
                    boolean is = finding.criterion().equals(criterion)
                            && finding.subjectPointer().equals(subject);
                    own = is ? finding.verdict() : own;
                }
                return new Answer(assessed.outcome().overall(), own, verdicts, null);
            }
            Decision decision = engine.decide(type, new Input(request, DecisionEngine.noContext()), book, language);
            Finding own = null;
            for (Finding finding : decision.findings()) {
                verdicts.merge(finding.criterion(), finding.verdict(), Run::graver);
                boolean is = finding.criterion().equals(criterion)
                        && finding.subject().equals(subject);
                own = is ? finding : own;
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

        /**
         * What becomes of outcomes where a criterion changes, in the request of the example and in others around it.
         */
        private Map<List<String>, OfOutcome> outcomes(String criterion, Differences differences, Bases bases) {
            Map<List<String>, OfOutcome> outcomes = new LinkedHashMap<>();
            List<Seen> all = new ArrayList<>(differences.changes().values());
            all.addAll(differences.shortcomings());
            for (Seen seen : all) {
                List<Element> requests = new ArrayList<>(List.of(seen.request()));
                requests.addAll(bases.around(seen.request(), differences.pointers(), AROUND));
                requests.forEach(request -> outcome(criterion, request, seen.subject(), outcomes));
            }
            return outcomes;
        }

        private void outcome(String criterion, Element request, String subject, Map<List<String>, OfOutcome> outcomes) {
            ObjectNode json = Requests.json(request);
            String one = outcome(base, request);
            String other = outcome(draft, request);
            List<String> key = List.of(one, other);
            if (one.equals(other) || outcomes.containsKey(key)) {
                return;
            }
            try {
                Answer before = answer(criterion, subject, json, base, false);
                Answer after = answer(criterion, subject, json, draft, false);
                if (before.outcome().equals(one) && after.outcome().equals(other)) {
                    outcomes.put(key, new OfOutcome(type.id(), one, other, new Example(json, subject, before, after)));
                }
            } catch (RequestRefused e) {
                // around the example the request need not suit both books
                return;
            }
        }

        private String outcome(RuleBook book, Element request) {
            return engine.assess(type, book, request).outcome().overall();
        }
    }
}

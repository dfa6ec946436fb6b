package nl.inkoopkompas.decision.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.CaseFile;
import nl.inkoopkompas.decision.algebra.Criterion;
import nl.inkoopkompas.decision.algebra.Declaration;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.OtherDecisions;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.decision.rules.RuleFile.Rule;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** The criteria of one decision in one rule book: compiled, bound and checked. Immutable and safe for many threads. */
public final class Criteria {

    /** Everything in a book that decides what a criterion says: equal bases, equal verdicts on equal requests. */
    public record Basis(
            String text,
            Map<String, Object> reads,
            @Nullable Object definitions,
            Object applicability) {}

    private final KieBase base;
    private final Map<String, Bound> criteria;
    private final Bound[] ordered;
    private final int subjects;
    private final @Nullable Declaration definitions;
    private final @Nullable Object shared;
    private final OtherDecisions others;
    private final Drawing drawing;

    private Criteria(
            KieBase base,
            Map<String, Bound> criteria,
            int subjects,
            @Nullable Declaration definitions,
            @Nullable Object shared,
            OtherDecisions others,
            Drawing drawing) {
        this.others = others;
        this.base = base;
        this.criteria = criteria;
        this.ordered = criteria.values().toArray(Bound[]::new);
        this.subjects = subjects;
        this.definitions = definitions;
        this.shared = shared;
        this.drawing = drawing;
    }

    /**
     * Binds compiled rules to a book; refuses what does not fit with a {@link RuleBookRefused}.
     *
     * @param others the criteria of other decisions in the same book, asked for when they are needed
     */
    public static Criteria of(CompiledRules rules, RuleBook book, Policy policy, Function<String, Criteria> others) {
        List<Problem> problems = new ArrayList<>();
        Declaration definitions = null;
        Object shared = null;
        Map<String, RuleFile> files = new LinkedHashMap<>();
        for (RuleFile file : rules.files()) {
            if (file.isDefinitions()) {
                definitions = declaration(rules, file);
                definitions.bind(book, policy, null, problems);
                shared = List.of(file.text(), definitions.reads());
            } else {
                files.put(file.criterion(), file);
            }
        }
        List<String> order = Applicability.order(book, policy);
        Map<String, Bound> criteria = new LinkedHashMap<>();
        List<String> subjects = new ArrayList<>();
        for (String id : order) {
            RuleFile file = files.remove(id);
            if (file == null) {
                problems.add(
                        new Problem("decision-tables/" + policy.decision() + "/criteria.csv", id, "has no rule file"));
                continue;
            }
            Declaration declaration = declaration(rules, file);
            declaration.bind(book, policy, definitions, problems);
            RuleChecks.check(file, declaration, book, policy, problems);
            EnumMap<Verdict, Rule> byVerdict = new EnumMap<>(Verdict.class);
            file.rules().forEach(rule -> byVerdict.put(rule.verdict(), rule));
            if (!subjects.contains(declaration.subject())) {
                subjects.add(declaration.subject());
            }
            criteria.put(
                    id,
                    new Bound(
                            declaration,
                            file.text(),
                            byVerdict,
                            Applicability.of(book, policy, id, problems),
                            subjects.indexOf(declaration.subject())));
        }
        files.values()
                .forEach(file -> problems.add(new Problem(
                        file.path(), "", "the table " + policy.decision() + "/criteria has no row for it")));
        Drawing drawing = Drawing.of(book, policy, problems);
        if (!problems.isEmpty()) {
            throw new RuleBookRefused(problems);
        }
        return new Criteria(
                rules.base(), criteria, subjects.size(), definitions, shared, new OtherCriteria(book, others), drawing);
    }

    private static Declaration declaration(CompiledRules rules, RuleFile file) {
        return new Declaration(file.path(), file.criterion(), file.subject(), rules.instance(file));
    }

    /** What findings are drawn from that no rule reports. */
    public Drawing drawing() {
        return drawing;
    }

    /** The ids, in the order of the findings. */
    public Set<String> ids() {
        return criteria.keySet();
    }

    public Declaration declaration(String criterion) {
        return bound(criterion).declaration();
    }

    /** A rule as people read it: a Dutch sentence, with what it reports and where it comes from. */
    public record Sentence(String text, Verdict verdict, List<SourceReference> sources, List<String> interpretations) {}

    /** The rules of a criterion, in the order of the verdicts. */
    public List<Sentence> sentences(String criterion) {
        return bound(criterion).rules().values().stream()
                .map(rule -> new Sentence(rule.name(), rule.verdict(), rule.sources(), rule.interpretations()))
                .toList();
    }

    /** The verdicts that a criterion's rules can report. */
    public Set<Verdict> verdicts(String criterion) {
        return bound(criterion).rules().keySet();
    }

    /** What conditions have to be for a criterion to be met: alternatives. */
    public List<Map<String, Truth>> whenMet(String criterion) {
        Rule rule = bound(criterion).rules().get(Verdict.MET);
        return rule == null ? List.of() : rule.when();
    }

    /** All that the verdict on a criterion rests on: what its conditions read, and what picks where it applies. */
    public Survey survey(String criterion) {
        Bound bound = bound(criterion);
        Survey survey = bound.declaration().survey();
        bound.applicability().survey(survey);
        return survey;
    }

    /**
     * The verdicts that the rules give on a subject, read from their patterns and not run: one, unless they overlap or
     * leave a gap.
     */
    public Set<Verdict> verdicts(String criterion, Element request, Element subject) {
        return bound(criterion).verdicts(open(request), request, subject);
    }

    /** The same on all that a criterion judges in a case that is open. */
    public Set<Verdict> verdicts(String criterion, CaseFile file, Element request) {
        Bound bound = bound(criterion);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (Element subject : bound.declaration().subjects(request)) {
            verdicts.addAll(bound.verdicts(file, request, subject));
        }
        return verdicts;
    }

    /** Whether its rules give one verdict whatever its conditions are, by their patterns alone. */
    public boolean isTotal(String criterion) {
        return bound(criterion).isTotal();
    }

    /** What the elements of a list come to, in every place of a criterion that asks for them. */
    public List<Tally> tally(String criterion, Element request, Element subject, Leaf list) {
        return bound(criterion).declaration().tally(open(request), subject, list);
    }

    /**
     * Where a criterion applies and what a shortcoming does, by the value that picks it.
     *
     * @param effect what a shortcoming does
     */
    public record Standing(boolean applies, boolean remediable, String effect) {}

    /** Where a criterion applies; the key is {@link Table#ANY} where one row holds for all. */
    public Map<Object, Standing> standings(String criterion) {
        return bound(criterion).applicability().standings();
    }

    private Bound bound(String criterion) {
        Bound bound = criteria.get(criterion);
        if (bound == null) {
            throw new IllegalArgumentException("There is no criterion " + criterion);
        }
        return bound;
    }

    public Basis basis(String criterion) {
        Bound it = bound(criterion);
        Object defined = it.text().contains("defined(") ? shared : null;
        return new Basis(
                it.text(), it.declaration().reads(), defined, it.applicability().standings());
    }

    /** What the criteria table says of a criterion for a case. */
    public Standing standing(String criterion, Element request) {
        return bound(criterion).applicability().in(request).standing();
    }

    /** @param place of the criterion among {@link #ids()} */
    public Standing standing(int place, Element request) {
        return ordered[place].applicability().in(request).standing();
    }

    /** What each criterion judges in a request, by its place among {@link #ids()}. */
    public Element[][] subjects(Element request) {
        Element[][] different = new Element[subjects][];
        Element[][] judged = new Element[ordered.length][];
        for (int i = 0; i < judged.length; i++) {
            Bound bound = ordered[i];
            if (different[bound.subject()] == null) {
                different[bound.subject()] = bound.declaration().subjects(request);
            }
            judged[i] = different[bound.subject()];
        }
        return judged;
    }

    public CaseFile open(Element request) {
        return Declaration.open(request, definitions, others);
    }

    /** Why a shared definition holds, fails or is open. */
    public Truth definition(String name, Element request) {
        if (definitions == null) {
            throw new IllegalArgumentException("Nothing is defined");
        }
        return definitions
                .why(name, open(request), definitions.subjects(request)[0])
                .truth();
    }

    /** Judges a request: one finding for each criterion and subject, in order. */
    public List<Judged> judge(Element request) {
        return judge(request, ordered);
    }

    /** Whether a criterion is met by a subject, from what its rules name and without running them. */
    public boolean isMet(Element request, String criterion, String subject) {
        Bound bound = bound(criterion);
        Rule rule = bound.rules().get(Verdict.MET);
        if (rule == null || !bound.applicability().in(request).applies()) {
            return false;
        }
        for (Element element : bound.declaration().subjects(request)) {
            if (element.pointer().equals(subject)) {
                return bound.declaration().isSo(rule.when(), open(request), element);
            }
        }
        return false;
    }

    /** Judges a request on one criterion only. */
    public List<Judged> judge(Element request, String criterion) {
        return judge(request, bound(criterion));
    }

    /**
     * Judges many requests at once, without keeping what the verdicts rest on.
     *
     * @param asked per criterion, in order, whether it is judged
     * @param into per request the ordinals of its verdicts by criterion and subject; what is asked is filled in
     */
    public void judge(List<Element> requests, boolean[] asked, byte[][] into) {
        new Bulk(base, this, ordered, subjects).judge(requests, asked, into);
    }

    private List<Judged> judge(Element request, Bound... bounds) {
        CaseFile file = open(request);
        Element[][] judged = new Element[subjects][];
        Criterion[][] facts = new Criterion[bounds.length][];
        int size = 0;
        KieSession session = base.newKieSession();
        try {
            for (int i = 0; i < bounds.length; i++) {
                Bound bound = bounds[i];
                if (judged[bound.subject()] == null) {
                    judged[bound.subject()] = bound.declaration().subjects(request);
                }
                Element[] about = judged[bound.subject()];
                size += about.length;
                if (!bound.applicability().in(request).applies()) {
                    continue;
                }
                facts[i] = new Criterion[about.length];
                for (int k = 0; k < about.length; k++) {
                    facts[i][k] = bound.declaration().about(file, about[k]);
                    session.insert(facts[i][k]);
                }
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        List<Judged> findings = new ArrayList<>(size);
        for (int i = 0; i < bounds.length; i++) {
            if (facts[i] == null) {
                for (Element subject : judged[bounds[i].subject()]) {
                    findings.add(bounds[i].notApplicable(request, subject));
                }
            } else {
                for (Criterion fact : facts[i]) {
                    findings.add(bounds[i].finding(request, fact));
                }
            }
        }
        return findings;
    }
}

package nl.inkoopkompas.lab.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionEngine.Assessed;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.DecisionType.Outcome;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Survey.Reading;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.lab.comparison.InvariantCheck.Checked;
import nl.inkoopkompas.lab.domain.Bases;
import nl.inkoopkompas.lab.domain.BookRules;
import nl.inkoopkompas.lab.domain.Enumeration;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.lab.domain.Requests;
import nl.inkoopkompas.rulebook.Invariant;
import nl.inkoopkompas.rulebook.Invariant.Never;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proves that what may never happen does not, or shows a request for which it does.
 *
 * <p>A verdict that may not follow is looked for in every input of its criterion. An outcome is kept from happening by
 * one criterion whose finding rules it out in every input in which the facts hold; a request for which it does happen
 * is run, and shown. Where there is neither, it is not analysed.
 */
public final class Invariants {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIED = 200;

    private final DecisionEngine engine;

    public Invariants(DecisionEngine engine) {
        this.engine = engine;
    }

    /**
     * Checks the invariants of a book.
     *
     * @param from the first reference date that is looked at
     */
    public InvariantCheck check(Collection<? extends DecisionType> types, RuleBook book, LocalDate from) {
        List<Checked> checked = new ArrayList<>();
        Set<NotAnalysed> notAnalysed = new LinkedHashSet<>();
        for (DecisionType type : types) {
            if (!book.policies().containsKey(type.id())) {
                continue;
            }
            List<Invariant> invariants = book.policy(type.id()).invariants();
            if (invariants.isEmpty()) {
                continue;
            }
            Bases bases = Bases.of(engine, type.id(), List.of(book), from);
            invariants.parallelStream()
                    .map(invariant -> new Proof(type, book, from, bases, invariant).check())
                    .toList()
                    .forEach(each -> {
                        checked.addAll(each.invariants());
                        notAnalysed.addAll(each.notAnalysed());
                    });
        }
        return new InvariantCheck(checked, List.copyOf(notAnalysed));
    }

    /** One invariant of one book. */
    private final class Proof {

        private final DecisionType type;
        private final RuleBook book;
        private final LocalDate from;
        private final Bases bases;
        private final Invariant invariant;
        private final Criteria criteria;
        private final FactRules facts;
        private final List<NotAnalysed> notAnalysed = new ArrayList<>();
        private @Nullable ObjectNode counterexample;
        private int tried;

        Proof(DecisionType type, RuleBook book, LocalDate from, Bases bases, Invariant invariant) {
            this.type = type;
            this.book = book;
            this.from = from;
            this.bases = bases;
            this.invariant = invariant;
            this.criteria = engine.criteria(book, type.id());
            this.facts = new FactRules(book, invariant.when());
        }

        InvariantCheck check() {
            String named = invariant.never().criterion();
            String proof = null;
            if (named != null) {
                proof = rulesOut(named) ? named : null;
            } else {
                for (String criterion : concerned()) {
                    if (proof == null && counterexample == null && rulesOut(criterion)) {
                        proof = criterion;
                    }
                }
            }
            if (proof == null && counterexample == null) {
                notAnalysed.add(NotAnalysed.of(
                        invariant.id(),
                        "geen criterium sluit het op zichzelf uit, en er is geen verzoek gevonden waarvoor het gebeurt",
                        "no criterion rules it out by itself, and no request was found for which it happens"));
                return new InvariantCheck(List.of(), notAnalysed);
            }
            Checked result = new Checked(
                    type.id(),
                    invariant.id(),
                    invariant.text(),
                    counterexample == null,
                    counterexample == null ? proof : null,
                    counterexample);
            return new InvariantCheck(List.of(result), List.of());
        }

        /** The criteria that read something that the facts are about: no other can tell these inputs apart. */
        private List<String> concerned() {
            Set<String> pointers = new LinkedHashSet<>();
            for (Reading reading : facts.survey().readings()) {
                pointers.add(reading.at().pointer());
            }
            return criteria.ids().stream()
                    .filter(id -> criteria.survey(id).readings().stream()
                            .anyMatch(reading -> pointers.contains(reading.at().pointer())))
                    .toList();
        }

        /** Whether a criterion keeps it from happening, in every input in which the facts hold. */
        private boolean rulesOut(String criterion) {
            BookRules rules = new BookRules(book, criteria, criterion);
            Map<List<Object>, Boolean> known = new HashMap<>();
            boolean[] escapes = {false};
            Enumeration enumeration = new Enumeration(
                    invariant.id(),
                    List.of(rules, facts),
                    criteria.declaration(criterion).subject(),
                    bases,
                    from,
                    List.of());
            List<NotAnalysed> left = enumeration.run((request, subject, complete) -> {
                if (counterexample == null
                        && facts.hold(request)
                        && !ruledOut(criterion, rules, request, subject, known)) {
                    escapes[0] = true;
                    run(request);
                }
            });
            notAnalysed.addAll(left);
            return !escapes[0] && left.isEmpty();
        }

        private boolean ruledOut(
                String criterion, BookRules rules, Element request, Element subject, Map<List<Object>, Boolean> known) {
            Set<Verdict> verdicts = rules.verdicts(request, subject);
            Never never = invariant.never();
            if (never.criterion() != null) {
                return verdicts.stream().noneMatch(verdict -> verdict.name().equals(never.value()));
            }
            List<Object> key = List.of(verdicts, standing(criterion, request));
            return known.computeIfAbsent(key, same -> {
                return criteria.judge(request, criterion).stream()
                        .filter(judged -> judged.subject() == subject)
                        .anyMatch(judged -> type.rulesOut(judged, never.value()));
            });
        }

        private Object standing(String criterion, Element request) {
            List<Judged> judged = criteria.judge(request, criterion);
            return judged.isEmpty()
                    ? ""
                    : List.of(judged.get(0).remediable(), judged.get(0).effect());
        }

        /** Runs a request that nothing rules out so far, as it is. */
        private void run(Element request) {
            if (counterexample != null || (invariant.never().criterion() == null && tried++ > TRIED)) {
                return;
            }
            ObjectNode json = Requests.json(request);
            try {
                Element read = engine.read(book, type.id(), json);
                if (facts.hold(read) && happens(engine.assess(type, book, read))) {
                    counterexample = json;
                }
            } catch (RequestRefused e) {
                notAnalysed.add(NotAnalysed.of(
                        invariant.id(),
                        "een verzoek dat niet past: " + e.refusals().get(0).pointer(),
                        "a request that does not fit: " + e.refusals().get(0).pointer()));
            }
        }

        private boolean happens(Assessed assessed) {
            Never never = invariant.never();
            if (never.criterion() != null) {
                return assessed.findings().stream()
                        .anyMatch(finding -> finding.criterion().equals(never.criterion())
                                && finding.verdict().name().equals(never.value()));
            }
            Outcome outcome = assessed.outcome();
            String particular = never.particular();
            return particular == null
                    ? outcome.overall().equals(never.value())
                    : holds(
                            JSON.valueToTree(outcome.particulars()),
                            particular.substring(1).split("/"),
                            0,
                            never.value());
        }

        private static boolean holds(JsonNode node, String[] path, int at, String value) {
            if (at == path.length) {
                return value.equals(node.asString(""));
            }
            if (!path[at].equals("*")) {
                return holds(node.path(path[at]), path, at + 1, value);
            }
            for (JsonNode child : node) {
                if (holds(child, path, at + 1, value)) {
                    return true;
                }
            }
            return false;
        }
    }
}

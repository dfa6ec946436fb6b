package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * That any criterion of another decision finds something, for a request to it that is made of this one. What the
 * findings rest on is told by where it stands in this request.
 */
public final class Findings {

    private static final String ADDED = "/-/";

    /**
     * What is put in the request to the other decision.
     *
     * @param target a field, as {@code /contract}, or a field of the one element of a list, as {@code /products/-/code}
     */
    private record Given(
            String target, @Nullable String text, @Nullable Path path) {}

    private final String decision;
    private final List<Given> givens;

    Findings(String decision) {
        this(decision, List.of());
    }

    private Findings(String decision, List<Given> givens) {
        this.decision = decision;
        this.givens = givens;
    }

    /** The other request holds this text, whether or not its schema lists it. */
    public Findings given(String target, String text) {
        return and(new Given(target, text, null));
    }

    /** The other request holds what a field of this one holds. */
    public Findings given(String target, FieldWord<?> field) {
        return and(new Given(target, null, field.path()));
    }

    private Findings and(Given given) {
        List<Given> more = new ArrayList<>(givens);
        more.add(given);
        return new Findings(decision, more);
    }

    /** One of them has this verdict; open as long as one of the others could still have it. */
    public Condition is(String verdict) {
        return new Found(this, Verdict.valueOf(verdict));
    }

    /** What was found, with the request that it was found of. */
    record Answer(Element request, List<Judged> findings) {}

    private Answer answer(Scope scope) {
        return scope.file().answer(decision + givens(), () -> {
            Element request = request(scope);
            return new Answer(request, scope.file().others().judge(decision, request));
        });
    }

    private List<String> givens() {
        return givens.stream()
                .map(given -> given.target() + "="
                        + (given.path() == null ? given.text() : given.path().text()))
                .toList();
    }

    private Element request(Scope scope) {
        Shape schema = scope.file().others().schema(decision);
        Element request = new Element(schema, null, "");
        request.set(schema.require("asOf"), scope.day());
        for (Given given : givens) {
            String[] parts = given.target().substring(1).split("/");
            Field field = schema.require(parts[0]);
            if (given.target().contains(ADDED)) {
                Element[] listed = request.list(field);
                Element element = listed.length > 0 ? listed[0] : request.append(field);
                element.set(element.shape().require(parts[2]), value(given, scope));
            } else if (value(given, scope) instanceof Element object) {
                request.set(field, object.copy(request));
            } else {
                request.set(field, value(given, scope));
            }
        }
        return request;
    }

    private static @Nullable Object value(Given given, Scope scope) {
        return given.path() == null ? given.text() : given.path().leaf(scope).value();
    }

    /** Where a leaf of the other request stands in this one; null for what is given as a text. */
    private @Nullable Leaf here(Leaf leaf, Scope scope) {
        Element request = scope.file().request();
        String pointer = leaf.pointer();
        for (Given given : givens) {
            String target = given.target().replace(ADDED, "/0/");
            if (given.path() == null && pointer.equals(target)) {
                return null;
            }
            if (given.path() != null && pointer.equals(target)) {
                return given.path().leaf(scope);
            }
        }
        return request.at(pointer);
    }

    /** The first given object that is not known; then nothing can be found yet. */
    private @Nullable Leaf unknown(Scope scope) {
        for (Given given : givens) {
            Leaf leaf = given.path() == null ? null : given.path().leaf(scope);
            if (leaf != null && leaf.isUnknown()) {
                return leaf;
            }
        }
        return null;
    }

    private void bind(Binding binding) {
        RuleBook book = binding.book();
        Policy other = book.policies().get(decision);
        if (other == null) {
            binding.problem("there is no decision " + decision + "; there are "
                    + book.policies().keySet());
            return;
        }
        for (Given given : givens) {
            if (given.path() != null) {
                given.path().bind(binding);
            }
            String[] parts = given.target().substring(1).split("/");
            Field field = other.schema().field(parts[0]);
            Field target =
                    field != null && parts.length == 3 ? field.requireItem().field(parts[2]) : field;
            if (target == null) {
                binding.problem("\"" + given.target() + "\" is not in the request of " + decision);
            } else if (given.path() != null && given.path().isBound()) {
                same(target, given.path().field(), given.target(), binding);
            }
        }
        TreeMap<String, Object> tables = new TreeMap<>();
        book.tables().values().stream()
                .filter(table -> table.decision().equals(decision))
                .forEach(table -> tables.put(table.id(), table.rows()));
        binding.reads(decision, List.of(other.rules(), other.parameters(), tables));
    }

    /** An object is taken over as it is, so both have the same fields in the same places. */
    private static void same(Field target, Field source, String place, Binding binding) {
        boolean alike = target.type() == source.type()
                && (target.item() == null) == (source.item() == null)
                && (target.item() == null
                        || target.item().fields().size()
                                == source.requireItem().fields().size());
        if (!alike) {
            binding.problem("\"" + place + "\" is not what is put there");
            return;
        }
        if (target.item() != null) {
            List<Field> fields = target.item().fields();
            for (int i = 0; i < fields.size(); i++) {
                Field other = source.requireItem().fields().get(i);
                if (!fields.get(i).name().equals(other.name())) {
                    binding.problem("\"" + place + "/" + fields.get(i).name() + "\" has another place there");
                    return;
                }
                same(fields.get(i), other, place + "/" + fields.get(i).name(), binding);
            }
        }
    }

    /** That one of them has a verdict. */
    private static final class Found extends Condition {

        private final Findings findings;
        private final Verdict wanted;

        Found(Findings findings, Verdict wanted) {
            this.findings = findings;
            this.wanted = wanted;
        }

        @Override
        void bind(Binding binding) {
            findings.bind(binding);
        }

        @Override
        Why why(Scope scope) {
            Leaf unknown = findings.unknown(scope);
            if (unknown != null) {
                return Why.of(Truth.UNKNOWN, unknown);
            }
            List<Judged> all = findings.answer(scope).findings();
            List<Judged> hits = of(all, wanted);
            if (!hits.isEmpty()) {
                return Why.from(Truth.TRUE, new Rests(Truth.TRUE, findings, scope, hits));
            }
            List<Judged> open = of(all, Verdict.UNDETERMINED);
            Truth truth = open.isEmpty() ? Truth.FALSE : Truth.UNKNOWN;
            return Why.from(truth, new Rests(truth, findings, scope, open.isEmpty() ? all : open));
        }

        private static List<Judged> of(List<Judged> findings, Verdict verdict) {
            return findings.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .toList();
        }

        @Override
        void turningDays(Scope scope, Set<LocalDate> days) {
            if (findings.unknown(scope) == null) {
                Answer answer = findings.answer(scope);
                answer.findings()
                        .forEach(finding ->
                                scope.file().others().turningDays(findings.decision, answer.request(), finding, days));
            }
        }

        @Override
        List<Plan> plans(Scope scope, boolean hold) {
            if (why(scope).truth() == Truth.of(hold)) {
                return List.of(Plan.NOTHING);
            }
            if (hold || findings.unknown(scope) != null) {
                return List.of();
            }
            Answer answer = findings.answer(scope);
            List<List<Plan>> ways = new ArrayList<>();
            for (Judged finding : answer.findings()) {
                if (finding.verdict() == wanted || finding.verdict() == Verdict.UNDETERMINED) {
                    ways.add(scope.file().others().plans(findings.decision, answer.request(), finding));
                }
            }
            return Plan.together(ways);
        }

        @Override
        void survey(Survey survey) {
            survey.table(findings.decision + "/criteria");
            for (Given given : findings.givens) {
                if (given.path() != null) {
                    Survey.Place place = given.path().place(survey);
                    survey.add(new Survey.Quantified(
                            new Survey.Place(place.pointer() + "/*", place.field()), survey.within()));
                }
            }
        }
    }

    /** What findings of another decision rest on, told by where it stands in this request. */
    private static final class Rests extends Why {

        private final Findings findings;
        private final Scope scope;
        private final List<Judged> judged;

        Rests(Truth truth, Findings findings, Scope scope, List<Judged> judged) {
            super(truth, null, null, null);
            this.findings = findings;
            this.scope = scope;
            this.judged = judged;
        }

        @Override
        public void cite(Citations citations) {
            for (Judged finding : judged) {
                for (Leaf fact : finding.citations().facts()) {
                    Leaf here = findings.here(fact, scope);
                    if (here != null) {
                        citations.add(here);
                    }
                }
                finding.citations().norms().forEach(citations::add);
            }
        }

        @Override
        public void missing(Set<String> pointers, Set<String> norms) {
            for (Judged finding : judged) {
                finding.missing().facts().stream()
                        .filter(pointer -> findings.givens.stream()
                                .anyMatch(given -> given.path() != null && pointer.startsWith(given.target() + "/")))
                        .forEach(pointers::add);
                norms.addAll(finding.missing().norms());
            }
        }

        @Override
        public void found(Set<String> criteria) {
            judged.stream()
                    .filter(finding -> finding.verdict() != Verdict.NOT_APPLICABLE)
                    .map(Judged::criterion)
                    .forEach(criteria::add);
        }
    }
}

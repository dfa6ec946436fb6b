package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.algebra.CaseFile;
import nl.inkoopkompas.decision.algebra.Citations;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.algebra.StatedRows;
import nl.inkoopkompas.decision.algebra.StatedRows.Said;
import nl.inkoopkompas.decision.algebra.StatedRows.Stated;
import nl.inkoopkompas.decision.algebra.Why;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;

/** A request under a rule book: what a type of decision makes an outcome from, besides the findings. */
public final class Case {

    private final Element request;
    private final RuleBook ruleBook;
    private final Criteria criteria;
    private final CaseFile file;

    Case(Element request, RuleBook ruleBook, Criteria criteria) {
        this.request = request;
        this.ruleBook = ruleBook;
        this.criteria = criteria;
        this.file = criteria.open(request);
    }

    /** Another request under the same book. */
    public Case with(Element other) {
        return new Case(other, ruleBook, criteria);
    }

    public Element request() {
        return request;
    }

    public RuleBook ruleBook() {
        return ruleBook;
    }

    /** A table of which the rows state conditions. */
    public StatedRows rows(String table) {
        return criteria.drawing().rows(table);
    }

    /** What each row of such a table says of the request. */
    public List<Said> said(String table) {
        return criteria.drawing().rows(table).in(file);
    }

    /** What one row says of the request. */
    public Said said(Stated row) {
        return StatedRows.in(file, row);
    }

    /** The day that it is judged on. */
    public LocalDate asOf() {
        return (LocalDate)
                Objects.requireNonNull(request.get(request.shape().require("asOf")), "A request has a reference date");
    }

    /** A parameter as it holds on the reference date; where it changes with time, that day is cited with it. */
    public Norm norm(String key, Citations citations) {
        Parameter parameter =
                ruleBook.parameter(key).orElseThrow(() -> new IllegalStateException("There is no parameter " + key));
        if (parameter.values().size() > 1) {
            citations.add(new Leaf(request, request.shape().require("asOf").slot()));
        }
        Norm norm = Norm.of(parameter, asOf());
        citations.add(norm);
        return norm;
    }

    /** The ids of the criteria that rules speak for. */
    public Set<String> criteria() {
        return criteria.ids();
    }

    /** Those of some criteria that read the field at a pointer, or something in it. */
    public Set<String> reading(String pointer, Set<String> some) {
        return criteria.drawing().reading(criteria, pointer, some);
    }

    /** What a shortcoming on a criterion does, as the criteria table says. */
    public String effect(String criterion) {
        return criteria.standing(criterion, request).effect();
    }

    /** The verdicts of a criterion on all that it judges, without what they rest on. */
    public Set<Verdict> verdicts(String criterion) {
        return criteria.verdicts(criterion, file, request);
    }

    /** Values on each side of what the criteria ask of the field at a pointer. */
    public List<Object> boundaries(String pointer) {
        return criteria.drawing().boundaries(criteria, pointer);
    }

    /** A finding on a criterion that the criteria table says is drawn from the others. */
    public Judged drawn(
            String criterion,
            Element subject,
            Verdict verdict,
            Citations citations,
            List<Why> because,
            List<String> interpretations) {
        return criteria.drawing().finding(criterion, subject, verdict, citations, because, interpretations);
    }
}

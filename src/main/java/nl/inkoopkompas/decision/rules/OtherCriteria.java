package nl.inkoopkompas.decision.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Declaration;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.OtherDecisions;
import nl.inkoopkompas.decision.algebra.Plan;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;

/** The criteria of other decisions in the same book. */
record OtherCriteria(RuleBook book, Function<String, Criteria> criteria) implements OtherDecisions {

    @Override
    public Shape schema(String decision) {
        return book.policy(decision).schema();
    }

    @Override
    public List<Judged> judge(String decision, Element request) {
        return criteria.apply(decision).judge(request);
    }

    @Override
    public List<Plan> plans(String decision, Element request, Judged finding) {
        Criteria other = criteria.apply(decision);
        Declaration declaration = other.declaration(finding.criterion());
        List<Plan> plans = new ArrayList<>();
        other.whenMet(finding.criterion())
                .forEach(wanted -> plans.addAll(declaration.plans(other.open(request), finding.subject(), wanted)));
        return Plan.best(plans);
    }

    @Override
    public void turningDays(String decision, Element request, Judged finding, Set<LocalDate> days) {
        Criteria other = criteria.apply(decision);
        if (finding.verdict() != Verdict.NOT_APPLICABLE) {
            days.addAll(other.declaration(finding.criterion()).turningDays(other.open(request), finding.subject()));
        }
    }
}

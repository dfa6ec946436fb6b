package nl.inkoopkompas.lab.domain;

import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.RuleBook;

/** The rules of a criterion as a rule book has them. */
public record BookRules(RuleBook book, Criteria criteria, String criterion) implements Rules {

    @Override
    public Survey survey() {
        return criteria.survey(criterion);
    }

    @Override
    public Set<Verdict> verdicts(Element request, Element subject) {
        return criteria.verdicts(criterion, request, subject);
    }

    @Override
    public List<Tally> tally(Element request, Element subject, Leaf list) {
        return criteria.tally(criterion, request, subject, list);
    }
}

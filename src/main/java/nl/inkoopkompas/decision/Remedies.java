package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import nl.inkoopkompas.decision.Finding.Change;
import nl.inkoopkompas.decision.algebra.Declaration;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.Plan;
import nl.inkoopkompas.decision.algebra.Plan.Step;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * What would help, worked out from the conditions of a criterion; knows no criterion. Plans are read off the conditions
 * and each is tried on a changed request, so that what is offered really helps.
 */
final class Remedies {

    /** What would help, without a text. */
    record Help(List<Change> change, @Nullable LocalDate metFrom) {}

    private final Criteria criteria;
    private final Element request;

    /** The request on another day; a copy of all of it, so that one serves all findings. */
    private @Nullable Element onAnotherDay;

    Remedies(Criteria criteria, Element request) {
        this.criteria = criteria;
        this.request = request;
    }

    Help of(Judged finding) {
        if (!criteria.ids().contains(finding.criterion())) {
            return new Help(List.of(), null);
        }
        boolean known = finding.verdict() == Verdict.NOT_MET || finding.verdict() == Verdict.JUDGEMENT;
        return new Help(known ? change(finding) : List.of(), metFrom(finding));
    }

    /** The first day on which time alone makes it MET: only the days on which a date or a norm can turn are tried. */
    private @Nullable LocalDate metFrom(Judged finding) {
        Field asOf = request.shape().require("asOf");
        if (!(request.get(asOf) instanceof LocalDate day)
                || !finding.citations().cites(new Leaf(request, asOf.slot()))) {
            return null;
        }
        Declaration declaration = criteria.declaration(finding.criterion());
        SortedSet<LocalDate> days = declaration.turningDays(criteria.open(request), finding.subject());
        SortedSet<LocalDate> ahead = days.tailSet(day.plusDays(1));
        if (ahead.isEmpty()) {
            return null;
        }
        Element later = onAnotherDay == null ? request.copy(null) : onAnotherDay;
        onAnotherDay = later;
        for (LocalDate turn : ahead) {
            later.set(asOf, turn);
            if (isMet(later, finding)) {
                return turn;
            }
        }
        return null;
    }

    private boolean isMet(Element changed, Judged finding) {
        return criteria.isMet(changed, finding.criterion(), finding.subjectPointer());
    }

    /**
     * The fewest entries, then the nearest values, of what is still in the applicant's hands, that alone make it MET.
     */
    private List<Change> change(Judged finding) {
        Declaration declaration = criteria.declaration(finding.criterion());
        List<Plan> plans = new ArrayList<>();
        for (Map<String, Truth> wanted : criteria.whenMet(finding.criterion())) {
            plans.addAll(declaration.plans(criteria.open(request), finding.subject(), wanted));
        }
        for (Plan plan : Plan.best(plans)) {
            if (plan.steps().isEmpty()) {
                continue;
            }
            Element changed = request.copy(null);
            if (plan.steps().stream().allMatch(step -> apply(step, changed)) && isMet(changed, finding)) {
                return plan.steps().stream().map(Remedies::change).toList();
            }
        }
        return List.of();
    }

    private static boolean apply(Step step, Element changed) {
        Leaf leaf = changed.at(step.leaf().pointer());
        if (leaf == null) {
            return false;
        }
        if (step.added() == null) {
            leaf.owner().set(leaf.field(), step.value());
        } else {
            Element added = leaf.owner().append(leaf.field());
            step.added().forEach(added::set);
        }
        return true;
    }

    private static Change change(Step step) {
        if (step.added() == null) {
            return new Change(step.leaf().pointer(), Values.json(step.leaf().value()), Values.json(step.value()));
        }
        Map<String, Object> added = new LinkedHashMap<>();
        step.added().forEach((field, value) -> added.put(field.name(), value));
        Object to = added.size() == 1 && added.containsKey("") ? added.get("") : added;
        return new Change(step.leaf().pointer() + "/-", null, to);
    }
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A condition of a criterion: an expression, built once when a rule book is read, that says of any case why it holds,
 * fails or is open.
 */
public abstract class Condition {

    private int index = -1;

    /** Its place among the conditions of its criterion. */
    int index() {
        return index;
    }

    void number(int index) {
        this.index = index;
    }

    abstract Why why(Scope scope);

    /** Looks up every path, norm and row that it names; what is wrong goes to the binding. */
    abstract void bind(Binding binding);

    /** The conditions that it is made of. */
    List<Condition> parts() {
        return List.of();
    }

    /**
     * Adds the days after which its truth may differ because time passes or a norm changes.
     *
     * @param until the last year worth looking at
     */
    void turningDays(Scope scope, Set<LocalDate> days) {
        parts().forEach(part -> part.turningDays(scope, days));
    }

    /** The ways in which it could be made to hold or to fail by changing what the applicant can still change. */
    abstract List<Plan> plans(Scope scope, boolean wanted);

    /** Tells what it reads. */
    void survey(Survey survey) {
        parts().forEach(part -> part.survey(survey));
    }

    /** Adds what the elements of a list come to, wherever it asks for them. */
    void tally(Scope scope, Leaf list, List<Tally> tallies) {
        parts().forEach(part -> part.tally(scope, list, tallies));
    }

    /** Whether no fact plays a part, only norms. */
    boolean restsOnNormsAlone() {
        return false;
    }

    /** Both hold. */
    public Condition and(Condition other) {
        return new Junction(true, this, other);
    }

    /** At least one of them holds. */
    public Condition or(Condition other) {
        return new Junction(false, this, other);
    }
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.rulebook.Shape;

/** The criteria of other decisions in the same rule book, for a criterion that rests on what they find. */
public interface OtherDecisions {

    /** What a request to another decision looks like. */
    Shape schema(String decision);

    /** What the criteria of another decision find of a request to it. */
    List<Judged> judge(String decision, Element request);

    /** The ways in which a finding of theirs could be made MET by what the applicant can still change. */
    List<Plan> plans(String decision, Element request, Judged finding);

    /** Adds the days after which one of their findings may differ because time passes. */
    void turningDays(String decision, Element request, Judged finding, Set<LocalDate> days);
}

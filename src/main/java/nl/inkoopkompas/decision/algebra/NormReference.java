package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a criterion names a norm; found when the rule book is read. */
public abstract class NormReference {

    /** The norm as it holds for a case; its value is null where nobody has set it. */
    abstract Norm norm(Scope scope);

    /** The fact that picks the norm, such as the code of the product or the reference date; null where none does. */
    abstract @Nullable Leaf pickedBy(Scope scope);

    abstract void bind(Binding binding);

    /** Every value that it can have in this book. */
    abstract List<Object> values();

    /** The days from which another value holds. */
    void turningDays(Set<LocalDate> days) {}

    /** Tells what picks it. */
    abstract void survey(Survey survey);

    /** Whether no fact picks it. */
    abstract boolean isFixed();

    /** Holds when the norm has this value; for a parameter of type option, and for a cell of an option column. */
    public Condition is(String option) {
        return new NormTest(this, option);
    }
}

package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a norm has a value: a switch that policy turns, a reading, or whether it is set at all. */
final class NormTest extends Condition {

    private final NormReference norm;
    private final @Nullable Object expected;

    /** @param expected the value to have; null asks whether there is any value */
    NormTest(NormReference norm, @Nullable Object expected) {
        this.norm = norm;
        this.expected = expected;
    }

    @Override
    Why why(Scope scope) {
        Norm found = norm.norm(scope);
        Object value = found.value();
        Truth truth;
        if (expected == null) {
            truth = Truth.of(value != null);
        } else {
            truth = value == null ? Truth.UNKNOWN : Truth.of(value.equals(expected));
        }
        return Why.of(truth, norm.pickedBy(scope), null, found);
    }

    @Override
    void bind(Binding binding) {
        norm.bind(binding);
        if (expected == null) {
            return;
        }
        for (Object value : norm.values()) {
            if (value.getClass() != expected.getClass()) {
                binding.problem("a norm that can be " + value + " is compared with " + expected);
                return;
            }
        }
        if (expected instanceof String option && !binding.options(norm).contains(option)) {
            binding.problem("a norm is compared with " + option + "; it is one of " + binding.options(norm));
        }
    }

    @Override
    void survey(Survey survey) {
        norm.survey(survey);
    }

    @Override
    void turningDays(Scope scope, Set<LocalDate> days) {
        norm.turningDays(days);
    }

    @Override
    List<Plan> plans(Scope scope, boolean wanted) {
        return why(scope).truth() == Truth.of(wanted) ? List.of(Plan.NOTHING) : List.of();
    }

    @Override
    boolean restsOnNormsAlone() {
        return norm.isFixed();
    }
}

package nl.inkoopkompas.transition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The indications of one old product in one situation, with every scenario tested.
 *
 * @param chosen the scenario that holds: the choice by hand, or else what is proposed
 * @param proposed the possible scenario with the highest score; null where none is possible
 */
public record Group(
        String product,
        int situation,
        int indications,
        List<Tested> scenarios,
        @Nullable Scenario chosen,
        @Nullable Scenario proposed) {

    /**
     * A scenario as it was tested.
     *
     * @param score the weighted mean, from 0 to 10; null where it does not belong to the situation or a norm is not set
     * @param blockedBy the criteria that it fails on
     */
    public record Tested(
            Scenario scenario,
            boolean possible,
            @Nullable BigDecimal score,
            List<String> blockedBy,
            List<Interest> interests) {}

    /** How a scenario serves an interest. */
    public record Interest(
            String interest, @Nullable Long score, @Nullable Long weight) {}

    /** The chosen scenario, where it is possible. */
    @Nullable
    Scenario planned() {
        return chosen != null && tested(chosen).possible() ? chosen : null;
    }

    /** Whether a person chose what is not possible. */
    boolean isBlocked() {
        return chosen != null && !tested(chosen).possible();
    }

    /** How a scenario was tested. */
    public Tested tested(Scenario scenario) {
        return scenarios.get(scenario.ordinal());
    }
}

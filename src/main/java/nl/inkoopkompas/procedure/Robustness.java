package nl.inkoopkompas.procedure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an outcome stands when every weight moves by a share, each on its own and all at once. Each trade-off counts
 * for one procedure, so the worst and the best of every procedure can happen together.
 */
final class Robustness {

    private Robustness() {}

    static boolean holds(Weighing weighing, Blocks blocks, Choice choice, long margin, BigDecimal sway) {
        if (blocks.defers()) {
            return true;
        }
        List<Procedure> possible =
                Arrays.stream(Procedure.values()).filter(blocks::isPossible).toList();
        BigDecimal[] low = bounds(weighing, sway.negate());
        BigDecimal[] high = bounds(weighing, sway);
        if (choice.chosen()) {
            return leads(choice.best(), possible, low, high, margin);
        }
        return possible.stream().noneMatch(other -> leads(other, possible, high, low, margin));
    }

    /** Whether a procedure is clearly ahead, with its own score from one bound and all others from the other. */
    private static boolean leads(
            Procedure ahead, List<Procedure> possible, BigDecimal[] own, BigDecimal[] others, long margin) {
        return possible.stream()
                .filter(other -> other != ahead)
                .allMatch(other ->
                        own[ahead.ordinal()].subtract(others[other.ordinal()]).compareTo(BigDecimal.valueOf(margin))
                                > 0);
    }

    private static BigDecimal[] bounds(Weighing weighing, BigDecimal sway) {
        BigDecimal[] bounds = new BigDecimal[Procedure.values().length];
        Arrays.fill(bounds, BigDecimal.ZERO);
        for (Procedure procedure : Procedure.values()) {
            for (TradeOff row : weighing.of(procedure)) {
                BigDecimal weight = BigDecimal.valueOf(row.weight());
                bounds[procedure.ordinal()] =
                        bounds[procedure.ordinal()].add(weight).add(weight.abs().multiply(sway));
            }
        }
        return bounds;
    }
}

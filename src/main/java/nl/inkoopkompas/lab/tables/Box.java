package nl.inkoopkompas.lab.tables;

import org.jspecify.annotations.Nullable;

/** A block of parts: in every dimension the parts from {@code low} up to, but not including, {@code high}. */
record Box(int[] low, int[] high) {

    /** What two blocks have in common; null for nothing. */
    @Nullable
    Box and(Box other) {
        int[] lower = new int[low.length];
        int[] upper = new int[low.length];
        for (int i = 0; i < low.length; i++) {
            lower[i] = Math.max(low[i], other.low[i]);
            upper[i] = Math.min(high[i], other.high[i]);
            if (lower[i] >= upper[i]) {
                return null;
            }
        }
        return new Box(lower, upper);
    }

    boolean isEmpty() {
        for (int i = 0; i < low.length; i++) {
            if (low[i] >= high[i]) {
                return true;
            }
        }
        return false;
    }

    /** In how many dimensions this block leaves out parts of another; -1 where they have nothing in common. */
    int cuts(Box other) {
        int cuts = 0;
        for (int i = 0; i < low.length; i++) {
            if (low[i] >= other.high[i] || high[i] <= other.low[i]) {
                return -1;
            }
            if (cuts(other, i)) {
                cuts++;
            }
        }
        return cuts;
    }

    /** Whether this block leaves out parts of another in one dimension. */
    boolean cuts(Box other, int dimension) {
        return low[dimension] > other.low[dimension] || high[dimension] < other.high[dimension];
    }

    /** The same block with other bounds in one dimension. */
    Box with(int dimension, int lower, int upper) {
        int[] lowers = low.clone();
        int[] uppers = high.clone();
        lowers[dimension] = lower;
        uppers[dimension] = upper;
        return new Box(lowers, uppers);
    }
}

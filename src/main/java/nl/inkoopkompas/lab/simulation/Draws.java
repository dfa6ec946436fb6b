package nl.inkoopkompas.lab.simulation;

/** Numbers that look random and are the same for the same seed and case, on every machine and for ever (SplitMix64). */
final class Draws {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed, long number) {
        state = mixed(mixed(seed * STEP + 1) ^ (number * STEP + STEP));
    }

    private long next() {
        state += STEP;
        return mixed(state);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From zero to the bound, which is not reached. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Both ends can come up. */
    long between(long least, long most) {
        long span = most - least + 1;
        return span <= Integer.MAX_VALUE ? least + below((int) span) : least + Math.floorMod(next(), span);
    }
}

package nl.inkoopkompas.procedure;

import org.jspecify.annotations.Nullable;

/**
 * Which procedure comes out best, and whether it is chosen.
 *
 * @param best the possible procedure with the highest score; the first of equals
 * @param lead how far it is ahead of the next; null where no other is possible
 * @param chosen whether nothing defers the choice and the lead is clear
 */
record Choice(Procedure best, @Nullable Long lead, boolean chosen) {

    /** @param margin null where nobody has set it: then nothing is chosen */
    static Choice of(long[] scores, Blocks blocks, @Nullable Long margin) {
        Procedure best = null;
        Long lead = null;
        for (Procedure procedure : Procedure.values()) {
            if (!blocks.isPossible(procedure)) {
                continue;
            }
            if (best == null) {
                best = procedure;
            } else if (scores[procedure.ordinal()] > scores[best.ordinal()]) {
                lead = scores[procedure.ordinal()] - scores[best.ordinal()];
                best = procedure;
            } else {
                long behind = scores[best.ordinal()] - scores[procedure.ordinal()];
                lead = lead == null ? behind : Math.min(lead, behind);
            }
        }
        if (best == null) {
            return new Choice(Procedure.SAS, null, false);
        }
        boolean clear = margin != null && (lead == null || lead > margin);
        return new Choice(best, lead, clear && !blocks.defers());
    }

    String outcome() {
        return chosen ? best.name() : Procedure.UNDECIDED;
    }
}

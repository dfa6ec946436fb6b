package nl.inkoopkompas.lab.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What of a block no other block covers. The block is split where the others are cut off, and a part is followed no
 * further once one block covers it whole or none touches it: never the product of all dimensions.
 */
final class Uncovered {

    /** More parts than any table that a person can read has; beyond it the answer is that it was not looked at. */
    static final int MOST_PARTS = 3_000_000;

    /** A table has too many parts to be looked at. */
    static final class TooManyParts extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private record Part(Box box, List<Box> covers) {}

    private final Deque<Part> open = new ArrayDeque<>();
    private final List<Box> found = new ArrayList<>();
    private int parts;

    private Uncovered() {}

    /** The parts of a block that none of the others covers, without overlap between them. */
    static List<Box> of(Box box, List<Box> covers) {
        Uncovered search = new Uncovered();
        search.run(box, covers, false);
        return search.found;
    }

    /** Whether the others together cover a block. */
    static boolean isNone(Box box, List<Box> covers) {
        Uncovered search = new Uncovered();
        search.run(box, covers, true);
        return search.found.isEmpty();
    }

    private void run(Box box, List<Box> covers, boolean first) {
        if (box.isEmpty()) {
            return;
        }
        open.push(new Part(box, covers));
        while (!open.isEmpty() && !(first && !found.isEmpty())) {
            if (++parts > MOST_PARTS) {
                throw new TooManyParts();
            }
            look(open.pop());
        }
    }

    private void look(Part part) {
        Box box = part.box();
        List<Box> touching = new ArrayList<>(part.covers().size());
        Box nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (Box cover : part.covers()) {
            int cuts = cover.cuts(box);
            if (cuts == 0) {
                return;
            }
            if (cuts > 0) {
                touching.add(cover);
                if (cuts < fewest) {
                    fewest = cuts;
                    nearest = cover;
                }
            }
        }
        if (nearest == null) {
            found.add(box);
        } else if (fewest == 1) {
            split(box, touching, nearest);
        } else {
            halve(box, touching);
        }
    }

    /** Off with the part of a block that only one dimension keeps from covering all. */
    private void split(Box box, List<Box> touching, Box cover) {
        for (int i = 0; i < box.low().length; i++) {
            if (cover.cuts(box, i)) {
                int low = Math.max(box.low()[i], cover.low()[i]);
                int high = Math.min(box.high()[i], cover.high()[i]);
                if (low > box.low()[i]) {
                    open.push(new Part(box.with(i, box.low()[i], low), touching));
                }
                if (high < box.high()[i]) {
                    open.push(new Part(box.with(i, high, box.high()[i]), touching));
                }
                return;
            }
        }
    }

    /** Through the middle of the cuts of the dimension that has most of them. */
    private void halve(Box box, List<Box> touching) {
        int dimension = -1;
        int[] cuts = {};
        for (int i = 0; i < box.low().length; i++) {
            int[] here = cuts(box, touching, i);
            if (here.length > cuts.length) {
                dimension = i;
                cuts = here;
            }
        }
        int middle = cuts[cuts.length / 2];
        open.push(new Part(box.with(dimension, box.low()[dimension], middle), touching));
        open.push(new Part(box.with(dimension, middle, box.high()[dimension]), touching));
    }

    private static int[] cuts(Box box, List<Box> touching, int dimension) {
        int[] cuts = new int[2 * touching.size()];
        int count = 0;
        for (Box cover : touching) {
            if (cover.low()[dimension] > box.low()[dimension]) {
                cuts[count++] = cover.low()[dimension];
            }
            if (cover.high()[dimension] < box.high()[dimension]) {
                cuts[count++] = cover.high()[dimension];
            }
        }
        int[] sorted = Arrays.copyOf(cuts, count);
        Arrays.sort(sorted);
        return sorted;
    }
}

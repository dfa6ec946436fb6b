package nl.inkoopkompas.lab.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of a field are spread: branches, each with a weight. A list is drawn as its length. */
final class Distribution {

    /** One way to come to a value; null is unknown. */
    interface Branch {
        @Nullable
        Object draw(Making making);
    }

    private final Branch[] branches;
    private final int[] upTo;

    Distribution(List<Branch> branches, List<Integer> weights) {
        this.branches = branches.toArray(Branch[]::new);
        this.upTo = new int[this.branches.length];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weights.get(i);
            upTo[i] = sum;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("The weights of a distribution add up to more than zero");
        }
    }

    static Distribution of(Branch only) {
        return new Distribution(List.of(only), List.of(1));
    }

    @Nullable
    Object draw(Making making) {
        int drawn = upTo.length == 1 ? 0 : making.draws.below(upTo[upTo.length - 1]);
        int at = 0;
        while (drawn >= upTo[at]) {
            at++;
        }
        return branches[at].draw(making);
    }
}

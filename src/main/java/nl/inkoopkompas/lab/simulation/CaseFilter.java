package nl.inkoopkompas.lab.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which flipped cases to list; null leaves all.
 *
 * @param edits numbers of changes that cases are counted under together
 */
public record CaseFilter(
        @Nullable String from,
        @Nullable String to,
        @Nullable List<Integer> edits,
        @Nullable String criterion,
        @Nullable String contract,
        @Nullable String product) {

    public static CaseFilter all() {
        return new CaseFilter(null, null, null, null, null, null);
    }

    boolean lets(Flip flip) {
        return (from == null || from.equals(flip.from()))
                && (to == null || to.equals(flip.to()))
                && (edits == null || edits.equals(flip.edits()))
                && (criterion == null || flip.criteria().contains(criterion))
                && (contract == null || contract.equals(flip.contract()))
                && (product == null
                        || flip.parts().stream().anyMatch(part -> part.id().equals(product)));
    }
}

package nl.inkoopkompas.lab.comparison;

import java.util.List;
import nl.inkoopkompas.lab.domain.NotAnalysed;
import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of what may never happen.
 *
 * @param invariants those of which it is known
 */
public record InvariantCheck(List<Checked> invariants, List<NotAnalysed> notAnalysed) {

    /**
     * An invariant that holds for every request, or does not for one.
     *
     * @param provenBy the criterion that keeps it from happening; null where it does happen
     * @param counterexample a request for which it does happen; null where it holds
     */
    public record Checked(
            String type,
            String invariant,
            Bilingual text,
            boolean holds,
            @Nullable String provenBy,
            @Nullable ObjectNode counterexample) {}
}

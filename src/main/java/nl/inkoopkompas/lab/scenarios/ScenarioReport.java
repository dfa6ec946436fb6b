package nl.inkoopkompas.lab.scenarios;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the golden cases.
 *
 * @param passed how many came out as they state
 * @param changedByEdit those that came out otherwise, and presuppose a norm that was changed: their author confirms
 * @param failed those that came out otherwise, and presuppose nothing that was changed: they block
 */
public record ScenarioReport(int passed, List<Differing> changedByEdit, List<Differing> failed) {

    /**
     * A golden case that came out otherwise.
     *
     * @param norms what it presupposes that was changed
     * @param besides what else differs: missing facts and norms, days and changes that would help
     */
    public record Differing(
            String type,
            String scenario,
            String name,
            Answer expected,
            Answer got,
            List<String> norms,
            List<String> besides) {}

    /**
     * What is said of a case, as far as the scenario says something of it.
     *
     * @param verdicts by criterion, or by criterion and subject as {@code "admission.experience /products/0"}
     * @param refused why the request cannot be read any more
     */
    public record Answer(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String outcome,

            Map<String, String> verdicts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refused) {}
}

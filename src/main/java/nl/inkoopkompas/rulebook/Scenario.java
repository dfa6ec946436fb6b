package nl.inkoopkompas.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A golden case: it states policy, and the rules follow it.
 *
 * @param norms what it presupposes: parameter keys, {@code <decision>/<table>#<row id>}, or a table for all its rows
 * @param request the request to decide
 * @param context what is read besides it; an empty object where nothing is
 * @param set values of parameters other than the book's, to try another reading
 */
public record Scenario(
        String file,
        String id,
        String name,
        SourceReference source,
        List<String> norms,
        JsonNode request,
        JsonNode context,
        Map<String, JsonNode> set,
        Expectation expect) {

    /**
     * What it expects.
     *
     * @param verdicts by criterion, or by criterion and subject as {@code "admission.experience /products/0"}
     * @param change what has to be changed, by criterion: value by pointer
     */
    public record Expectation(
            @Nullable String outcome,
            Map<String, String> verdicts,
            Map<String, List<String>> missing,
            Map<String, List<String>> missingNorms,
            Map<String, LocalDate> metFrom,
            Map<String, Map<String, JsonNode>> change) {}
}

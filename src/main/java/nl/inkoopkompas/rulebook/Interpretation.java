package nl.inkoopkompas.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where a source can be read in more than one way, and the reading that is applied.
 *
 * @param id X-nn for an ambiguity of the plan, Y-nn for a difference with the national standard
 * @param question what the text leaves open
 * @param readings every reading by its id
 * @param applied id of the reading that runs
 * @param switchedBy key of the parameter that turns it; null where the reading is fixed
 * @param mayChange the role that may turn it
 * @param criteria ids of the criteria that it touches
 */
public record Interpretation(
        String id,
        Bilingual title,
        List<SourceReference> where,
        Bilingual question,
        Map<String, Bilingual> readings,
        String applied,
        @Nullable String switchedBy,
        Bilingual why,
        String mayChange,
        List<String> criteria) {}

package nl.inkoopkompas.rulebook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one decision in one language.
 *
 * @param criteria by criterion id
 * @param generic what is said whatever the criterion
 */
public record Texts(
        Map<String, CriterionTexts> criteria,
        Map<String, OutcomeTexts> outcomes,
        Map<String, String> verdicts,
        Map<String, String> generic,
        Map<String, StepTexts> steps) {

    /** The name of a criterion, and by verdict its reason and what would help. */
    public record CriterionTexts(String name, Map<String, String> verdicts, Map<String, String> remedies) {}

    public record OutcomeTexts(String label, String summary) {}

    /** Who has to do what. */
    public record StepTexts(String actor, String action) {}

    /** A generic text that must be there. */
    public String generic(String id) {
        return require(generic.get(id), id);
    }

    public CriterionTexts criterion(String id) {
        return require(criteria.get(id), id);
    }

    public OutcomeTexts outcome(String id) {
        return require(outcomes.get(id), id);
    }

    public StepTexts step(String id) {
        return require(steps.get(id), id);
    }

    private static <T> T require(@Nullable T text, String id) {
        if (text == null) {
            throw new IllegalArgumentException("There is no text " + id);
        }
        return text;
    }
}

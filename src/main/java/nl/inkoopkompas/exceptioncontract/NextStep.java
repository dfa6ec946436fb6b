package nl.inkoopkompas.exceptioncontract;

import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;

/**
 * The step that a case waits for.
 *
 * @param roles any of these can take it
 * @param dueOn the last day; null where there is no term
 * @param term null for a step that no parameter gives a term to
 */
public record NextStep(
        List<String> roles,
        @Nullable LocalDate dueOn,
        @Nullable Term term) {

    /**
     * Where the term comes from.
     *
     * @param key of the parameter
     * @param days null where it is not set
     * @param source null where there is no value, set or unset, for the day
     * @param example whether it is a figure of this project and not of the source
     */
    public record Term(
            String key, @Nullable Long days, @Nullable SourceReference source, boolean example) {}
}

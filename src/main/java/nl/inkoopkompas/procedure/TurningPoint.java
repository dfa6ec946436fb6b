package nl.inkoopkompas.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A single change that turns the advice.
 *
 * @param pointer the field that changes; null where a norm does
 * @param norm the norm that changes; null where a field does
 * @param outcome what is advised then
 */
record TurningPoint(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pointer,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String norm,

        @Nullable Object from,
        @Nullable Object to,
        String outcome) {}

package nl.inkoopkompas.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy maker says may never happen, whatever the norms are.
 *
 * @param when facts of a request, all of which hold
 */
public record Invariant(String id, Bilingual text, SourceReference source, List<Fact> when, Never never) {

    /** How a fact is put. */
    public enum Kind {
        /** Known, and one of the values. */
        IN,
        /** Known, and the value or more. */
        AT_LEAST,
        /** Known, and the value or less. */
        AT_MOST,
        /** Not known. */
        ABSENT,
        /** A known list without elements. */
        EMPTY,
        /** A known list with an element that meets all. */
        ANY,
        /** A known list without an element that meets all. */
        NONE
    }

    /**
     * A fact.
     *
     * @param pointer of a field of the request; of an element's field where it is inside a list, as {@code /scheme}
     * @param elements what an element meets
     */
    public record Fact(String pointer, Shape.Field field, Kind kind, List<Object> values, List<Fact> elements) {}

    /**
     * What then never follows: an outcome, of all or of a part of the answer, or a verdict.
     *
     * @param criterion null where it is an outcome
     * @param particular pointer into the answer, such as {@code /products/*&#47;outcome}; null for the outcome as a
     *     whole
     * @param value the verdict or outcome
     */
    public record Never(
            @Nullable String criterion, @Nullable String particular, String value) {}
}

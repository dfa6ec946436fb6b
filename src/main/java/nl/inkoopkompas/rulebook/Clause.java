package nl.inkoopkompas.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause of a source, and what of the policy rests on it.
 *
 * @param quote the words that decide, as they stand in the source
 * @param start the first character of the clause in the normalised text of the document
 * @param end the character after its last
 * @param sha256 of the normalised text of the clause
 * @param rules ids of the criteria that it asks for
 */
public record Clause(
        String id,
        SourceReference source,
        String quote,
        int start,
        int end,
        String sha256,
        List<Claim> norms,
        List<String> rules) {

    /** What a clause says of a norm. */
    public enum Direction {
        /** It asks for this much: more is stricter. */
        AT_LEAST,
        /** It allows this much: less is stricter. */
        AT_MOST,
        /** It says this: anything else is something else. */
        EXACTLY,
        /** It asks for a norm and gives no value. */
        NONE
    }

    /**
     * What a clause says of one norm.
     *
     * @param norm key of a parameter, or {@code <table>}, {@code <table>.<column>}, {@code <table>#<row>} or
     *     {@code <table>#<row>.<column>}
     * @param value as it would be written in the policy; null where the clause sets no limit, or gives no value
     */
    public record Claim(
            String norm, Direction direction, @Nullable String value) {}
}

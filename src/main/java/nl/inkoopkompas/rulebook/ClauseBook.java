package nl.inkoopkompas.rulebook;

import java.util.List;
import java.util.Map;

/**
 * The clauses of the sources that the policy rests on.
 *
 * @param documents by id, what is known of the text of each source
 * @param explained why norms and clauses stand by themselves
 */
public record ClauseBook(Map<String, Document> documents, Map<String, Clause> clauses, List<Explained> explained) {

    /** What the clauses of a book without them say. */
    public static final ClauseBook EMPTY = new ClauseBook(Map.of(), Map.of(), List.of());

    /**
     * The text of a source, by its hash.
     *
     * @param characters how long the normalised text is
     */
    public record Document(String id, int characters, String sha256) {}

    /**
     * Why something stands by itself.
     *
     * @param what norms, as in {@link Clause.Claim}, criteria or clauses
     */
    public record Explained(List<String> what, Bilingual why) {}
}

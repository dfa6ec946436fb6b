package nl.inkoopkompas.lab.clauses;

import java.time.Instant;
import java.util.List;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Clause;
import org.jspecify.annotations.Nullable;

/**
 * Something between the policy and the text that it rests on that has to be explained.
 *
 * @param id names what is found with the values in it: other values are another finding
 * @param subject the norm, criterion or clause
 * @param rows ids of the rows of a table that it is about; empty else
 * @param clause id of the clause; null where there is none
 * @param value the value of the policy; null where none is set, or it is about no single value
 * @param text the value that the clause gives; null where it gives none
 * @param explanation null as long as nobody explained it
 */
public record ClauseFinding(
        String id,
        Kind kind,
        String subject,
        Bilingual label,
        List<String> rows,
        @Nullable String clause,
        @Nullable Quotation quotation,
        @Nullable Object value,
        @Nullable String text,
        Bilingual what,
        @Nullable Explanation explanation) {

    /** What is found. */
    public enum Kind {
        NORM_WITHOUT_CLAUSE,
        RULE_WITHOUT_CLAUSE,
        CLAUSE_WITHOUT_RULE,
        STRICTER,
        OTHER,
        SOURCE_CHANGED
    }

    /** The words of the source that decide. */
    public record Quotation(String words, String document, String section) {

        static Quotation of(Clause clause) {
            return new Quotation(
                    clause.quote(), clause.source().document(), clause.source().section());
        }
    }

    /**
     * Why it is right all the same.
     *
     * @param by who says so; null where the rule book itself does
     */
    public record Explanation(
            Bilingual why, @Nullable String by, @Nullable Instant at) {}

    public boolean isExplained() {
        return explanation != null;
    }

    ClauseFinding with(Explanation given) {
        return new ClauseFinding(id, kind, subject, label, rows, clause, quotation, value, text, what, given);
    }
}

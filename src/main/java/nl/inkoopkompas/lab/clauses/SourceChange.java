package nl.inkoopkompas.lab.clauses;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.rulebook.Clause;
import nl.inkoopkompas.rulebook.ClauseBook;
import nl.inkoopkompas.rulebook.ClauseBook.Document;

/** What became of one clause in a newer text of its source. */
record SourceChange(String clause, Kind kind) {

    /** What became of it. */
    enum Kind {
        /** Word for word the same, at another place. */
        MOVED,
        /** The words that decide still stand there, those around them changed. */
        REWORDED,
        /** The words that decide are gone. */
        GONE
    }

    /** The clauses of a document that another text of it does not hold where they were. */
    static List<SourceChange> in(ClauseBook book, Document document, SourceText text) {
        List<SourceChange> changes = new ArrayList<>();
        if (text.sha256().equals(document.sha256())) {
            return changes;
        }
        for (Clause clause : book.clauses().values()) {
            if (clause.source().document().equals(document.id()) && !text.has(clause)) {
                Kind kind = text.find(clause) >= 0 ? Kind.MOVED : text.quotes(clause) ? Kind.REWORDED : Kind.GONE;
                changes.add(new SourceChange(clause.id(), kind));
            }
        }
        return changes;
    }
}

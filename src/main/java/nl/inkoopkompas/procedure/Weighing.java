package nl.inkoopkompas.procedure;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.decision.Case;
import nl.inkoopkompas.decision.algebra.StatedRows;
import nl.inkoopkompas.decision.algebra.StatedRows.Said;
import nl.inkoopkompas.decision.algebra.Truth;

/**
 * The trade-offs of a case: which of them apply to its profile.
 *
 * @param said what each row says of the case, in the order of the rows
 */
record Weighing(List<TradeOff> rows, List<Said> said) {

    static Weighing of(Case asked) {
        StatedRows table = asked.rows(TradeOff.TABLE);
        List<TradeOff> rows = new ArrayList<>(table.rows().size());
        table.rows().forEach(row -> rows.add(TradeOff.of(table.table(), row)));
        return new Weighing(rows, asked.said(TradeOff.TABLE));
    }

    /** The same rows for a case that differs in what these places hold. */
    Weighing with(Case changed, String pointer) {
        List<Said> other = new ArrayList<>(said);
        for (int i = 0; i < rows.size(); i++) {
            String about = rows.get(i).stated().pointer();
            if (about.equals(pointer) || about.startsWith(pointer + "/")) {
                other.set(i, changed.said(rows.get(i).stated()));
            }
        }
        return new Weighing(rows, other);
    }

    boolean applies(int row) {
        return said.get(row).truth() == Truth.TRUE;
    }

    /** The trade-offs that apply to a procedure. */
    List<TradeOff> of(Procedure procedure) {
        List<TradeOff> applying = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (applies(i) && rows.get(i).procedure() == procedure) {
                applying.add(rows.get(i));
            }
        }
        return applying;
    }

    /** The sum of the weights that apply, by procedure. */
    long[] scores() {
        long[] scores = new long[Procedure.values().length];
        for (int i = 0; i < rows.size(); i++) {
            if (applies(i)) {
                scores[rows.get(i).procedure().ordinal()] += rows.get(i).weight();
            }
        }
        return scores;
    }
}

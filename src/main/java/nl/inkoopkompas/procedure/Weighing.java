package nl.inkoopkompas.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
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

    private static final Map<StatedRows, List<TradeOff>> READ = Collections.synchronizedMap(new WeakHashMap<>());

    static Weighing of(Case asked) {
        List<TradeOff> rows = READ.computeIfAbsent(asked.rows(TradeOff.TABLE), table -> table.rows().stream()
                .map(row -> TradeOff.of(table.table(), row))
                .toList());
        return new Weighing(rows, asked.said(TradeOff.TABLE));
    }

    /** The rows that are about a place, or something in it. */
    int[] about(String pointer) {
        return IntStream.range(0, rows.size())
                .filter(i -> {
                    String about = rows.get(i).stated().pointer();
                    return about.equals(pointer) || about.startsWith(pointer + "/");
                })
                .toArray();
    }

    /** The scores of a case that differs only in what these rows are about. */
    long[] scores(Case changed, int[] about) {
        long[] scores = scores();
        for (int row : about) {
            boolean now = changed.said(rows.get(row).stated()).truth() == Truth.TRUE;
            if (now != applies(row)) {
                scores[rows.get(row).procedure().ordinal()] +=
                        now ? rows.get(row).weight() : -rows.get(row).weight();
            }
        }
        return scores;
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

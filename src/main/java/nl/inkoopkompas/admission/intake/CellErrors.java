package nl.inkoopkompas.admission.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.CellError;

/**
 * The first thousand errors of a file, in the order of its applications whichever thread finds them first, and the
 * number of the others.
 */
final class CellErrors {

    static final int KEPT = 1_000;

    private final TreeMap<Long, CellError> kept = new TreeMap<>();
    private long found;

    /** Adds the errors of one application; an order below 0 is of the file as a whole. */
    synchronized void add(int order, List<CellError> errors) {
        long key = (order + 1L) << 32;
        while (kept.containsKey(key)) {
            key++;
        }
        for (CellError error : errors) {
            found++;
            kept.put(key++, error);
            if (kept.size() > KEPT) {
                kept.pollLastEntry();
            }
        }
    }

    synchronized List<CellError> list() {
        List<CellError> list = new ArrayList<>(kept.values());
        if (found > KEPT) {
            long others = found - KEPT;
            list.add(new CellError(
                    null,
                    null,
                    null,
                    new Bilingual(
                            "Er zijn nog " + others + " fouten. Herstel eerst deze.",
                            "There are " + others + " more errors. Correct these first.")));
        }
        return list;
    }
}

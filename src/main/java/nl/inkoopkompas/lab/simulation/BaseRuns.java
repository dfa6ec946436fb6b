package nl.inkoopkompas.lab.simulation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The base runs that were made last, within bounds. */
final class BaseRuns {

    private static final long MOST_BYTES = 96L << 20;

    private final Map<String, BaseRun> runs = new LinkedHashMap<>(16, 0.75f, true);

    /** @param key names the rule book, the decision and the population */
    synchronized BaseRun of(String key) {
        BaseRun run = runs.computeIfAbsent(key, none -> new BaseRun());
        long bytes = runs.values().stream().mapToLong(BaseRun::bytes).sum();
        Iterator<BaseRun> oldest = runs.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            BaseRun old = oldest.next();
            if (old != run) {
                bytes -= old.bytes();
                oldest.remove();
            }
        }
        return run;
    }
}

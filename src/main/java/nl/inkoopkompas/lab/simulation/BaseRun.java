package nl.inkoopkompas.lab.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.inkoopkompas.decision.DecisionType.Part;
import nl.inkoopkompas.decision.Verdicts;
import nl.inkoopkompas.decision.Verdicts.Proposed;
import nl.inkoopkompas.decision.algebra.Element;

/**
 * What a rule book says of a population, a few bytes a case, so that a change is compared without judging that again.
 */
final class BaseRun {

    /** The verdicts of a run of cases, and what they add up to as places in the list of outcomes. */
    private record Kept(int cases, byte[] verdicts, byte[] outcomes) {}

    private final Map<Integer, Kept> chunks = new ConcurrentHashMap<>();
    private final List<String> outcomes = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    /** Fills in what is known of a chunk; false where nothing is. */
    boolean restore(int chunk, List<Element> requests, byte[][] rows, Proposed[] proposed, Verdicts verdicts) {
        Kept kept = chunks.get(chunk);
        if (kept == null || kept.cases() != rows.length) {
            return false;
        }
        int at = 0;
        int outcome = 0;
        for (int i = 0; i < rows.length; i++) {
            int size = verdicts.blank(requests.get(i)).length;
            rows[i] = Arrays.copyOfRange(kept.verdicts(), at, at + size);
            at += size;
            String overall = name(kept.outcomes()[outcome++]);
            int parts = kept.outcomes()[outcome++];
            List<Part> all = new ArrayList<>(parts);
            List<String> ids = parts == 0 ? List.of() : verdicts.parts(requests.get(i));
            for (int k = 0; k < parts; k++) {
                all.add(new Part(ids.get(k), name(kept.outcomes()[outcome++])));
            }
            proposed[i] = new Proposed(overall, all);
        }
        return true;
    }

    void keep(int chunk, byte[][] rows, Proposed[] proposed) {
        int size = 0;
        int many = 0;
        for (int i = 0; i < rows.length; i++) {
            size += rows[i].length;
            many += 2 + proposed[i].parts().size();
            if (proposed[i].parts().size() > Byte.MAX_VALUE) {
                return;
            }
        }
        Kept kept = new Kept(rows.length, new byte[size], new byte[many]);
        int at = 0;
        int outcome = 0;
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, kept.verdicts(), at, rows[i].length);
            at += rows[i].length;
            kept.outcomes()[outcome++] = place(proposed[i].overall());
            kept.outcomes()[outcome++] = (byte) proposed[i].parts().size();
            for (Part part : proposed[i].parts()) {
                kept.outcomes()[outcome++] = place(part.outcome());
            }
        }
        Kept before = chunks.put(chunk, kept);
        int freed = before == null ? 0 : before.verdicts().length + before.outcomes().length;
        bytes.addAndGet((long) size + many - freed);
    }

    long bytes() {
        return bytes.get();
    }

    private synchronized String name(byte place) {
        return outcomes.get(place);
    }

    private synchronized byte place(String outcome) {
        int at = outcomes.indexOf(outcome);
        if (at < 0) {
            outcomes.add(outcome);
            at = outcomes.size() - 1;
        }
        return (byte) at;
    }
}

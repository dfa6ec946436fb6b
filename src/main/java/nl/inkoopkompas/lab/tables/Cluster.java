package nl.inkoopkompas.lab.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts in every dimension: neighbouring ones where there is an order, and any where there is none. */
record Cluster(List<BitSet> parts) {

    /** The same parts in as few clusters as joining neighbours gives. */
    static List<Cluster> joined(List<Box> boxes, List<Dimension> dimensions) {
        List<Cluster> clusters = new ArrayList<>();
        boxes.forEach(box -> clusters.add(of(box)));
        for (int before = -1; before != clusters.size(); ) {
            before = clusters.size();
            for (int i = dimensions.size() - 1; i >= 0; i--) {
                List<Cluster> fewer = join(clusters, i, dimensions.get(i).isOrdered());
                clusters.clear();
                clusters.addAll(fewer);
            }
        }
        return clusters;
    }

    static Cluster of(Box box) {
        List<BitSet> parts = new ArrayList<>();
        for (int i = 0; i < box.low().length; i++) {
            BitSet set = new BitSet();
            set.set(box.low()[i], box.high()[i]);
            parts.add(set);
        }
        return new Cluster(parts);
    }

    private static List<Cluster> join(List<Cluster> clusters, int dimension, boolean ordered) {
        Map<List<BitSet>, List<BitSet>> alike = new LinkedHashMap<>();
        for (Cluster cluster : clusters) {
            List<BitSet> rest = new ArrayList<>(cluster.parts());
            BitSet own = rest.set(dimension, new BitSet());
            alike.computeIfAbsent(rest, same -> new ArrayList<>()).add(own);
        }
        List<Cluster> joined = new ArrayList<>();
        alike.forEach((rest, sets) -> {
            for (BitSet set : ordered ? runs(sets) : List.of(union(sets))) {
                List<BitSet> parts = new ArrayList<>(rest);
                parts.set(dimension, set);
                joined.add(new Cluster(parts));
            }
        });
        return joined;
    }

    private static BitSet union(List<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union;
    }

    private static List<BitSet> runs(List<BitSet> sets) {
        List<BitSet> sorted = new ArrayList<>(sets);
        sorted.sort(Comparator.comparingInt(set -> set.nextSetBit(0)));
        List<BitSet> runs = new ArrayList<>();
        for (BitSet set : sorted) {
            BitSet last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.length() == set.nextSetBit(0)) {
                last.or(set);
            } else {
                runs.add((BitSet) set.clone());
            }
        }
        return runs;
    }
}

package nl.inkoopkompas.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In which month everything is re-indicated. Without a capacity that is the month of the deadline; with one the
 * earliest deadline goes first, from the first full month after the reference date on, and what was not to be done
 * before the switch is not. What does not fit stands in the month of its deadline and is counted apart.
 */
final class Workload {

    /**
     * What a municipality does in a month.
     *
     * @param exceeding how many of these do not fit in the capacity
     */
    public record Load(String municipality, String month, int reindications, int exceeding) {}

    /** A month in which some re-indications with a deadline are done. */
    private record Share(int month, int count, boolean fits) {}

    private final List<String> municipalities;
    private final @Nullable Long capacity;
    private final int firstFull;
    private final int switchMonth;
    private final int lastBefore;
    private final List<TreeMap<Integer, Integer>> deadlines = new ArrayList<>();
    private final List<Map<Integer, List<Share>>> shares = new ArrayList<>();
    private final List<Map<Integer, int[]>> taken = new ArrayList<>();

    Workload(Asked asked, List<String> municipalities, Lines lines, @Nullable Long capacity) {
        this.municipalities = municipalities;
        this.capacity = capacity;
        this.firstFull = Months.firstFull(asked.asOf());
        this.switchMonth = Months.of(asked.switchOn());
        this.lastBefore = Months.of(asked.switchOn().minusDays(1));
        for (int i = 0; i < municipalities.size(); i++) {
            deadlines.add(new TreeMap<>());
            taken.add(new TreeMap<>());
        }
        for (int i = 0; i < lines.size(); i++) {
            LocalDate by = lines.isPlanned(i) ? lines.reindicateBy(i) : null;
            if (by != null) {
                deadlines.get(lines.municipality(i)).merge(Months.of(by), 1, Integer::sum);
            }
        }
        deadlines.forEach(ofOne -> shares.add(spread(ofOne)));
    }

    /** The months in which re-indications are done, by the month of their deadline. */
    private Map<Integer, List<Share>> spread(TreeMap<Integer, Integer> asked) {
        Map<Integer, List<Share>> spread = new TreeMap<>();
        asked.keySet().forEach(deadline -> spread.put(deadline, new ArrayList<>()));
        if (capacity == null) {
            asked.forEach((deadline, count) ->
                    spread.getOrDefault(deadline, new ArrayList<>()).add(new Share(deadline, count, true)));
            return spread;
        }
        TreeMap<Integer, Integer> left = new TreeMap<>(asked);
        for (int month = firstFull; !left.isEmpty() && month <= asked.lastKey(); month++) {
            long room = capacity;
            for (Map.Entry<Integer, Integer> entry : left.tailMap(month, true).entrySet()) {
                int deadline = entry.getKey();
                if (room == 0 || (month < switchMonth && deadline > lastBefore)) {
                    break;
                }
                int done = (int) Math.min(room, entry.getValue());
                if (done > 0) {
                    spread.getOrDefault(deadline, new ArrayList<>()).add(new Share(month, done, true));
                    entry.setValue(entry.getValue() - done);
                    room -= done;
                }
            }
        }
        left.forEach((deadline, count) -> {
            if (count > 0) {
                spread.getOrDefault(deadline, new ArrayList<>()).add(new Share(deadline, count, false));
            }
        });
        return spread;
    }

    /** The month of the next re-indication of a municipality with this deadline; null where it does not fit. */
    @Nullable
    String next(int municipality, LocalDate by) {
        int deadline = Months.of(by);
        List<Share> ofDeadline = shares.get(municipality).getOrDefault(deadline, List.of());
        int[] at = taken.get(municipality).computeIfAbsent(deadline, none -> new int[2]);
        while (at[0] < ofDeadline.size() && at[1] >= ofDeadline.get(at[0]).count()) {
            at[0]++;
            at[1] = 0;
        }
        if (at[0] == ofDeadline.size()) {
            throw new IllegalStateException("More is asked for than was counted");
        }
        at[1]++;
        Share share = ofDeadline.get(at[0]);
        return share.fits() ? Months.text(share.month()) : null;
    }

    /** By municipality and month, in order. */
    List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        for (int i = 0; i < municipalities.size(); i++) {
            Map<Integer, int[]> months = new TreeMap<>();
            shares.get(i)
                    .values()
                    .forEach(ofDeadline -> ofDeadline.forEach(share -> {
                        int[] month = months.computeIfAbsent(share.month(), none -> new int[2]);
                        month[0] += share.count();
                        month[1] += share.fits() ? 0 : share.count();
                    }));
            String municipality = municipalities.get(i);
            months.forEach((month, count) -> loads.add(new Load(municipality, Months.text(month), count[0], count[1])));
        }
        loads.sort(Comparator.comparing(Load::municipality).thenComparing(Load::month));
        return loads;
    }
}

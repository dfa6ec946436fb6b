package nl.inkoopkompas.lab.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inkoopkompas.decision.Verdicts;
import nl.inkoopkompas.decision.Verdicts.Proposed;
import nl.inkoopkompas.decision.algebra.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the change to which a case owes its other outcome: one that does it alone, or the fewest that do it together.
 * Of several that do, one that leads to the outcome of the whole draft goes first, then the earliest.
 */
final class Attribution {

    /** Up to so many changes every combination is tried; of more, only those of up to {@link #MOST_TOGETHER}. */
    private static final int TRIED_ALL = 8;

    private static final int MOST_TOGETHER = 2;

    private final Books books;
    private final Verdicts base;
    private final Verdicts draft;
    private final List<Integer> telling;
    private final List<List<Integer>> together = new ArrayList<>();

    Attribution(Books books, Verdicts base, Verdicts draft) {
        this.books = books;
        this.base = base;
        this.draft = draft;
        this.telling = books.changes().stream().filter(this::tells).sorted().toList();
        int most = telling.size() <= TRIED_ALL ? telling.size() : MOST_TOGETHER;
        for (int size = 1; size <= most; size++) {
            combinations(size, 0, new ArrayList<>());
        }
    }

    /**
     * Whether a change can matter: alone it changes what the base says, or without it the draft says something else.
     */
    private boolean tells(int change) {
        Set<Integer> others = new LinkedHashSet<>(books.changes());
        others.remove(change);
        Optional<Verdicts> alone = books.variant(Set.of(change));
        Optional<Verdicts> without = books.variant(others);
        return alone.isEmpty() || without.isEmpty() || differ(alone.get(), base) || differ(without.get(), draft);
    }

    static boolean differ(Verdicts one, Verdicts other) {
        return !one.readsAs(other)
                || !one.criteria().equals(other.criteria())
                || !one.concludesAs(other)
                || !one.criteria().stream().allMatch(id -> one.saysAs(other, id));
    }

    private void combinations(int size, int from, List<Integer> chosen) {
        if (chosen.size() == size) {
            together.add(List.copyOf(chosen));
            return;
        }
        for (int i = from; i < telling.size(); i++) {
            chosen.add(telling.get(i));
            combinations(size, i + 1, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }

    /**
     * A case that flips, with what both books say of it.
     *
     * @param owners for each place in the row of the base the criterion that it is of
     */
    record Flipped(Element request, byte[] before, byte[] after, int[] owners, Proposed from, Proposed to) {}

    /** For each case the numbers of the changes that it is counted under. */
    List<List<Integer>> of(List<Flipped> cases) {
        List<@Nullable List<Integer>> found = new ArrayList<>();
        boolean[] exact = new boolean[cases.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            open.add(i);
            found.add(null);
        }
        int size = 1;
        for (List<Integer> some : together) {
            if (some.size() > size) {
                size = some.size();
                open.removeIf(i -> found.get(i) != null);
            }
            if (open.isEmpty()) {
                break;
            }
            List<Integer> undecided =
                    open.stream().filter(place -> !exact[place]).toList();
            books.variant(Set.copyOf(some)).ifPresent(variant -> tryOut(variant, some, cases, undecided, found, exact));
        }
        List<List<Integer>> attributed = new ArrayList<>();
        for (List<Integer> edits : found) {
            attributed.add(edits == null ? telling : edits);
        }
        return attributed;
    }

    private void tryOut(
            Verdicts variant,
            List<Integer> some,
            List<Flipped> cases,
            List<Integer> open,
            List<@Nullable List<Integer>> found,
            boolean[] exact) {
        if (!variant.readsAs(base) || !variant.criteria().equals(base.criteria())) {
            tryOutFromScratch(variant, some, cases, open, found, exact);
            return;
        }
        List<String> ids = base.criteria();
        boolean comparable = draft.readsAs(base) && draft.criteria().equals(ids);
        boolean[] asked = new boolean[ids.size()];
        boolean[] drafted = new boolean[ids.size()];
        boolean standing = !variant.concludesAs(base);
        for (int i = 0; i < asked.length; i++) {
            boolean same = variant.saysAs(base, ids.get(i));
            drafted[i] = !same && comparable && variant.saysAs(draft, ids.get(i));
            asked[i] = !same && !drafted[i];
            standing |= !variant.standsAs(base, ids.get(i));
        }
        List<Element> requests = new ArrayList<>(open.size());
        byte[][] rows = new byte[open.size()][];
        for (int n = 0; n < rows.length; n++) {
            Flipped flipped = cases.get(open.get(n));
            requests.add(flipped.request());
            rows[n] = flipped.before().clone();
            for (int k = 0; k < rows[n].length; k++) {
                if (drafted[flipped.owners()[k]]) {
                    rows[n][k] = flipped.after()[k];
                }
            }
        }
        variant.fill(requests, asked, rows);
        for (int n = 0; n < rows.length; n++) {
            Flipped flipped = cases.get(open.get(n));
            if (standing || !Arrays.equals(rows[n], flipped.before())) {
                weigh(variant.proposed(flipped.request(), rows[n]), some, flipped, open.get(n), found, exact);
            }
        }
    }

    private void tryOutFromScratch(
            Verdicts variant,
            List<Integer> some,
            List<Flipped> cases,
            List<Integer> open,
            List<@Nullable List<Integer>> found,
            boolean[] exact) {
        for (int i : open) {
            Flipped flipped = cases.get(i);
            Experiment.read(books, variant.book(), flipped.request())
                    .ifPresent(request -> weigh(
                            variant.proposed(request, variant.of(List.of(request))[0]),
                            some,
                            flipped,
                            i,
                            found,
                            exact));
        }
    }

    private static void weigh(
            Proposed proposed,
            List<Integer> some,
            Flipped flipped,
            int place,
            List<@Nullable List<Integer>> found,
            boolean[] exact) {
        boolean asDraft = proposed.equals(flipped.to());
        if (!proposed.equals(flipped.from()) && (found.get(place) == null || (asDraft && !exact[place]))) {
            found.set(place, some);
            exact[place] = asDraft;
        }
    }
}

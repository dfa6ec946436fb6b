package nl.inkoopkompas.lab.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.inkoopkompas.decision.WorkingPlaces.Work;
import nl.inkoopkompas.lab.simulation.Chunk.Presence;
import nl.inkoopkompas.lab.simulation.Figures.Coverage;
import nl.inkoopkompas.lab.simulation.Figures.CoverageRow;
import nl.inkoopkompas.lab.simulation.Figures.EditShare;
import nl.inkoopkompas.lab.simulation.Figures.Move;
import nl.inkoopkompas.lab.simulation.Figures.Named;
import nl.inkoopkompas.lab.simulation.Figures.Share;

/** Adds up chunks, in whatever order they come: the same chunks give the same figures. Safe for many threads. */
final class Totals {

    private final Books books;
    private final Job job;
    private final Map<Work, List<String>> narrowed;
    private final List<String> everywhere;
    private final Map<String, int[]> moves = new TreeMap<>();
    private final Map<String, int[]> criteria = new TreeMap<>();
    private final Map<List<Integer>, int[]> edits = new HashMap<>();
    private final Map<String, int[]> contracts = new TreeMap<>();
    private final Map<String, int[]> products = new TreeMap<>();
    private final Map<String, int[]> sizes = new TreeMap<>();
    private final Map<String, int[]> municipalities = new TreeMap<>();
    private final Map<String, int[]> lacking = new TreeMap<>();
    private final Map<String, int[]> counted = new TreeMap<>();
    private final Map<String, BitSet[]> present = new TreeMap<>();
    private final List<Named> named = new ArrayList<>();
    private final int[] favours = new int[3];
    private int cases;
    private int flipped;
    private int findingsOnly;
    private int notDecidable;

    /** @param narrowed who works in some places only */
    Totals(Books books, Job job, Map<Work, List<String>> narrowed) {
        this.books = books;
        this.job = job;
        this.narrowed = narrowed;
        this.everywhere = books.type().places(books.base());
    }

    /** @param members the cases of the chunk, where they come from the register */
    synchronized void add(Chunk chunk, List<Case> members) {
        cases += chunk.cases();
        findingsOnly += chunk.findingsOnly();
        notDecidable += chunk.undecided().size();
        for (Undecided one : chunk.undecided()) {
            lacking.computeIfAbsent(one.why(), none -> new int[3])[0]++;
        }
        chunk.flips().forEach(flip -> add(flip, members));
        chunk.counted().forEach((key, counts) -> {
            int[] sum = counted.computeIfAbsent(key, none -> new int[Chunk.COUNTS]);
            for (int i = 0; i < counts.length; i++) {
                sum[i] += counts[i];
            }
        });
        chunk.presences().forEach(presence -> add(presence, members));
    }

    private void add(Flip flip, List<Case> members) {
        flipped++;
        favours[flip.favour() + 1]++;
        count(moves, flip.from() + " " + flip.to(), flip);
        flip.criteria().forEach(criterion -> count(criteria, criterion, flip));
        count(edits, flip.edits(), flip);
        count(contracts, flip.contract(), flip);
        count(sizes, flip.size(), flip);
        flip.parts().forEach(part -> count(products, part.id(), flip));
        places(flip, members).forEach(place -> count(municipalities, place, flip));
    }

    /** Where the applicant works on what gets another outcome. */
    private List<String> places(Flip flip, List<Case> members) {
        if (job.isSample()) {
            return flip.places().isEmpty() ? everywhere : flip.places();
        }
        String applicant = applicant(flip.number(), members);
        List<String> places = new ArrayList<>();
        for (String place : everywhere) {
            if (flip.parts().isEmpty()
                    || flip.parts().stream()
                            .anyMatch(part -> places(applicant, part.id()).contains(place))) {
                places.add(place);
            }
        }
        return places;
    }

    private List<String> places(String applicant, String part) {
        return narrowed.getOrDefault(new Work(applicant, part), everywhere);
    }

    private String applicant(int number, List<Case> members) {
        Case one = members.get(number % job.chunkSize());
        return one.request() == null
                ? ""
                : books.type().applicant(one.request()).id();
    }

    private static <K> void count(Map<K, int[]> into, K key, Flip flip) {
        int[] counts = into.computeIfAbsent(key, none -> new int[3]);
        counts[0]++;
        counts[1] += flip.favour() > 0 ? 1 : 0;
        counts[2] += flip.favour() < 0 ? 1 : 0;
    }

    private void add(Presence presence, List<Case> members) {
        String applicant = applicant(presence.number(), members);
        boolean local = narrowed.containsKey(new Work(applicant, presence.part()));
        for (String place : places(applicant, presence.part())) {
            BitSet[] sets = present.computeIfAbsent(Chunk.key(presence.part(), place), none -> {
                BitSet[] empty = new BitSet[Chunk.COUNTS];
                for (int i = 0; i < empty.length; i++) {
                    empty[i] = new BitSet();
                }
                return empty;
            });
            for (int after = 0; after < 2; after++) {
                if (after == 0 ? presence.before() : presence.after()) {
                    sets[after].set(presence.applicant());
                    sets[2 + after].set(presence.applicant(), presence.small());
                    sets[4 + after].set(presence.applicant(), local);
                }
            }
        }
        if (presence.before() != presence.after() && (presence.small() || local)) {
            named.add(new Named(presence.number(), presence.part(), presence.before(), presence.small(), local));
        }
    }

    synchronized Figures figures() {
        return new Figures(
                cases,
                flipped,
                favours[2],
                favours[0],
                favours[1],
                findingsOnly,
                notDecidable,
                moves.entrySet().stream()
                        .map(entry -> new Move(
                                entry.getKey().split(" ")[0], entry.getKey().split(" ")[1], entry.getValue()[0]))
                        .sorted(Comparator.comparingInt(Move::count).reversed())
                        .toList(),
                shares(criteria),
                edits.entrySet().stream()
                        .map(entry -> new EditShare(
                                entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                        .sorted(Comparator.comparingInt((EditShare share) -> -share.flips())
                                .thenComparing(share -> share.edits().toString()))
                        .toList(),
                shares(contracts),
                shares(products),
                shares(sizes),
                shares(municipalities),
                shares(lacking),
                coverage());
    }

    private static List<Share> shares(Map<String, int[]> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                .sorted(Comparator.comparingInt(Share::flips).reversed().thenComparing(Share::id))
                .toList();
    }

    private Coverage coverage() {
        Map<String, int[]> all = new TreeMap<>(counted);
        present.forEach((key, sets) -> {
            int[] counts = new int[Chunk.COUNTS];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = sets[i].cardinality();
            }
            all.put(key, counts);
        });
        int fewBefore = 0;
        int fewAfter = 0;
        List<CoverageRow> rows = new ArrayList<>();
        for (Map.Entry<String, int[]> entry : all.entrySet()) {
            String[] key = entry.getKey().split("\\|");
            int[] n = entry.getValue();
            fewBefore += n[0] < Coverage.ENOUGH ? 1 : 0;
            fewAfter += n[1] < Coverage.ENOUGH ? 1 : 0;
            if (n[0] != n[1] || n[1] < Coverage.ENOUGH) {
                rows.add(new CoverageRow(key[0], key[1], n[0], n[1], n[2], n[3], n[4], n[5]));
            }
        }
        rows.sort(Comparator.comparingInt(CoverageRow::after));
        List<Named> who = new ArrayList<>(named);
        who.sort(Comparator.comparingInt(Named::number).thenComparing(Named::product));
        return new Coverage(fewBefore, fewAfter, rows, who);
    }
}

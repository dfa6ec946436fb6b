package nl.inkoopkompas.lab.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.DecisionType.Part;
import nl.inkoopkompas.decision.DecisionType.Trait;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.Verdicts;
import nl.inkoopkompas.decision.Verdicts.Proposed;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.lab.simulation.Attribution.Flipped;
import nl.inkoopkompas.lab.simulation.Chunk.Presence;
import nl.inkoopkompas.lab.simulation.Flip.PartFlip;
import nl.inkoopkompas.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges cases under the base and under the draft, verdicts only, and says which get another outcome and by which
 * change. What the draft says the same as the base is not judged again. Safe for many threads.
 */
final class Experiment {

    private static final byte OPEN = (byte) Verdict.UNDETERMINED.ordinal();

    private final Books books;
    private final Verdicts base;
    private final Verdicts draft;
    private final Attribution attribution;
    private final boolean sameReading;
    private final boolean sameCriteria;
    private final boolean[] affected;
    private final boolean standing;
    private final List<String> upward;
    private final List<String> places;

    Experiment(Books books) {
        this.books = books;
        this.base = books.engine().verdicts(books.type(), books.base());
        this.draft = books.engine().verdicts(books.type(), books.draft());
        this.sameReading = draft.readsAs(base);
        this.sameCriteria = draft.criteria().equals(base.criteria());
        List<String> ids = draft.criteria();
        this.affected = new boolean[ids.size()];
        boolean moved = false;
        for (int i = 0; i < affected.length; i++) {
            boolean known = sameReading && sameCriteria;
            affected[i] = !known || !draft.saysAs(base, ids.get(i));
            moved |= !known || !draft.standsAs(base, ids.get(i));
        }
        this.standing = moved || !draft.concludesAs(base);
        this.attribution = new Attribution(books, base, draft);
        this.upward = books.type().outcomesUpward();
        this.places = books.type().places(books.base());
    }

    Verdicts base() {
        return base;
    }

    /** The criteria that can say something else under the draft. */
    List<String> affected() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < affected.length; i++) {
            if (affected[i]) {
                ids.add(draft.criteria().get(i));
            }
        }
        return ids;
    }

    /** A request as another book reads it; empty where it does not suit its schema. */
    static Optional<Element> read(Books books, RuleBook book, Element request) {
        return read(books, book, request, DecisionEngine.noContext());
    }

    private static Optional<Element> read(Books books, RuleBook book, Element request, ObjectNode context) {
        try {
            return Optional.of(
                    books.engine().read(book, books.type().id(), new Input(DecisionEngine.json(request), context)));
        } catch (RequestRefused lacking) {
            return Optional.empty();
        }
    }

    /** What both books say of a case. */
    private record Pair(Case of, Element after, byte[] was, byte[] becomes, Proposed from, Proposed to) {}

    /** @param number of the run of cases, for what is kept of the base */
    Chunk run(int number, List<Case> cases, BaseRun kept) {
        List<Undecided> undecided = new ArrayList<>();
        List<Case> readable = new ArrayList<>(cases.size());
        List<Element> requests = new ArrayList<>(cases.size());
        for (Case one : cases) {
            if (one.request() == null) {
                undecided.add(new Undecided(one.number(), one.applicant(), Undecided.UNREADABLE));
            } else {
                readable.add(one);
                requests.add(one.request());
            }
        }
        byte[][] before = new byte[requests.size()][];
        Proposed[] from = new Proposed[before.length];
        if (!kept.restore(number, requests, before, from, base)) {
            byte[][] judged = base.of(requests);
            System.arraycopy(judged, 0, before, 0, judged.length);
            for (int i = 0; i < before.length; i++) {
                from[i] = base.proposed(requests.get(i), before[i]);
            }
            kept.keep(number, before, from);
        }
        return compare(cases.size(), readable, requests, before, from, undecided);
    }

    private Chunk compare(
            int size,
            List<Case> cases,
            List<Element> requests,
            byte[][] before,
            Proposed[] from,
            List<Undecided> undecided) {
        List<Case> both = new ArrayList<>(cases.size());
        List<Element> after = sameReading ? requests : new ArrayList<>(cases.size());
        List<Integer> origin = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            Optional<Element> read = sameReading ? Optional.of(requests.get(i)) : reread(cases.get(i));
            if (read.isEmpty()) {
                undecided.add(new Undecided(cases.get(i).number(), cases.get(i).applicant(), Undecided.UNREADABLE));
                continue;
            }
            both.add(cases.get(i));
            origin.add(i);
            if (!sameReading) {
                after.add(read.get());
            }
        }
        byte[][] rows = new byte[both.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = sameReading && sameCriteria ? before[origin.get(i)].clone() : draft.blank(after.get(i));
        }
        draft.fill(after, affected, rows);
        List<Pair> flipped = new ArrayList<>();
        List<Undecided> lacking = new ArrayList<>(undecided);
        Tally tally = new Tally(places);
        int findingsOnly = 0;
        for (int i = 0; i < rows.length; i++) {
            int at = origin.get(i);
            Element request = after.get(i);
            boolean differs = !sameCriteria || !Arrays.equals(rows[i], before[at]);
            Proposed to = differs || standing ? draft.proposed(request, rows[i]) : from[at];
            Pair pair = new Pair(both.get(i), request, before[at], rows[i], from[at], to);
            String lacks = differs && !to.equals(from[at]) ? lacks(pair) : null;
            if (lacks != null) {
                lacking.add(new Undecided(both.get(i).number(), both.get(i).applicant(), lacks));
            } else if (!to.equals(from[at])) {
                flipped.add(pair);
            } else if (differs) {
                findingsOnly++;
            }
            count(pair, lacks == null ? to : from[at], tally);
        }
        return new Chunk(size, flips(flipped), lacking, findingsOnly, tally.counted, tally.presences);
    }

    private Optional<Element> reread(Case of) {
        return read(
                books,
                books.draft(),
                Objects.requireNonNull(of.request()),
                of.context() == null ? DecisionEngine.noContext() : of.context());
    }

    /** A criterion that only under the draft lacks a fact, where that is why the outcome differs; else null. */
    private @Nullable String lacks(Pair pair) {
        Map<String, Byte> was = verdicts(base, Objects.requireNonNull(pair.of().request()), pair.was());
        int[] owners = draft.owners(pair.after());
        byte[] put = pair.becomes().clone();
        String found = null;
        int subject = 0;
        for (int k = 0; k < put.length; k++) {
            subject = k > 0 && owners[k] == owners[k - 1] ? subject + 1 : 0;
            String id = draft.criteria().get(owners[k]);
            byte old = was.getOrDefault(id + " " + subject, (byte) Verdict.MET.ordinal());
            if (put[k] == OPEN && old != OPEN && draft.lacksFact(pair.after(), k)) {
                put[k] = old;
                found = found == null ? id : found;
            }
        }
        return found == null || draft.proposed(pair.after(), put).equals(pair.to()) ? null : found;
    }

    /** Verdicts by criterion and the number of the subject. */
    private static Map<String, Byte> verdicts(Verdicts of, Element request, byte[] row) {
        Map<String, Byte> verdicts = new HashMap<>();
        int[] owners = of.owners(request);
        int subject = 0;
        for (int k = 0; k < row.length; k++) {
            subject = k > 0 && owners[k] == owners[k - 1] ? subject + 1 : 0;
            verdicts.put(of.criteria().get(owners[k]) + " " + subject, row[k]);
        }
        return verdicts;
    }

    private List<Flip> flips(List<Pair> pairs) {
        List<List<Integer>> edits = attribution.of(pairs.stream()
                .map(pair -> new Flipped(
                        Objects.requireNonNull(pair.of().request()),
                        pair.was(),
                        pair.becomes(),
                        base.owners(Objects.requireNonNull(pair.of().request())),
                        pair.from(),
                        pair.to()))
                .toList());
        List<Flip> flips = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            flips.add(flip(pairs.get(i), edits.get(i)));
        }
        return flips;
    }

    private Flip flip(Pair pair, List<Integer> edits) {
        Element request = Objects.requireNonNull(pair.of().request());
        List<PartFlip> parts = parts(pair.from(), pair.to());
        Map<String, String> traits = new HashMap<>();
        base.traits(request).forEach(trait -> traits.put(trait.dimension(), String.join(" ", trait.values())));
        return new Flip(
                pair.of().number(),
                pair.of().applicant(),
                pair.from().overall(),
                pair.to().overall(),
                edits,
                favour(parts, pair),
                traits.getOrDefault(Trait.CONTRACT, ""),
                traits.getOrDefault(Trait.SIZE, ""),
                changed(pair),
                parts,
                pair.from().parts().stream().map(Part::id).toList(),
                pair.of().places() == null ? List.of() : pair.of().places());
    }

    private static List<PartFlip> parts(Proposed from, Proposed to) {
        Map<String, String> was = new HashMap<>();
        from.parts().forEach(part -> was.put(part.id(), part.outcome()));
        List<PartFlip> parts = new ArrayList<>();
        for (Part part : to.parts()) {
            String old = was.getOrDefault(part.id(), "");
            if (!old.equals(part.outcome())) {
                parts.add(new PartFlip(part.id(), old, part.outcome()));
            }
        }
        return parts;
    }

    private int favour(List<PartFlip> parts, Pair pair) {
        List<PartFlip> all = parts.isEmpty()
                ? List.of(new PartFlip("", pair.from().overall(), pair.to().overall()))
                : parts;
        boolean better = true;
        boolean worse = true;
        for (PartFlip part : all) {
            int step = Integer.compare(upward.indexOf(part.to()), upward.indexOf(part.from()));
            better &= step > 0;
            worse &= step < 0;
        }
        return better ? 1 : worse ? -1 : 0;
    }

    private List<String> changed(Pair pair) {
        if (sameCriteria && sameReading) {
            int[] owners = base.owners(pair.after());
            TreeSet<Integer> changed = new TreeSet<>();
            for (int k = 0; k < owners.length; k++) {
                if (pair.was()[k] != pair.becomes()[k]) {
                    changed.add(owners[k]);
                }
            }
            return changed.stream().map(base.criteria()::get).toList();
        }
        Map<String, Byte> was = verdicts(base, Objects.requireNonNull(pair.of().request()), pair.was());
        Map<String, Byte> becomes = verdicts(draft, pair.after(), pair.becomes());
        TreeSet<String> changed = new TreeSet<>();
        becomes.forEach((key, verdict) -> {
            if (!verdict.equals(was.get(key))) {
                changed.add(key.split(" ")[0]);
            }
        });
        was.keySet().stream().filter(key -> !becomes.containsKey(key)).forEach(key -> changed.add(key.split(" ")[0]));
        return List.copyOf(changed);
    }

    /** Who can be called on. */
    private static final class Tally {

        private final List<String> everywhere;
        private final Map<String, int[]> counted = new TreeMap<>();
        private final List<Presence> presences = new ArrayList<>();

        Tally(List<String> everywhere) {
            this.everywhere = everywhere;
        }
    }

    private void count(Pair pair, Proposed to, Tally tally) {
        Map<String, Boolean> after = null;
        Boolean small = null;
        for (Part part : pair.from().parts()) {
            boolean was = books.type().isOpenTo(part.outcome());
            if (after == null) {
                after = new HashMap<>();
                for (Part other : to.parts()) {
                    after.put(other.id(), books.type().isOpenTo(other.outcome()));
                }
            }
            boolean becomes = after.getOrDefault(part.id(), false);
            if (!was && !becomes) {
                continue;
            }
            if (small == null) {
                small = base.traits(Objects.requireNonNull(pair.of().request())).stream()
                        .anyMatch(trait -> trait.dimension().equals(Trait.SIZE)
                                && trait.values().contains(Trait.SMALL));
            }
            if (pair.of().decision() != null) {
                tally.presences.add(
                        new Presence(pair.of().number(), pair.of().applicant(), part.id(), was, becomes, small));
            } else {
                count(pair.of(), part.id(), was, becomes, small, tally);
            }
        }
    }

    private static void count(Case of, String part, boolean was, boolean becomes, boolean small, Tally tally) {
        boolean local = of.places() != null;
        for (String place : of.places() == null ? tally.everywhere : of.places()) {
            int[] counts = tally.counted.computeIfAbsent(Chunk.key(part, place), none -> new int[Chunk.COUNTS]);
            counts[0] += was ? 1 : 0;
            counts[1] += becomes ? 1 : 0;
            counts[2] += was && small ? 1 : 0;
            counts[3] += becomes && small ? 1 : 0;
            counts[4] += was && local ? 1 : 0;
            counts[5] += becomes && local ? 1 : 0;
        }
    }
}

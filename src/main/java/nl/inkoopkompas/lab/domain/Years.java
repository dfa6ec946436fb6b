package nl.inkoopkompas.lab.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.lab.domain.Kinds.Kind;
import org.jspecify.annotations.Nullable;

/** Everything that a list can come to of which only the latest years count: year by year, or a year left out. */
final class Years {

    /** What the years so far have come to. */
    private record State(List<Truth> folds, boolean complete) {}

    private Years() {}

    /** The years that count for any of the rules on a day. */
    static SortedSet<Long> counting(List<Survey.Latest> latest, LocalDate day) {
        SortedSet<Long> years = new TreeSet<>();
        for (Survey.Latest each : latest) {
            for (long month : each.months()) {
                long last = day.getYear() - (day.getMonthValue() >= month ? 1L : 2L);
                each.howMany().forEach(many -> {
                    for (long year = last; year > last - many; year--) {
                        years.add(year);
                    }
                });
            }
        }
        return years;
    }

    /** The days within a time that differ in which years count: each first of a year or of a month of these. */
    static SortedSet<LocalDate> turns(List<Survey.Latest> latest, LocalDate start) {
        SortedSet<LocalDate> turns = new TreeSet<>();
        for (int year = start.getYear(); year <= start.getYear() + 1; year++) {
            turns.add(LocalDate.of(year, 1, 1));
            for (Survey.Latest each : latest) {
                for (long month : each.months()) {
                    turns.add(LocalDate.of(year, (int) month, 1));
                }
            }
        }
        turns.removeIf(turn -> !turn.isAfter(start));
        return turns;
    }

    /** The shortest list for everything that these years can come to, and whether all of it is known. */
    static Map<List<Element>, Boolean> lists(Kinds kinds, List<Rules> sides, Element subject, SortedSet<Long> years) {
        Map<State, List<Element>> reached = new LinkedHashMap<>();
        boolean first = true;
        for (long year : ((TreeSet<Long>) years).descendingSet()) {
            List<Kind> found = kinds.ofYear(sides, subject, year);
            if (first) {
                reached.put(new State(start(found), true), List.of());
                first = false;
            }
            Map<State, List<Element>> next = new LinkedHashMap<>();
            reached.forEach((state, before) -> {
                for (Kind kind : found) {
                    List<Element> with = new ArrayList<>(before);
                    with.add(kind.element());
                    next.putIfAbsent(after(state, kind, false), with);
                }
                next.putIfAbsent(after(state, found.get(0), true), before);
            });
            reached = next;
        }
        Map<List<Element>, Boolean> lists = new LinkedHashMap<>();
        if (reached.isEmpty()) {
            lists.put(List.of(), true);
        }
        reached.forEach((state, elements) -> lists.merge(elements, state.complete(), Boolean::logicalAnd));
        return lists;
    }

    private static List<Truth> start(List<Kind> kinds) {
        return kinds.get(0).tallies().stream()
                .map(tally -> tally.kind() == Tally.Kind.ANY ? Truth.FALSE : Truth.TRUE)
                .toList();
    }

    /** @param absent whether the year is left out: a fact that is missing for what counts it */
    private static State after(State state, Kind kind, boolean absent) {
        List<Truth> folds = new ArrayList<>();
        for (int i = 0; i < kind.tallies().size(); i++) {
            Tally tally = kind.tallies().get(i);
            Truth before = state.folds().get(i);
            @Nullable Truth said = tally.truth() == null || !absent ? tally.truth() : Truth.UNKNOWN;
            if (said == null) {
                folds.add(before);
            } else if (tally.kind() == Tally.Kind.ANY) {
                folds.add(Growth.truer(before, said));
            } else {
                folds.add(Growth.truer(before.not(), said.not()).not());
            }
        }
        return new State(folds, state.complete() && (absent ? !counts(kind) : kind.complete()));
    }

    /** Whether any of the rules asks for the year, so that leaving it out leaves something open. */
    private static boolean counts(Kind kind) {
        return kind.tallies().stream().anyMatch(tally -> tally.truth() != null);
    }
}

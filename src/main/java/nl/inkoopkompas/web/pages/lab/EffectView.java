package nl.inkoopkompas.web.pages.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a draft as its page shows it.
 *
 * @param outdated whether the draft has changed since
 * @param href address of this simulation
 */
record EffectView(
        String id,
        String status,
        boolean running,
        boolean outdated,
        boolean sample,
        int total,
        int done,
        String from,
        String startedOn,
        String startedAt,
        String startedBy,
        int flipped,
        String share,
        int favourable,
        int unfavourable,
        int mixed,
        int findingsOnly,
        int notDecidable,
        List<Share> lacking,
        int fewBefore,
        int fewAfter,
        List<Move> moves,
        List<Cause> causes,
        List<Breakdown> breakdowns,
        List<Area> areas,
        int areaCount,
        List<Provider> providers,
        String href) {

    /** Cases that went from one outcome to another; the bar in hundredths of the longest. */
    record Move(String from, String to, int count, int bar, String href) {}

    /** Cases that a change is counted for, or several together. */
    record Cause(List<String> sentences, boolean together, String direction, int flips, int bar, String href) {}

    /** Cases by something that they have in common. */
    record Breakdown(String dimension, List<Share> shares) {}

    /** Cases that have something in common. */
    record Share(String label, int flips, int bar) {}

    /** How many can be called on for a product somewhere; {@code effect} is FEW, ENOUGH, MORE or FEWER. */
    record Area(String product, String municipality, int before, int after, String effect) {}

    /** A small or local provider that goes or comes. */
    record Provider(String name, String product, boolean gone, boolean small, boolean local) {}

    /** A flipped case in the list. */
    record CaseLine(
            String applicant,
            String contract,
            String products,
            String from,
            String to,
            List<String> changes,
            String cause,
            String href) {}

    /** A filter that is on, with the address without it. */
    record Filter(String label, String without) {}

    /** A page of flipped cases. */
    record Cases(
            List<CaseLine> lines,
            int first,
            int last,
            int total,
            @Nullable String previous,
            @Nullable String next,
            List<Filter> filters) {}

    /** A simulation in the list of those made before. */
    record Earlier(String label, String status, String on, String href, boolean current) {}
}

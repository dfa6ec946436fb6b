package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier stands, and what the person who looks may do in it.
 *
 * @param id of the round that is shown
 * @param laterHref address of the last round, null where this is the last
 * @param version of the dossier, sent back with every act so that two people do not overtake each other
 * @param determination what was decided on this round, null where nothing is
 * @param rounds findings over the rounds, side by side; null where there is one round
 * @param form to determine, null where this person cannot now
 * @param reading whether this person can read a determination as second reader
 * @param replays whether this person can decide it again
 * @param acts what can be done, and why not the rest
 * @param due terms that letters gave; nothing happens by itself when one has passed
 * @param events what happened, the newest first
 */
record Standing(
        String id,
        @Nullable String laterHref,
        int version,
        @Nullable Determined determination,
        @Nullable RoundsTable rounds,
        @Nullable DetermineForm form,
        boolean reading,
        boolean replays,
        List<Act> acts,
        List<Due> due,
        List<Event> events) {

    /** What was decided, by whom, and what a second reader said. */
    record Determined(
            List<DecidedProduct> products,
            @Nullable String motivation,
            String on,
            String by,
            boolean waits,
            boolean holds,
            @Nullable String readBy,
            @Nullable String readOn,
            @Nullable String readMotivation) {}

    record DecidedProduct(String name, String proposed, String outcome) {}

    /**
     * Rounds side by side.
     *
     * @param heads one for each round: its number, kind and date
     * @param rows what differs between two of them
     * @param same what every round says alike
     */
    record RoundsTable(List<RoundHead> heads, List<RoundRow> rows, List<RoundRow> same) {}

    record RoundHead(int number, @Nullable String kind, String on, String href, boolean open) {}

    /** @param cells one for each round */
    record RoundRow(String criterion, String product, List<RoundCell> cells) {

        boolean changes() {
            return cells.stream().skip(1).anyMatch(cell -> !cell.unchanged());
        }
    }

    /**
     * @param verdict null where the criterion had no finding then
     * @param act what a person did in that round: {@code ACCEPTED}, {@code REFUSED} or {@code LAPSED}; null for nothing
     * @param unchanged whether it says what the round before it said
     */
    record RoundCell(
            int round,
            boolean unchanged,
            @Nullable Verdict verdict,
            String reason,
            @Nullable String act,
            @Nullable String motivation) {}

    /**
     * The form in which a person decides.
     *
     * @param declared papers that nobody has checked, by product code
     */
    record DetermineForm(
            List<DetermineRow> products,
            String motivation,
            Map<String, List<String>> declared,
            List<LikeCase> like,
            boolean secondReader) {}

    /**
     * @param chosen the outcome that is filled in
     * @param settled whether an earlier round ended the matter for this product
     */
    record DetermineRow(String code, String name, String proposed, String chosen, boolean settled) {}

    /** Another application with like facts on a criterion. */
    record LikeCase(
            String criterion,
            String applicant,
            String href,
            boolean same,
            Verdict verdict,
            String answer,
            @Nullable String outcome) {}

    /** @param whyNot null where it can be done */
    record Act(String kind, String href, @Nullable String whyNot) {}

    /** @param letter kind of the letter that gave the term */
    record Due(String letter, String sentOn, String dueOn, boolean passed) {}

    /** @param what key of the sentence, with these values in it */
    record Event(
            String on,
            String iso,
            String time,
            String what,
            List<String> values,
            @Nullable String href) {}
}

package nl.inkoopkompas.web.pages.exceptions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one request.
 *
 * @param client null where it is not for the reader
 * @param next null where no step is left
 * @param tag of the version that was read
 */
record CasePage(
        String id,
        String tag,
        String product,
        String provider,
        String kvkNumber,
        String contract,
        String municipality,
        @Nullable String client,
        String kind,
        String status,
        @Nullable String result,
        boolean urgent,
        NextStepWords.@Nullable Said next,
        String period,
        String value,
        @Nullable String tariff,
        String need,
        @Nullable String impact,
        String ruleBook,
        String asOf,
        List<Tried> tried,
        List<Step> steps,
        List<Action> can,
        List<Action> cannot,
        List<FindingRow> findings,
        List<Like> like,
        Spent spent,
        List<Event> history,
        boolean careBeforeContract,
        @Nullable String openQuestion) {

    /** A provider that was asked before. */
    record Tried(
            String name,
            String kvkNumber,
            String reason,
            @Nullable String note) {}

    /** A step of the way; state is done, now, skipped or empty. */
    record Step(String status, String state, String when) {}

    /** Something that can be done, or why it cannot. */
    record Action(String action, PermitWords.Reason why, List<String> fields) {}

    record FindingRow(
            String name,
            String verdict,
            String reason,
            String basis,
            List<Fact> facts,
            List<Norm> norms,
            @Nullable String remedy) {}

    /** @param value null where it was not given */
    record Fact(String label, @Nullable String value) {}

    /**
     * A norm that a finding applied.
     *
     * @param value null where it is not set
     */
    record Norm(String label, @Nullable String value, String source, boolean example) {}

    /** A like case that was decided on. */
    record Like(String href, String municipality, String result, String decidedOn, boolean other) {}

    /**
     * The amount that counts against the threshold.
     *
     * @param width of this and the earlier ones in the picture, up to 376
     * @param earlierWidth of the earlier ones alone
     */
    record Spent(
            String here,
            String earlier,
            int cases,
            String together,
            @Nullable String threshold,
            int earlierWidth,
            int width) {}

    /** Something that happened. */
    record Event(
            String on,
            String at,
            String by,
            @Nullable String action,
            @Nullable String said) {}
}

package nl.inkoopkompas.web.pages.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advice on the procedure for a contract, as the page shows it.
 *
 * @param lead what the advice comes to, in one sentence
 * @param clear whether one procedure is advised
 * @param robust whether it stands when every weight moves
 * @param turns single changes that turn the advice
 * @param notes findings that need somebody, the gravest first
 * @param settled how many findings are in order or do not apply
 */
record AdviceView(
        String contract,
        String name,
        String asOf,
        String ruleBook,
        boolean stored,
        String outcome,
        String label,
        String summary,
        String lead,
        boolean clear,
        boolean robust,
        List<Option> options,
        List<Turn> turns,
        List<Fact> profile,
        int unknown,
        List<Note> notes,
        int settled,
        List<Day> calendar,
        boolean conflict,
        List<String> next) {

    /**
     * One of the four procedures.
     *
     * @param standing advised, possible, ground or blocked
     * @param width of the bar, in percent
     * @param blockedBy the names of the criteria that block it
     */
    record Option(
            String id,
            String label,
            String standing,
            long score,
            long width,
            List<String> blockedBy,
            List<Argument> advantages,
            List<Argument> disadvantages,
            long plus,
            long minus) {}

    /** An argument, with the width of its bar in percent. */
    record Argument(String text, long weight, long width, String source) {}

    record Turn(String what, String from, String to, String outcome) {}

    record Fact(String label, String value, String source) {}

    record Note(
            String verdict,
            String name,
            String reason,
            @Nullable String remedy,
            List<String> interpretations) {}

    record Day(String on, String action, String actor, boolean tacit, List<String> interpretations) {}

    /** The procedure that the page opens: the one that is advised, or else the best that is possible. */
    public String opened() {
        return options.stream()
                .filter(option -> option.standing().equals("advised"))
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> !option.standing().equals("blocked"))
                        .findFirst())
                .map(Option::id)
                .orElse("");
    }
}

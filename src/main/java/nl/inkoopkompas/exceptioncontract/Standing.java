package nl.inkoopkompas.exceptioncontract;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, as far as the flow asks: what lists show of it, what was done already and who advised.
 *
 * @param advisers everybody who ever advised on it
 */
public record Standing(Line line, Set<CaseAction> done, Set<String> advisers, boolean hasOpenQuestion) {

    /** One act, without what was said with it. */
    record Turn(@Nullable CaseAction action, String by) {}

    /** @param turns all of them, oldest first */
    static Standing of(Line line, List<Turn> turns) {
        Set<CaseAction> done = EnumSet.noneOf(CaseAction.class);
        Set<String> advisers = new HashSet<>();
        boolean open = false;
        for (Turn turn : turns) {
            CaseAction action = turn.action();
            if (action != null) {
                done.add(action);
                open = action == CaseAction.ASK_INFORMATION || (open && action != CaseAction.SUPPLY_INFORMATION);
                if (action == CaseAction.ADVISE) {
                    advisers.add(turn.by());
                }
            }
        }
        return new Standing(line, done, advisers, open);
    }

    static Standing of(ExceptionCase one) {
        return of(
                one.line(),
                one.acts().stream().map(act -> new Turn(act.action(), act.by())).toList());
    }

    boolean wasAdvisedBy(String username) {
        return advisers.contains(username);
    }

    boolean isDone(CaseAction action) {
        return done.contains(action);
    }
}

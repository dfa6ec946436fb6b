package nl.inkoopkompas.exceptioncontract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.inkoopkompas.exceptioncontract.Act.Tariff;
import org.jspecify.annotations.Nullable;

/**
 * A request for an exception contract, as it stands.
 *
 * @param line what lists show of it
 * @param acts all that was done, oldest first
 */
public record ExceptionCase(Line line, List<Act> acts) {

    /**
     * What lists show of a case.
     *
     * @param turn the number of the last act
     * @param decision the last decision; the first has the id of the case
     * @param since from when it has this status
     * @param dueOn by when the next step has to be taken; null where there is no term
     * @param ruleBook the version that all of it is decided with
     * @param resultAt when it got its result; null as long as it has none
     */
    public record Line(
            UUID id,
            String municipality,
            String client,
            String contract,
            String product,
            String kvkNumber,
            String providerName,
            BigDecimal value,
            boolean urgent,
            LocalDate asOf,
            List<String> reasons,
            Instant submittedAt,
            String submittedBy,
            ExceptionKind kind,
            CaseStatus status,
            @Nullable CaseResult result,
            int turn,
            UUID decision,
            String likeness,
            Instant since,
            @Nullable Instant resultAt,
            @Nullable String resultBy,
            @Nullable LocalDate dueOn,
            String ruleBook) {

        /** Whether the next step should have been taken before a day. */
        public boolean isOverdueOn(LocalDate day) {
            return dueOn != null && dueOn.isBefore(day);
        }
    }

    public UUID id() {
        return line.id();
    }

    public String municipality() {
        return line.municipality();
    }

    public CaseStatus status() {
        return line.status();
    }

    public @Nullable CaseResult result() {
        return line.result();
    }

    /** The question that nobody has answered yet. */
    public Optional<Act> openQuestion() {
        Optional<Act> asked = last(act -> act.is(CaseAction.ASK_INFORMATION));
        Optional<Act> answered = last(act -> act.is(CaseAction.SUPPLY_INFORMATION));
        return asked.filter(question -> answered.isEmpty() || answered.get().turn() < question.turn());
    }

    boolean isDone(CaseAction action) {
        return acts.stream().anyMatch(act -> act.is(action));
    }

    /** The last advice, as long as the case was not taken back to be advised on anew. */
    public Optional<Act> advice() {
        return last(act -> act.is(CaseAction.ADVISE));
    }

    /** The act that decided on it. */
    public Optional<Act> decided() {
        return last(act -> act.is(CaseAction.APPROVE) || act.is(CaseAction.REJECT));
    }

    /** Whether care can begin while there is no contract. */
    public boolean startedBeforeContract() {
        return isDone(CaseAction.ISSUE_INDICATION) && !isDone(CaseAction.DRAW_UP_CONTRACT);
    }

    /** The tariff that was agreed on last. */
    public Optional<Tariff> agreedTariff() {
        return last(act -> act.is(CaseAction.AGREE_TARIFF))
                .map(act -> act.said().tariff());
    }

    private Optional<Act> last(Predicate<Act> which) {
        return acts.stream().filter(which).reduce((earlier, later) -> later);
    }
}

package nl.inkoopkompas.exceptioncontract;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The flow of a case, written down once more and plainly: what the contract says, without tables. */
final class ReferenceFlow {

    private static final Set<CaseStatus> OPEN =
            Set.of(CaseStatus.SUBMITTED, CaseStatus.UNDER_REVIEW, CaseStatus.TARIFF_TALKS, CaseStatus.ADVISED);

    private final String municipality;
    private final Set<String> advisers = new HashSet<>();
    private CaseStatus status = CaseStatus.SUBMITTED;
    private @Nullable CaseResult result;
    private boolean question;
    private boolean issued;
    private boolean drawnUp;

    ReferenceFlow(String municipality) {
        this.municipality = municipality;
    }

    CaseStatus status() {
        return status;
    }

    @Nullable
    CaseResult result() {
        return result;
    }

    /** What a call would be answered: 200, 403 or 409. */
    int answer(Actor actor, CaseAction action) {
        if (!mayEver(actor, action)) {
            return 403;
        }
        return mayNow(action) ? 200 : 409;
    }

    private boolean mayEver(Actor actor, CaseAction action) {
        boolean own = municipality.equals(actor.municipality());
        return switch (action) {
            case TAKE_UP, ASK_INFORMATION, START_TARIFF_TALKS, AGREE_TARIFF, ADVISE, DRAW_UP_CONTRACT, CLOSE ->
                actor.role().equals("RWO");
            case SUPPLY_INFORMATION, ISSUE_INDICATION, SEEK_ALTERNATIVE, WITHDRAW ->
                actor.role().equals("TOEGANG") && own;
            case APPROVE, REJECT, RETURN ->
                actor.role().equals("PROGRAMMADIRECTEUR") && !advisers.contains(actor.username());
        };
    }

    private boolean mayNow(CaseAction action) {
        return switch (action) {
            case TAKE_UP -> status == CaseStatus.SUBMITTED;
            case ASK_INFORMATION, START_TARIFF_TALKS, ADVISE -> status == CaseStatus.UNDER_REVIEW && !question;
            case SUPPLY_INFORMATION -> status == CaseStatus.UNDER_REVIEW && question;
            case AGREE_TARIFF -> status == CaseStatus.TARIFF_TALKS;
            case APPROVE, REJECT, RETURN -> status == CaseStatus.ADVISED;
            case ISSUE_INDICATION -> status == CaseStatus.APPROVED && !issued;
            case DRAW_UP_CONTRACT -> status == CaseStatus.APPROVED && !drawnUp;
            case CLOSE -> status == CaseStatus.CONTRACTED;
            case SEEK_ALTERNATIVE -> status == CaseStatus.REJECTED;
            case WITHDRAW -> OPEN.contains(status);
        };
    }

    void take(Actor actor, CaseAction action) {
        switch (action) {
            case TAKE_UP, AGREE_TARIFF, RETURN -> status = CaseStatus.UNDER_REVIEW;
            case ASK_INFORMATION -> question = true;
            case SUPPLY_INFORMATION -> question = false;
            case START_TARIFF_TALKS -> status = CaseStatus.TARIFF_TALKS;
            case ADVISE -> {
                status = CaseStatus.ADVISED;
                advisers.add(actor.username());
            }
            case APPROVE -> end(CaseStatus.APPROVED, CaseResult.APPROVED);
            case REJECT -> end(CaseStatus.REJECTED, CaseResult.REJECTED);
            case WITHDRAW -> end(CaseStatus.WITHDRAWN, CaseResult.WITHDRAWN);
            case ISSUE_INDICATION -> issued = true;
            case DRAW_UP_CONTRACT -> drawnUp = true;
            case CLOSE, SEEK_ALTERNATIVE -> status = CaseStatus.CLOSED;
        }
        if (issued && drawnUp && status == CaseStatus.APPROVED) {
            status = CaseStatus.CONTRACTED;
        }
    }

    private void end(CaseStatus reached, CaseResult how) {
        status = reached;
        result = how;
    }
}

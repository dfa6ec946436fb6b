package nl.inkoopkompas.exceptioncontract;

import java.util.Arrays;
import java.util.Optional;

/** What people can do with a case. */
public enum CaseAction {
    TAKE_UP,
    ASK_INFORMATION,
    SUPPLY_INFORMATION,
    START_TARIFF_TALKS,
    AGREE_TARIFF,
    ADVISE,
    APPROVE,
    REJECT,
    RETURN,
    ISSUE_INDICATION,
    DRAW_UP_CONTRACT,
    CLOSE,
    SEEK_ALTERNATIVE,
    WITHDRAW;

    static Optional<CaseAction> of(String name) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(name))
                .findFirst();
    }
}

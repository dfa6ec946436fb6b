package nl.inkoopkompas.procedure;

import java.util.EnumSet;
import java.util.Set;

/** The four ways in which a contract can be bought. */
enum Procedure {
    OPEN_HOUSE("OPEN_HOUSE"),
    SAS("SAS"),
    SINGLE_PRIVATE_TENDER("DIRECT_AWARD"),
    NEGOTIATED_WITHOUT_PUBLICATION("DIRECT_AWARD");

    /** The outcome, or the effect of a criterion, that leaves the choice to people. */
    static final String UNDECIDED = "UNDECIDED";

    private final String kind;

    Procedure(String kind) {
        this.kind = kind;
    }

    /** The procedures that a criterion with this effect blocks. */
    static Set<Procedure> of(String effect) {
        Set<Procedure> blocked = EnumSet.noneOf(Procedure.class);
        for (Procedure procedure : values()) {
            if (procedure.kind.equals(effect)) {
                blocked.add(procedure);
            }
        }
        return blocked;
    }
}

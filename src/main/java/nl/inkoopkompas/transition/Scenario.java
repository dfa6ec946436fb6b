package nl.inkoopkompas.transition;

/** What can happen to a group of indications. Which are possible, and how they score, stands in the rule book. */
public enum Scenario {
    CONTINUE,
    RUN_OFF,
    REINDICATE_DURING,
    MOVE_AT_SWITCH,
    REINDICATE_BEFORE
}

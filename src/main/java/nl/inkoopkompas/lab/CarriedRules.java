package nl.inkoopkompas.lab;

import nl.inkoopkompas.rulebook.RuleBookFiles;

/** The rules that the program brings along: a proposal, never in force by itself once a register holds rule books. */
public record CarriedRules(RuleBookFiles files) {}

/**
 * Besluit: the words that rules are written in, what a decision consists of, and the engine that is the only way to
 * one. Knows no Spring.
 */
@ApplicationModule(allowedDependencies = {"rulebook"})
@NullMarked
package nl.inkoopkompas.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

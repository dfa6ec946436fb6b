/** Beleidslab: change a rule, see what it does, publish it. Knows no decision by name. */
@ApplicationModule(allowedDependencies = {"register", "decision", "rulebook", "sheets"})
@NullMarked
package nl.inkoopkompas.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

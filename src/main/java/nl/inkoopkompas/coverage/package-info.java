/** Dekking: how many providers there are for each product in each place, and what may follow; plan § 5.1. */
@ApplicationModule(allowedDependencies = {"admission", "contracting", "register", "decision", "rulebook", "sheets"})
@NullMarked
package nl.inkoopkompas.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

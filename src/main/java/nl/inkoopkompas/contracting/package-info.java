/** Contractering: who is contracted for what, from when and where. */
@ApplicationModule(allowedDependencies = {"register", "decision", "rulebook", "sheets"})
@NullMarked
package nl.inkoopkompas.contracting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

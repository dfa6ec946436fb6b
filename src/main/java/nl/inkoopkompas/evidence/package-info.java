/** Bewijsstukken: documents handed in for a dossier, what they prove, who checked them and when they expire. */
@ApplicationModule(allowedDependencies = {"register", "decision", "rulebook"})
@NullMarked
package nl.inkoopkompas.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

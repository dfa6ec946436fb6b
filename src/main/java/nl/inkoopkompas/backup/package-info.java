/** Reservekopie: a copy of everything that the program keeps in files, and back. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.inkoopkompas.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

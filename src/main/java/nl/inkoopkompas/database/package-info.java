/** Database: as whom the program comes to its data. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.inkoopkompas.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

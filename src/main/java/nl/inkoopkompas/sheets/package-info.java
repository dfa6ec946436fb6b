/** Rekenbladen: spreadsheets read and written, whatever they are about. Knows no Spring. */
@ApplicationModule(allowedDependencies = {"decision", "rulebook"})
@NullMarked
package nl.inkoopkompas.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

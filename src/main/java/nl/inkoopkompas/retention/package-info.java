/** Bewaartermijn: what is removed when it need not be kept any more. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.inkoopkompas.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Register: what was decided, append-only, with an audit chain, rounds and replay. */
@ApplicationModule(allowedDependencies = {"decision", "rulebook"})
@NullMarked
package nl.inkoopkompas.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

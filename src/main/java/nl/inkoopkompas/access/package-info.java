/** Toegang: users, roles, municipalities, and the table of who may do what. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.inkoopkompas.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

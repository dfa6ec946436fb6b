/** Uitzonderingscontracten: the URC and the CSA, from request to contract (plan 5.1 and 7.3). */
@ApplicationModule(allowedDependencies = {"contracting", "register", "decision", "decision :: algebra", "rulebook"})
@NullMarked
package nl.inkoopkompas.exceptioncontract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Webhooks: tells the systems of municipalities what happens to their exceptions (plan 7.3). */
@ApplicationModule(allowedDependencies = {"exceptioncontract"})
@NullMarked
package nl.inkoopkompas.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

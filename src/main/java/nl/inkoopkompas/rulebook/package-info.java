/**
 * Regelboek: one version of all policy (rules, decision tables, parameters, texts) as one immutable thing, read,
 * checked, hashed and compiled. Knows no Spring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.inkoopkompas.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

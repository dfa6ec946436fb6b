/** Effectmeting: what a draft does to the cases of a population, real or made up, change by change. */
@NamedInterface("simulation")
@NullMarked
package nl.inkoopkompas.lab.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * De effectmeting: what a draft does to the cases of a population, real or generated, change by change (plan 4.4.1).
 */
@NullMarked
package nl.inkoopkompas.lab.simulation;

import org.jspecify.annotations.NullMarked;

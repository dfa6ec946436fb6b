/**
 * Inkoopkompas (<i>procurement compass</i>): explained admission decisions for the procurement of care under the
 * Jeugdwet and the Wmo.
 */
@NullMarked
package nl.inkoopkompas;

import org.jspecify.annotations.NullMarked;

/** Controle: everything that can be found about a draft without trying it on cases. */
@NamedInterface("verification")
@NullMarked
package nl.inkoopkompas.lab.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

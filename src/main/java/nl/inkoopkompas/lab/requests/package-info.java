/** Wijzigingsverzoeken: anyone with an account asks for a change of policy, and sees what becomes of it. */
@NamedInterface("requests")
@NullMarked
package nl.inkoopkompas.lab.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

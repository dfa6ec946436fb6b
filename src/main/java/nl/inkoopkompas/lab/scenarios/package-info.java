/** Scenario's: the golden cases of a rule book run under a draft of it, and what the draft's edits changed in them. */
@NamedInterface("scenarios")
@NullMarked
package nl.inkoopkompas.lab.scenarios;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

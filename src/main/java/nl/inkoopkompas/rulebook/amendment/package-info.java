/** Wijzigingen: a rule book changed in its files, value by value, so that all that is not changed keeps its bytes. */
@NamedInterface("amendment")
@NullMarked
package nl.inkoopkompas.rulebook.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

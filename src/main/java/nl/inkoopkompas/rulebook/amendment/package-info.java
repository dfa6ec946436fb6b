/** Wijzigingen: a rule book changed in its files, value by value, so that all that is not changed keeps its bytes. */
@NullMarked
package nl.inkoopkompas.rulebook.amendment;

import org.jspecify.annotations.NullMarked;

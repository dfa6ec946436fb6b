/**
 * De algebra van de criteria: the words in which a criterion is declared, and how each of them is judged with unknown
 * facts and unset norms (plan 4.4.1).
 */
@NamedInterface("algebra")
@NullMarked
package nl.inkoopkompas.decision.algebra;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

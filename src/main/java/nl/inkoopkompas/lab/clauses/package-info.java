/**
 * Nooit strenger dan de tekst: which norm and rule rests on which clause of its source, where a value asks more than
 * the text does, and what changed in a source. What is found has to be explained before a draft is published.
 */
@NamedInterface("clauses")
@NullMarked
package nl.inkoopkompas.lab.clauses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

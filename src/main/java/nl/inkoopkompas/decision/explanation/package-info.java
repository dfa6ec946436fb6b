/** De toelichting: turns findings into sentences, from the templates of a rule book (plan 4.4.1). */
@NamedInterface("explanation")
@NullMarked
package nl.inkoopkompas.decision.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

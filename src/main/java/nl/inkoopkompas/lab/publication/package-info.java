/** Publicatie: a draft is proposed, judged by another person, and becomes the rule book from a day on. */
@NamedInterface("publication")
@NullMarked
package nl.inkoopkompas.lab.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

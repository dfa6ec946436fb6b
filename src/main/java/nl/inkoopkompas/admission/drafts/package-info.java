/** Concepten van aanvragen: applications that are being filled in, each by one person, until they are recorded. */
@NamedInterface("drafts")
@NullMarked
package nl.inkoopkompas.admission.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

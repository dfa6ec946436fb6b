/** Audit: who was refused what, and who looked at which dossier. */
@NullMarked
package nl.inkoopkompas.web.audit;

import org.jspecify.annotations.NullMarked;

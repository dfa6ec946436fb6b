/** Inkoopadvies: the pages that advise on how a contract is bought, and by when somebody has to act. */
@NullMarked
package nl.inkoopkompas.web.pages.procedure;

import org.jspecify.annotations.NullMarked;

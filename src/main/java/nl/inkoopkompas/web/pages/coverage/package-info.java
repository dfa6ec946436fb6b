/** Dekking: the page that shows how many providers there are, and what was established about that. */
@NullMarked
package nl.inkoopkompas.web.pages.coverage;

import org.jspecify.annotations.NullMarked;

/** Zoeken: one search over everything that a person may see. */
@NullMarked
package nl.inkoopkompas.web.pages.search;

import org.jspecify.annotations.NullMarked;

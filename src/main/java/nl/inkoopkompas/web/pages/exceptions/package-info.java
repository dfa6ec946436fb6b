/** Schermen van uitzonderingen: requests for exception contracts, what people do with them, and under which mandate. */
@NullMarked
package nl.inkoopkompas.web.pages.exceptions;

import org.jspecify.annotations.NullMarked;

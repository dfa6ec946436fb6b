/** Inlezen: the imports of spreadsheets, as pages and API start and follow them. */
@NullMarked
package nl.inkoopkompas.web.imports;

import org.jspecify.annotations.NullMarked;

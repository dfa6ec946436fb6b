/** Schermen van het regellab: drafts, the table editor, what is found, proposals, and the rule book to read. */
@NullMarked
package nl.inkoopkompas.web.pages.lab;

import org.jspecify.annotations.NullMarked;

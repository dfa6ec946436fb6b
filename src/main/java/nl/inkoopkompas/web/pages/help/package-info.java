/** Hulp: a page for each task, terms, keys, licences, accessibility, and questions with their answers. */
@NullMarked
package nl.inkoopkompas.web.pages.help;

import org.jspecify.annotations.NullMarked;

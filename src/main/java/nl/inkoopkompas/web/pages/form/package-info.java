/** Formulier voor één aanvraag: filling in one application in steps that follow from the rule book. */
@NullMarked
package nl.inkoopkompas.web.pages.form;

import org.jspecify.annotations.NullMarked;

/** Overgang: the pages on plans for running indications (plan 7.5). */
@NullMarked
package nl.inkoopkompas.web.pages.transition;

import org.jspecify.annotations.NullMarked;

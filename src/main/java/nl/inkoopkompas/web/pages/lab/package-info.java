/** Schermen van het regellab. */
@NullMarked
package nl.inkoopkompas.web.pages.lab;

import org.jspecify.annotations.NullMarked;

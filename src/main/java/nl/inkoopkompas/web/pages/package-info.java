/** Schermen: the server-rendered Dutch pages. */
@NullMarked
package nl.inkoopkompas.web.pages;

import org.jspecify.annotations.NullMarked;

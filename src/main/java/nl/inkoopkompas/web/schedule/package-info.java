/** Work that the clock starts. */
@NullMarked
package nl.inkoopkompas.web.schedule;

import org.jspecify.annotations.NullMarked;

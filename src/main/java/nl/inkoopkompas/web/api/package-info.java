/** API: the JSON interface. */
@NullMarked
package nl.inkoopkompas.web.api;

import org.jspecify.annotations.NullMarked;

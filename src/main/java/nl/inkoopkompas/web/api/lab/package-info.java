/** API van het regellab: the lab as JSON. */
@NullMarked
package nl.inkoopkompas.web.api.lab;

import org.jspecify.annotations.NullMarked;

/** Web: the way in for people and machines, and the only place that reads the clock. */
@ApplicationModule
@NullMarked
package nl.inkoopkompas.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Invoerdomein: all inputs that a criterion can tell apart, in one or two rule books, one example of each. */
@NamedInterface("domain")
@NullMarked
package nl.inkoopkompas.lab.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

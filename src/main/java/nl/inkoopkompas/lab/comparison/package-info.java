/** Vergelijking: what two rule books say of the same inputs, and what a policy maker says that may never happen. */
@NamedInterface("comparison")
@NullMarked
package nl.inkoopkompas.lab.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

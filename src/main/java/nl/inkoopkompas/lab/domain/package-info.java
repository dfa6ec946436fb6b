/** Invoerdomein: all inputs that a criterion can tell apart, in one or two rule books, one example of each. */
@NullMarked
package nl.inkoopkompas.lab.domain;

import org.jspecify.annotations.NullMarked;

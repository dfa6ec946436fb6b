/**
 * De regelbestanden: reads, checks and compiles the rule files of a decision, and lets them judge a case (plan 4.4.1).
 */
@NamedInterface("rules")
@NullMarked
package nl.inkoopkompas.decision.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

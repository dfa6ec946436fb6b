/** Procedurekeuze: how a contract is bought, and by when who has to extend it (plan 5.1, 6 and annex 1). */
@ApplicationModule(
        allowedDependencies = {
            "contracting",
            "register",
            "decision",
            "decision :: algebra",
            "decision :: explanation",
            "rulebook"
        })
@NullMarked
package nl.inkoopkompas.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

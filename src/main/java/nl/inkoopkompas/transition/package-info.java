/** Overgang: what happens to running indications when contracts change (plan 7.5). */
@ApplicationModule(
        allowedDependencies = {
            "register",
            "decision",
            "decision :: algebra",
            "decision :: explanation",
            "rulebook",
            "sheets"
        })
@NullMarked
package nl.inkoopkompas.transition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

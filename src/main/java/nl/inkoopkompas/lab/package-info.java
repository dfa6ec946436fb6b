/** Regellab: rule changes tried, verified, compared and published. Knows no decision: it works through their types. */
@ApplicationModule(
        allowedDependencies = {
            "register",
            "decision",
            "decision :: explanation",
            "decision :: algebra",
            "decision :: rules",
            "rulebook",
            "rulebook :: amendment",
            "sheets"
        })
@NullMarked
package nl.inkoopkompas.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

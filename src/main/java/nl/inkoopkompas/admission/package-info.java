/** Toelating: whether a provider is admitted to a procurement. */
@ApplicationModule(
        allowedDependencies = {
            "register",
            "decision",
            "decision :: algebra",
            "decision :: explanation",
            "rulebook",
            "sheets",
            "contracting",
            "evidence"
        })
@NullMarked
package nl.inkoopkompas.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

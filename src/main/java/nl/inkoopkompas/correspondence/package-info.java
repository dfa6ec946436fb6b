/** Correspondentie: letters, the mail outbox, and the dossier on paper (plan 4.4.1). */
@ApplicationModule(
        allowedDependencies = {"register", "decision", "decision :: explanation", "exceptioncontract", "rulebook"})
@NullMarked
package nl.inkoopkompas.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package nl.inkoopkompas.web.api;

import java.util.Arrays;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.jspecify.annotations.Nullable;

/** The version of a dossier, as an entity tag. */
final class DossierVersion {

    private DossierVersion() {}

    static String tag(Dossier dossier) {
        return "\"" + dossier.id() + "-" + dossier.turn() + "\"";
    }

    /** Refuses with a 412 a caller who saw another version. */
    static void check(@Nullable String ifMatch, Dossier dossier) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",")).noneMatch(tag -> tag.strip().equals(tag(dossier)))) {
            throw Refused.because(
                    Kind.CHANGED,
                    "Het dossier is veranderd sinds u het las. Lees het opnieuw.",
                    "The dossier has changed since you read it. Read it again.");
        }
    }
}

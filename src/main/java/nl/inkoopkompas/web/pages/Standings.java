package nl.inkoopkompas.web.pages;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where dossiers stand, as the dossier page shows it. */
interface Standings {

    /**
     * @param filledIn what a person had filled in to determine, by product code, and {@code motivering}; empty at first
     */
    Optional<Standing> of(UUID decision, String username, Map<String, String> filledIn, Locale locale);
}

package nl.inkoopkompas.web.pages;

import java.util.List;
import nl.inkoopkompas.web.pages.ApplicationImports.CellError;

/**
 * The page that shows how far an import is.
 *
 * @param errorCount how many errors there are, of which the first are shown
 * @param href address of this page
 * @param listHref address of the list, narrowed to this import
 */
record ImportProgress(
        String fileName,
        String startedOn,
        String startedAt,
        String startedBy,
        boolean running,
        int applications,
        int done,
        int recorded,
        List<Count> outcomes,
        int errorCount,
        List<CellError> errors,
        String href,
        String resultsHref,
        String listHref) {

    /** The page stays readable; the download holds all errors. */
    static final int ERRORS_SHOWN = 200;

    record Count(String outcome, int count) {}
}

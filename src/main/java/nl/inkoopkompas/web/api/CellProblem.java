package nl.inkoopkompas.web.api;

import java.util.List;
import nl.inkoopkompas.register.ImportJobs;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, and where; what is null does not apply. */
record CellProblem(
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable String column,
        String detail) {

    /** All that is wrong with the file of an import. */
    static List<CellProblem> all(ImportJobs.State state, Language language) {
        return state.errors().stream()
                .map(error -> new CellProblem(
                        error.sheet(),
                        error.row(),
                        error.column(),
                        error.detail().in(language)))
                .toList();
    }
}

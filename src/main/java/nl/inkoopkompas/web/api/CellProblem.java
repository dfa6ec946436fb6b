package nl.inkoopkompas.web.api;

import nl.inkoopkompas.register.ImportJobs;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, and where; what is null does not apply. */
record CellProblem(
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable String column,
        String detail) {

    static CellProblem of(ImportJobs.Error error, Language language) {
        return new CellProblem(
                error.sheet(), error.row(), error.column(), error.detail().in(language));
    }
}

package nl.inkoopkompas.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database does not let its owner make the user that the program runs as. */
final class AppUserRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    AppUserRefused(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Says so in two sentences instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<AppUserRefused> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, AppUserRefused cause) {
            return new FailureAnalysis(
                    "The database cannot be reached, or its owner may not make the user that the program runs as: "
                            + cause.getMessage(),
                    "Check SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD, and give that user the right CREATEROLE; or make"
                            + " a user yourself and name it in inkoopkompas.database.username and .password.",
                    cause);
        }
    }
}

package nl.inkoopkompas.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Outside the demo nobody could log in, or everybody as an invented person: then the program does not start. */
final class NoIdentityProvider extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Component
    @Profile("!demo")
    static class Check {

        Check() {
            throw new NoIdentityProvider();
        }
    }

    /** Says so in one sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NoIdentityProvider> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoIdentityProvider cause) {
            return new FailureAnalysis(
                    "Inkoopkompas does not start outside the profile \"demo\" because no identity provider is configured.",
                    "Start with the profile \"demo\" to try it with invented users.",
                    cause);
        }
    }
}

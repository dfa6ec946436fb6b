package nl.inkoopkompas.access;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The program is set up so that the wrong people could get in, or data get lost: then it does not start. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Problem problem;

    /** What is wrong, and what to do. */
    enum Problem {
        DEMO_IN_PRODUCTION(
                "Inkoopkompas does not start with the profiles \"production\" and \"demo\" together, because everybody knows"
                        + " the users of the demo and their password.",
                "Start with the profile \"production\" alone."),
        NO_ISSUER(
                "Inkoopkompas does not start outside the profile \"demo\" because no identity provider is configured.",
                "Set inkoopkompas.oidc.issuer, inkoopkompas.oidc.client-id and inkoopkompas.oidc.client-secret, or start with"
                        + " the profile \"demo\" to try it with invented users."),
        H2_WITH_SEVERAL_INSTANCES(
                "Inkoopkompas does not start with several instances on H2, because a database in a file belongs to one.",
                "Set spring.datasource.url to a PostgreSQL database, or inkoopkompas.instances to 1.");

        private final String description;
        private final String action;

        Problem(String description, String action) {
            this.description = description;
            this.action = action;
        }

        String description() {
            return description;
        }
    }

    private StartRefused(Problem problem) {
        super(problem.description);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** Looks before anything else is made, so that this is what goes wrong first. */
    @Component
    static class Check implements BeanFactoryPostProcessor {

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
            Environment environment = beans.getBean(Environment.class);
            boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
            if (demo && Arrays.asList(environment.getActiveProfiles()).contains("production")) {
                throw new StartRefused(Problem.DEMO_IN_PRODUCTION);
            }
            if (!demo && isMissing(environment, "inkoopkompas.oidc.issuer", "inkoopkompas.oidc.client-id")) {
                throw new StartRefused(Problem.NO_ISSUER);
            }
            if (environment.getProperty("inkoopkompas.instances", Integer.class, 1) > 1
                    && environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:")) {
                throw new StartRefused(Problem.H2_WITH_SEVERAL_INSTANCES);
            }
        }

        private static boolean isMissing(Environment environment, String... properties) {
            return Arrays.stream(properties)
                    .anyMatch(property -> environment.getProperty(property, "").isBlank());
        }
    }

    /** Says so in one sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartRefused> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
            return new FailureAnalysis(cause.problem.description, cause.problem.action, cause);
        }
    }
}

package nl.inkoopkompas.access;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inkoopkompas.access.StartRefused.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StartRefusedTests {

    private static final String[] ISSUER = {
        "inkoopkompas.oidc.issuer=https://login.example.nl", "inkoopkompas.oidc.client-id=inkoopkompas"
    };

    private final ApplicationContextRunner program =
            new ApplicationContextRunner().withUserConfiguration(StartRefused.Check.class);

    @Test
    void startsAsADemo() {
        in("demo").run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsInProductionWithAnIssuer() {
        in("production").withPropertyValues(ISSUER).run(context -> assertThat(context)
                .hasNotFailed());
    }

    @Test
    void doesNotStartWithoutAnIssuer() {
        refuses(in("production"), Problem.NO_ISSUER);
        refuses(in("test"), Problem.NO_ISSUER);
        refuses(in("production").withPropertyValues(ISSUER[0]), Problem.NO_ISSUER);
    }

    @Test
    void doesNotStartWithDemoUsersInProduction() {
        refuses(in("production,demo").withPropertyValues(ISSUER), Problem.DEMO_IN_PRODUCTION);
    }

    @Test
    void doesNotStartSeveralInstancesOnH2() {
        ApplicationContextRunner several =
                in("production").withPropertyValues(ISSUER).withPropertyValues("inkoopkompas.instances=2");

        refuses(
                several.withPropertyValues("spring.datasource.url=jdbc:h2:file:./data/x"),
                Problem.H2_WITH_SEVERAL_INSTANCES);
        several.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost/x")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private ApplicationContextRunner in(String profiles) {
        return program.withPropertyValues("spring.profiles.active=" + profiles);
    }

    /** And says so in one sentence. */
    private static void refuses(ApplicationContextRunner program, Problem problem) {
        program.run(context -> assertThat(context).getFailure().isInstanceOfSatisfying(StartRefused.class, failure -> {
            assertThat(failure.problem()).isEqualTo(problem);
            assertThat(new StartRefused.Analyzer().analyze(failure).getDescription())
                    .isEqualTo(problem.description())
                    .matches("[^.]+\\.");
        }));
    }
}

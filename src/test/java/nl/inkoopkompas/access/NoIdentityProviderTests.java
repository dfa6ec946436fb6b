package nl.inkoopkompas.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NoIdentityProviderTests {

    private final ApplicationContextRunner program =
            new ApplicationContextRunner().withUserConfiguration(NoIdentityProvider.Check.class);

    @Test
    void startsAsADemo() {
        program.withPropertyValues("spring.profiles.active=demo")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void doesNotStartWithAnotherProfileAndSaysWhyInOneSentence() {
        program.withPropertyValues("spring.profiles.active=production").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOfSatisfying(
                        NoIdentityProvider.class, failure -> assertThat(new NoIdentityProvider.Analyzer()
                                        .analyze(failure)
                                        .getDescription())
                                .contains("identity provider")));
    }
}

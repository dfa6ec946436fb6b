package nl.inkoopkompas.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DemoDataTests {

    private static MockEnvironment profile(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return environment;
    }

    @Test
    void isBusyUntilApplicationsAndExceptionsAreThere() {
        DemoData data = new DemoData(profile("demo"), true);

        assertThat(data.isBusy()).isTrue();
        data.partIsReady();
        assertThat(data.isBusy()).isTrue();
        data.partIsReady();
        assertThat(data.isBusy()).isFalse();
    }

    @Test
    void isNeverBusyWhereNothingIsReadIn() {
        assertThat(new DemoData(profile("demo"), false).isBusy()).isFalse();
        assertThat(new DemoData(profile("production"), true).isBusy()).isFalse();
    }
}

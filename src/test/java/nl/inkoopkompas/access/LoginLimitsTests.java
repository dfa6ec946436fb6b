package nl.inkoopkompas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginLimitsTests {

    private final LoginLimits limits = new LoginLimits(2, 3);

    @Test
    void makesANameWaitAfterTooManyFailuresWhereverTheyComeFrom() {
        limits.failed(new LoginAttempt("a", "1"));
        assertThat(limits.wait(new LoginAttempt("a", "1"))).isZero();
        limits.failed(new LoginAttempt("a", "2"));

        assertThat(limits.wait(new LoginAttempt("a", "3"))).isPositive();
        assertThat(limits.wait(new LoginAttempt("b", "1"))).isZero();
    }

    @Test
    void makesAnAddressWaitAfterTooManyFailuresWhateverTheName() {
        limits.failed(new LoginAttempt("a", "1"));
        limits.failed(new LoginAttempt("b", "1"));
        limits.failed(new LoginAttempt(null, "1"));

        assertThat(limits.wait(new LoginAttempt("c", "1"))).isPositive();
        assertThat(limits.wait(new LoginAttempt(null, "1"))).isPositive();
        assertThat(limits.wait(new LoginAttempt("c", "2"))).isZero();
    }

    @Test
    void neverLetsSomebodyWaitLongerForGoingOn() {
        for (int i = 0; i < 1000; i++) {
            limits.failed(new LoginAttempt("a", "1"));
        }

        assertThat(limits.wait(new LoginAttempt("a", "1"))).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void notesNoMoreThanSoManyFailuresOfOneAddress() {
        int noted = 0;
        for (int i = 0; i < 1000; i++) {
            noted += limits.mayBeNoted("1") ? 1 : 0;
        }

        assertThat(noted).isBetween(6, 10);
        assertThat(limits.mayBeNoted("2")).isTrue();
    }
}

package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456782",
                "BSN 123456782.",
                "123.456.782",
                "1234 56 782",
                "x123456782y",
                "123456782, 5",
                "123\u00a0456\u00a0782",
                "12345678;111222333"
            })
    void findsNineDigitsThatPassTheElevenTest(String text) {
        assertThat(CitizenNumber.occursIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456783", "1234567820", "0123456782", "12345678", "1 123456782", "123-456-782", "D-1"})
    void leavesOtherTextsAlone(String text) {
        assertThat(CitizenNumber.occursIn(text)).isFalse();
    }
}

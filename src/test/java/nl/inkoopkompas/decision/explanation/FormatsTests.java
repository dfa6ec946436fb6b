package nl.inkoopkompas.decision.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Shape;
import org.junit.jupiter.api.Test;

class FormatsTests {

    @Test
    void writesAnAmountAsItsLanguageDoes() {
        BigDecimal amount = new BigDecimal("1250000.5");

        assertThat(formats(Language.NL).value(amount, "euro")).isEqualTo("€\u00a01.250.000,50");
        assertThat(formats(Language.EN).value(amount, "euro")).isEqualTo("€\u00a01,250,000.50");
    }

    private static Formats formats(Language language) {
        return new Formats(new Shape(""), language);
    }
}

package nl.inkoopkompas.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerTests {

    @ParameterizedTest
    @CsvSource({
        "1, 110, 1 2 … 11",
        "6, 110, 1 … 5 6 7 … 11",
        "11, 110, 1 … 10 11",
        "2, 30, 1 2 3",
        "1, 0, 1",
        "1, 10, 1"
    })
    void showsTheEndsAndTheNeighbours(int page, int total, String numbers) {
        var shown = Pager.of(page, 10, total, number -> "?pagina=" + number).pages().stream()
                .map(each -> each.href() == null ? "…" : String.valueOf(each.number()))
                .toList();

        assertThat(String.join(" ", shown)).isEqualTo(numbers);
    }

    @Test
    void saysWhichItemsAreOnThePage() {
        var last = Pager.of(3, 10, 25, number -> "?pagina=" + number);

        assertThat(last.first()).isEqualTo(21);
        assertThat(last.last()).isEqualTo(25);
        assertThat(last.previous()).isEqualTo("?pagina=2");
        assertThat(last.next()).isNull();
    }
}

package nl.inkoopkompas.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.decision.Finding.Fact;
import nl.inkoopkompas.decision.Finding.Remedy;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 2);
    private static final Formats DUTCH = new Formats(Locale.forLanguageTag("nl"));

    @Test
    void placesTheEventInTheWindowThatIsLookedBackOn() {
        var line =
                Timeline.of(finding(LocalDate.of(2027, 5, 11), 3), AS_OF, DUTCH).orElseThrow();

        assertThat(line.events()).singleElement().satisfies(event -> {
            assertThat(event.date()).isEqualTo("10-5-2024");
            assertThat(event.x()).isBetween(line.window().x(), line.asOf().x());
        });
        assertThat(line.window().date()).isEqualTo("2-11-2023");
        assertThat(line.metFrom().x()).isGreaterThan(line.asOf().x());
    }

    @Test
    void drawsNoWindowWithoutANormInYearsOrMonths() {
        assertThat(Timeline.of(finding(LocalDate.of(2027, 5, 11), null), AS_OF, DUTCH)
                        .orElseThrow()
                        .window())
                .isNull();
    }

    @Test
    void isLeftOutWhereTimeAloneDoesNotHelp() {
        assertThat(Timeline.of(finding(null, 3), AS_OF, DUTCH)).isEmpty();
    }

    private static Finding finding(@Nullable LocalDate metFrom, @Nullable Integer years) {
        var source = new SourceReference("inkoopplan-2025", "4.4.1 onder 1");
        return new Finding(
                "admission.negative-experience",
                "/applicant",
                Verdict.NOT_MET,
                "Het contract is op 10 mei 2024 opgezegd.",
                List.of(
                        new Fact("/applicant/contractEvents/0/kind", "TERMINATED"),
                        new Fact("/applicant/contractEvents/0/date", "2024-05-10")),
                List.of(new AppliedNorm("look-back-years", years, "years", LocalDate.of(2024, 1, 1), source, false)),
                List.of(source),
                List.of(),
                new Remedy("", List.of(), List.of(), List.of(), metFrom));
    }
}

package nl.inkoopkompas.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.procedure.ContractCalendar.Entry;
import nl.inkoopkompas.procedure.ContractCalendar.Kind;
import nl.inkoopkompas.rulebook.Language;
import org.junit.jupiter.api.Test;

class ContractCalendarTests {

    private static ContractCalendar calendar(String contract) {
        return ContractCalendar.of(ProjectRuleBook.ENGINE, ProjectRuleBook.BOOK, contract, Language.NL)
                .orElseThrow();
    }

    private static List<String> days(ContractCalendar calendar, Kind kind) {
        return calendar.items().stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> entry.on().toString())
                .toList();
    }

    @Test
    void countsTheTermsOfThePlan() {
        ContractCalendar calendar = calendar("wonen-wmo");

        assertThat(days(calendar, Kind.START)).containsExactly("2025-01-01");
        assertThat(days(calendar, Kind.ANNOUNCE)).containsExactly("2029-07-01", "2032-07-01");
        assertThat(days(calendar, Kind.EXTENSION)).containsExactly("2030-01-01", "2033-01-01");
        assertThat(days(calendar, Kind.END)).containsExactly("2034-12-31");
    }

    @Test
    void flagsEveryTacitExtensionAgainstTheStandard() {
        assertThat(calendar("ambulant-jeugd").conflict()).isTrue();
        assertThat(calendar("hoog-specialistisch-jeugd").conflict()).isFalse();
        assertThat(calendar("ambulant-jeugd").items().stream().filter(entry -> entry.kind() == Kind.ANNOUNCE))
                .hasSize(4)
                .allSatisfy(entry -> {
                    assertThat(entry.tacit()).isTrue();
                    assertThat(entry.interpretation()).contains("Y-02");
                    assertThat(entry.norm()).isEqualTo("procedure.extension.announcement-months");
                });
    }

    @Test
    void asksADecisionForEachYearThatThePlanDoesNotExtendByItself() {
        ContractCalendar calendar = calendar("jeugdzorgplus");

        assertThat(days(calendar, Kind.DECIDE)).first().isEqualTo("2027-12-31");
        assertThat(days(calendar, Kind.EXTENSION)).startsWith("2027-01-01", "2028-01-01", "2029-01-01");
        assertThat(days(calendar, Kind.END)).containsExactly("2034-12-31");
    }

    @Test
    void watchesAnOpenHouseOverTheWholeTerm() {
        assertThat(days(calendar("ambulant-wmo"), Kind.WATCH))
                .hasSize(9)
                .first()
                .isEqualTo("2026-01-01");
        assertThat(days(calendar("wonen-wmo"), Kind.WATCH)).isEmpty();
    }

    @Test
    void hasNoDaysForWhatIsNotProcured() {
        assertThat(calendar("crisisdienst").items()).isEmpty();
        assertThat(ContractCalendar.of(ProjectRuleBook.ENGINE, ProjectRuleBook.BOOK, "elders", Language.NL))
                .isEmpty();
    }

    @Test
    void isReadByAnAgendaAsTheSameDays() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("Europe/Amsterdam", "America/Los_Angeles")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                ContractCalendar calendar = calendar("wonen-wmo");
                String text = CalendarFile.of(calendar, Instant.parse("2026-11-22T10:00:00Z"));
                ICalendar read = Biweekly.parse(text).first();

                assertThat(read.getEvents()).hasSize(calendar.items().size());
                for (Entry entry : calendar.items()) {
                    LocalDate on = entry.on();
                    assertThat(text)
                            .contains("DTSTART;VALUE=DATE:" + on.toString().replace("-", ""));
                }
                assertThat(read.validate(ICalVersion.V2_0).isEmpty()).isTrue();
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}

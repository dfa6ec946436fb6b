package nl.inkoopkompas.lab.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.lab.interchange.AlgorithmRecord.Field;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBookReader;
import org.junit.jupiter.api.Test;

/** The record for the register of algorithms says what the rule book tells, and what it does not. */
class AlgorithmRecordTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void tellsWhatTheBookTells() {
        AlgorithmRecord record = AlgorithmRecord.of(ProjectRuleBook.BOOK, DAY).get(0);

        assertThat(value(record, "status")).isEqualTo("In gebruik");
        assertThat(value(record, "startDate")).isEqualTo("2024-01");
        assertThat(value(record, "technicalOperation")).contains("geen zelflerend model", "Verzekering");
        assertThat(value(record, "legalBasis")).contains("Inkoopplan jeugd en Wmo 2025");
        assertThat(value(record, "data")).contains("- ");
        assertThat(record.readable(Language.EN)).contains("## Human intervention", "proposal");
        assertThat(AlgorithmRecord.of(ProjectRuleBook.BOOK, LocalDate.of(2023, 1, 1))
                        .get(0)
                        .fields())
                .anyMatch(field -> field.id().equals("status")
                        && field.value() != null
                        && field.value().nl().equals("In ontwikkeling"));
    }

    @Test
    void leavesOpenWhatNobodySaid() {
        AlgorithmRecord record = AlgorithmRecord.of(ProjectRuleBook.BOOK, DAY).get(0);

        assertThat(record.fields())
                .filteredOn(Field::open)
                .extracting(Field::id)
                .contains("organization", "contact", "publicationCategory", "impactAssessments", "sourceCode");
        assertThat(record.readable(Language.NL)).contains("*Open: vul dit zelf in.*");
        AlgorithmRecord bare = AlgorithmRecord.of(
                        RuleBookReader.read(ProjectRuleBook.FILES.with("rules/algorithm-register.yaml", "{[broken")),
                        DAY)
                .get(0);
        assertThat(bare.fields()).anyMatch(field -> field.id().equals("name") && field.open());
        assertThat(bare.readable(Language.NL)).startsWith("# admission");
    }

    private static String value(AlgorithmRecord record, String id) {
        return record.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .map(Field::value)
                .map(value -> value.nl())
                .orElseThrow();
    }
}

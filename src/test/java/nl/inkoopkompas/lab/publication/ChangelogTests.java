package nl.inkoopkompas.lab.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.lab.Edit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChangelogTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void writesAnAmountAsPeopleDo() {
        Edit edit = new Edit.Cell("admission/insurance", "other", "perEvent", JSON.readTree("3000000"));

        assertThat(said(edit)).endsWith(": van € 2.500.000 naar € 3.000.000.");
    }

    @Test
    void writesAShareInPercents() {
        LocalDate from = LocalDate.of(2024, 1, 1);
        Edit edit =
                new Edit.Value("admission.financial-health.solvency-lower", from, JSON.readTree("0.355"), null, false);

        assertThat(said(edit)).endsWith(": van 20 % naar 35,5 %, vanaf 1 januari 2024.");
    }

    @Test
    void writesATruthADayAndNothing() {
        assertThat(said(cell("admission/criteria", "insurance", "remediable", "false")))
                .endsWith(": van ja naar nee.");
        assertThat(said(cell("admission/entry-windows", "ambulant-jeugd-2024", "closesOn", "\"2024-06-30\"")))
                .endsWith(" naar 30 juni 2024.");
        assertThat(said(cell("admission/insurance", "micro", "perYear", "null")))
                .endsWith(" naar leeg.");
    }

    private static Edit cell(String table, String row, String column, String value) {
        return new Edit.Cell(table, row, column, JSON.readTree(value));
    }

    private static String said(Edit edit) {
        return Changelog.sentence(edit, ProjectRuleBook.BOOK).replace('\u00a0', ' ');
    }
}

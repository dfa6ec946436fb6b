package nl.inkoopkompas.rulebook.amendment;

import static nl.inkoopkompas.ProjectRuleBook.BOOK;
import static nl.inkoopkompas.ProjectRuleBook.FILES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A change of a rule book changes what it says and not a byte more. */
class AmendmentTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String YEARS = "admission.negative-experience.look-back-years";
    private static final String PARAMETERS = "rules/admission/parameters.yaml";

    @Test
    void changesOneCellAndNotAByteMore() {
        RuleBookFiles changed =
                TableAmendments.of(FILES, "admission/insurance").withCell("other", "perEvent", json("3000000"));

        assertThat(linesThatDiffer(changed, "decision-tables/admission/insurance.csv"))
                .containsExactly("other,OTHER,3000000,5000000");
        Table table = RuleBookReader.read(changed).requireTable("admission/insurance");
        assertThat(table.cell(table.row("other").orElseThrow(), "perEvent")).isEqualTo(3000000L);
    }

    @Test
    void writesEveryTableOfTheProjectAsItStands() {
        for (Table table : BOOK.tables().values()) {
            String path = "decision-tables/" + table.id() + ".csv";
            RuleBookFiles added = TableAmendments.of(FILES, table.id()).withRow(row(table));
            assertThat(TableAmendments.of(added, table.id()).withoutRow("nieuw").text(path))
                    .isEqualTo(FILES.text(path));
        }
    }

    @Test
    void addsAndRemovesADatedValueBetweenTheComments() {
        NormAmendments norms = new NormAmendments(FILES);

        RuleBookFiles added = norms.withValue(YEARS, LocalDate.of(2027, 1, 1), json("5"), null, false);

        List<DatedValue> values = BOOK.parameter(YEARS).orElseThrow().values();
        List<DatedValue> now =
                RuleBookReader.read(added).parameter(YEARS).orElseThrow().values();
        assertThat(now.subList(0, values.size())).isEqualTo(values);
        assertThat(now.get(values.size()).value()).isEqualTo(5L);
        assertThat(now.get(values.size()).source()).isEqualTo(values.get(0).source());
        assertThat(linesThatDiffer(added, PARAMETERS)).hasSize(1);
        assertThat(new NormAmendments(added)
                        .withoutValue(YEARS, LocalDate.of(2027, 1, 1))
                        .hash())
                .isEqualTo(FILES.hash());
        RuleBookFiles earlier = norms.withValue(YEARS, LocalDate.of(2023, 1, 1), json("null"), null, true);
        assertThat(RuleBookReader.read(earlier)
                        .parameter(YEARS)
                        .orElseThrow()
                        .values()
                        .get(0)
                        .value())
                .isNull();
    }

    @Test
    void replacesTheValueOfTheSameDay() {
        RuleBookFiles changed =
                new NormAmendments(FILES).withValue(YEARS, LocalDate.of(2024, 1, 1), json("4"), null, false);

        assertThat(linesThatDiffer(changed, PARAMETERS)).hasSize(1);
        assertThat(RuleBookReader.read(changed).parameter(YEARS).orElseThrow().values())
                .extracting(DatedValue::value)
                .containsExactly(4L);
    }

    @Test
    void turnsAReadingWithItsSwitch() {
        RuleBookFiles turned = new NormAmendments(FILES).withReading(BOOK, switched(), other());

        RuleBook book = RuleBookReader.read(turned);
        assertThat(book.interpretations().get(switched()).applied()).isEqualTo(other());
    }

    @Test
    void refusesAReadingThatIsFixedInTheRules() {
        assertThatThrownBy(() -> new NormAmendments(FILES).withReading(BOOK, "X-01", "NO_ANSWER"))
                .isInstanceOf(AmendmentRefused.class)
                .hasMessageContaining("fixed in the rules");
    }

    @Test
    void changesWhatAScenarioExpectsAndLeavesItsNeighbours() {
        RuleBookFiles changed = new ScenarioAmendments(FILES)
                .withExpectation("insurance-event-one-short", json("{\"verdicts\":{\"admission.insurance\":\"MET\"}}"));

        RuleBook book = RuleBookReader.read(changed);
        var scenarios = book.policy("admission").scenarios();
        assertThat(scenarios).hasSameSizeAs(BOOK.policy("admission").scenarios());
        for (int i = 0; i < scenarios.size(); i++) {
            var before = BOOK.policy("admission").scenarios().get(i);
            if (before.id().equals("insurance-event-one-short")) {
                assertThat(scenarios.get(i).expect().verdicts())
                        .containsExactly(Map.entry("admission.insurance", "MET"));
                assertThat(scenarios.get(i).expect().outcome()).isNull();
            } else {
                assertThat(scenarios.get(i)).isEqualTo(before);
            }
        }
    }

    @Test
    void addsScenariosWithAWholeRequest() {
        var first = BOOK.policy("admission").scenarios().get(0);
        ObjectNode scenario = (ObjectNode)
                json(
                        "{\"id\":\"nieuw\",\"name\":\"Een nieuw geval: met dubbele punt\",\"source\":{\"document\":\"inkoopplan-2025\",\"section\":\"4.4.1\"},\"norms\":[]}");
        scenario.set("request", first.request());
        scenario.set("expect", json("{\"outcome\":\"HEARING\"}"));

        RuleBookFiles one = new ScenarioAmendments(FILES).withScenario("admission", scenario);
        ObjectNode again = scenario.deepCopy().put("id", "nog-een");
        RuleBookFiles two = new ScenarioAmendments(one).withScenario("admission", again);

        assertThat(RuleBookReader.read(two).policy("admission").scenarios())
                .filteredOn(added -> added.file().endsWith("/added.yaml"))
                .extracting(added -> added.id() + " " + added.request().equals(first.request()))
                .containsExactly("nieuw true", "nog-een true");
        assertThatThrownBy(() -> new ScenarioAmendments(two).withScenario("admission", scenario))
                .isInstanceOf(AmendmentRefused.class);
    }

    @Test
    void namesAnotherVersionAndItsChange() {
        RuleBookFiles next = HeadAmendments.withChangelog(
                HeadAmendments.withHead(FILES, "2027.1", LocalDate.of(2027, 1, 1)), "## 2027.1\n\n- **Soort**: norm\n");

        RuleBook book = RuleBookReader.read(next);
        assertThat(book.version()).isEqualTo("2027.1");
        assertThat(book.validFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(next.text("rules/CHANGELOG.md")).contains("boven.\n\n## 2027.1\n\n- **Soort**: norm\n\n## 2024.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\\"); System.exit(0); //\"",
                "\"=cmd()\"",
                "\"2500000\"",
                "2500000.5",
                "true",
                "\"10 mln\"",
                "{}",
                "[1]",
                "99999999999999999999999"
            })
    void refusesWhatIsNoWholeNumber(String value) {
        assertThatThrownBy(() ->
                        TableAmendments.of(FILES, "admission/insurance").withCell("other", "perEvent", json(value)))
                .isInstanceOf(AmendmentRefused.class)
                .hasMessageContaining("admission/insurance")
                .hasMessageContaining("other")
                .hasMessageContaining("perEvent")
                .hasMessageContaining("a whole number");
    }

    @Test
    void refusesLettersThatLookLikeOthersAndWhatNobodySees() {
        TableAmendments table = TableAmendments.of(FILES, "admission/criteria");
        for (String bad : List.of("\u0430dmission", "VOG\u200b", "a\u202eb", "x\u0000y", "x".repeat(1_000_000))) {
            JsonNode value = JSON.getNodeFactory().stringNode(bad);
            assertThatThrownBy(() -> table.withCell("insurance", "proof", value))
                    .isInstanceOf(AmendmentRefused.class);
        }
    }

    @Test
    void keepsTextThatLooksLikeCodeAsText() {
        JsonNode code = JSON.getNodeFactory().stringNode("\"); System.exit(0); //\u00eb,=cmd()|'x'!A1");

        RuleBookFiles changed =
                TableAmendments.of(FILES, "admission/entry-windows").withCell("wonen-jeugd-2025", "decidedBy", code);

        Table table = RuleBookReader.read(changed).requireTable("admission/entry-windows");
        assertThat(table.cell(table.row("wonen-jeugd-2025").orElseThrow(), "decidedBy"))
                .isEqualTo(code.stringValue());
    }

    @Test
    void namesWhatIsNotThere() {
        assertThatThrownBy(() -> TableAmendments.of(FILES, "admission/nothing")).hasMessageContaining("no table");
        TableAmendments table = TableAmendments.of(FILES, "admission/insurance");
        assertThatThrownBy(() -> table.withCell("large", "perEvent", json("1"))).hasMessageContaining("no row");
        assertThatThrownBy(() -> table.withCell("other", "amount", json("1"))).hasMessageContaining("no column");
        assertThatThrownBy(() -> table.withCell("other", "size", json("\"LARGE\"")))
                .hasMessageContaining("one of MICRO, OTHER");
        assertThatThrownBy(() -> new NormAmendments(FILES)
                        .withValue("nothing", LocalDate.of(2027, 1, 1), json("1"), null, false))
                .hasMessageContaining("no parameter");
    }

    private static Map<String, JsonNode> row(Table table) {
        Map<String, JsonNode> cells = new HashMap<>();
        for (Table.Column column : table.columns()) {
            JsonNode value =
                    switch (column.type()) {
                        case ID -> JSON.getNodeFactory().stringNode("nieuw");
                        case TEXT -> JSON.getNodeFactory().stringNode("tekst, met \"komma\"");
                        case INTEGER, MONTH -> json("7");
                        case DECIMAL -> json("1.5");
                        case BOOLEAN -> json("true");
                        case DATE -> json("\"2027-01-01\"");
                        case OPTION ->
                            JSON.getNodeFactory().stringNode(column.options().get(0));
                        case REFERENCE -> JSON.getNodeFactory().stringNode(reference(column));
                        case SOURCE -> json("\"inkoopplan-2025 § 4.4.1\"");
                    };
            cells.put(column.id(), value);
        }
        return cells;
    }

    private static String reference(Table.Column column) {
        String to = Objects.requireNonNull(column.to());
        return to.equals(Table.CRITERIA)
                ? "admission.insurance"
                : BOOK.requireTable(to).rows().get(0).id();
    }

    private static String switched() {
        return BOOK.interpretations().values().stream()
                .filter(reading -> reading.switchedBy() != null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String other() {
        var reading = BOOK.interpretations().get(switched());
        return reading.readings().keySet().stream()
                .filter(id -> !id.equals(reading.applied()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> linesThatDiffer(RuleBookFiles changed, String path) {
        List<String> lines = new ArrayList<>(changed.text(path).lines().toList());
        FILES.text(path).lines().forEach(lines::remove);
        assertThat(changed.paths("", ""))
                .filteredOn(file -> !changed.text(file).equals(FILES.has(file) ? FILES.text(file) : ""))
                .containsExactly(path);
        return lines;
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}

package nl.inkoopkompas.lab.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Range;
import nl.inkoopkompas.rulebook.Table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Another engine finds the same rows. */
class DmnExportTests {

    private static final int MOST_KEYS = 400;

    static List<String> tables() {
        return List.copyOf(ProjectRuleBook.BOOK.tables().keySet());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void givesTheSameRowsInAnotherEngine(String id) {
        compare(ProjectRuleBook.BOOK.requireTable(id));
    }

    @Test
    void givesTheSameRowsForRangesWithOpenEnds() {
        compare(bands("""
                small,,10,,2000000,1
                rich,,10,2000000,,2
                middle,10,25,,,3
                never,30,30,,,4
                large,50,,,,5
                """));
    }

    @Test
    void keepsTextsTextsWhateverTheyHold() {
        String files = "decision-tables/admission/quality-schemes.csv";
        RuleBookFiles changed = ProjectRuleBook.FILES.with(
                files,
                "id,scheme\n" + "a,\"\"\"); System.exit(0); //\"\n" + "b,=cmd()\n" + "c,<b>&amp;]]>\n"
                        + "d,back\\slash\n");
        Table table = RuleBookReader.read(changed).requireTable("admission/quality-schemes");

        assertThat(table.rows().get(0).cell(1)).isEqualTo("\"); System.exit(0); //");
        compare(table);
    }

    static Table bands(String rows) {
        String name = "decision-tables/admission/bands";
        RuleBookFiles files = ProjectRuleBook.FILES
                .with(name + ".table.yaml", """
                        id: admission/bands
                        label: { nl: Klassen, en: Bands }
                        hit: unique
                        key:
                          - { from: staffFrom, until: staffUntil, least: 0 }
                          - { from: turnoverFrom, until: turnoverUntil, least: 0 }
                        validFrom: 2024-01-01
                        source: { document: inkoopplan-2025, section: "5.2" }
                        columns:
                          - { id: id, type: id, label: { nl: Rij, en: Row } }
                          - { id: staffFrom, type: integer, label: { nl: Medewerkers, en: Staff } }
                          - { id: staffUntil, type: integer, label: { nl: Medewerkers tot, en: Staff until } }
                          - { id: turnoverFrom, type: integer, unit: euro, label: { nl: Omzet, en: Turnover } }
                          - { id: turnoverUntil, type: integer, unit: euro, label: { nl: Omzet tot, en: Turnover until } }
                          - { id: answer, type: integer, label: { nl: Antwoord, en: Answer } }
                        """)
                .with(name + ".csv", "id,staffFrom,staffUntil,turnoverFrom,turnoverUntil,answer\n" + rows);
        return RuleBookReader.readDraft(files).requireTable("admission/bands");
    }

    private static void compare(Table table) {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(DmnExport.of(table)), "UTF-8")
                        .setSourcePath("table.dmn")))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModel(DmnExport.namespace(table), DmnExport.name(table));
        assertThat(model.hasErrors()).as("%s", model.getMessages()).isFalse();
        Set<String> found = new LinkedHashSet<>();
        for (Map<String, Object> key : keys(table)) {
            DMNContext context = runtime.newContext();
            key.forEach(context::set);
            DMNResult result = runtime.evaluateAll(model, context);
            assertThat(result.hasErrors())
                    .as("%s: %s", key, result.getMessages())
                    .isFalse();
            List<String> rows =
                    rows(result.getDecisionResultByName(DmnExport.name(table)).getResult());
            assertThat(rows).as("%s", key).containsExactlyInAnyOrderElementsOf(expected(table, key));
            found.addAll(rows);
        }
        assertThat(found).isNotEmpty();
        check(table, runtime, model);
    }

    /** What else the rows hold is the same too. */
    private static void check(Table table, DMNRuntime runtime, DMNModel model) {
        if (table.hitPolicy() != HitPolicy.UNIQUE) {
            return;
        }
        Map<String, Object> key = keys(table).stream()
                .filter(one -> !expected(table, one).isEmpty())
                .findFirst()
                .orElseThrow();
        DMNContext context = runtime.newContext();
        key.forEach(context::set);
        Object result = runtime.evaluateAll(model, context)
                .getDecisionResultByName(DmnExport.name(table))
                .getResult();
        if (result instanceof Map<?, ?> answer) {
            Row row = table.row(expected(table, key).get(0)).orElseThrow();
            answer.forEach((column, value) -> {
                if (!column.equals(DmnExport.ROW)) {
                    assertThat(plain(value)).as("%s", column).isEqualTo(plain(table.cell(row, (String) column)));
                }
            });
        }
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    /** One answer, several, or none; a table without other columns answers with the id alone. */
    private static List<String> rows(Object result) {
        if (result == null) {
            return List.of();
        }
        if (result instanceof List<?> list) {
            return list.stream().flatMap(one -> rows(one).stream()).toList();
        }
        return List.of(result instanceof Map<?, ?> map ? (String) map.get(DmnExport.ROW) : (String) result);
    }

    private static List<String> expected(Table table, Map<String, Object> key) {
        List<String> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            boolean suits = table.key().stream().allMatch(column -> {
                Object cell = table.cell(row, column);
                return table.covers(table.indexOf(column), cell, key.get(column));
            });
            for (Range range : table.ranges()) {
                Object from = table.cell(row, range.from());
                Object end = table.cell(row, range.end());
                Object value = key.get(range.from());
                suits &= from == null || !range.isEmpty(from, plus(value, range.through() ? 0 : 1));
                suits &= end == null || !range.isEmpty(value, end);
            }
            if (suits) {
                rows.add(row.id());
            }
        }
        return rows;
    }

    private static Object plus(Object value, int one) {
        return value instanceof LocalDate date ? date.plusDays(one) : (Object) ((Long) value + one);
    }

    /** Every combination of what the rows name, its neighbours and something that none names; a sample of many. */
    private static List<Map<String, Object>> keys(Table table) {
        List<Map<String, Object>> keys = new ArrayList<>();
        keys.add(Map.of());
        for (String column : table.key()) {
            Set<Object> values = new LinkedHashSet<>();
            table.rows().forEach(row -> values.add(table.cell(row, column)));
            values.remove(Table.ANY);
            if (values.isEmpty() || values.iterator().next() instanceof String) {
                values.add("something else");
            }
            keys = product(keys, column, values);
        }
        for (Range range : table.ranges()) {
            Set<Object> values = new LinkedHashSet<>();
            for (Row row : table.rows()) {
                for (String column : List.of(range.from(), range.end())) {
                    Object bound = table.cell(row, column);
                    if (bound != null) {
                        values.addAll(List.of(plus(bound, -1), bound, plus(bound, 1)));
                    }
                }
            }
            keys = product(keys, range.from(), values);
        }
        Collections.shuffle(keys, new Random(11));
        return keys.subList(0, Math.min(MOST_KEYS, keys.size()));
    }

    private static List<Map<String, Object>> product(
            List<Map<String, Object>> keys, String column, Set<Object> values) {
        List<Map<String, Object>> product = new ArrayList<>();
        for (Map<String, Object> key : keys) {
            for (Object value : values) {
                Map<String, Object> more = new LinkedHashMap<>(key);
                more.put(column, value);
                product.add(more);
            }
        }
        return product;
    }
}

package nl.inkoopkompas.lab.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.lab.tables.TablePicture.Area;
import nl.inkoopkompas.lab.tables.TablePicture.Kind;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Range;
import nl.inkoopkompas.rulebook.Table.Row;
import nl.inkoopkompas.rulebook.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is found in real tables, in words. */
class TableReportTests {

    private static final String BANDS = """
            id: admission/bands
            label: { nl: Klassen, en: Bands }
            hit: unique
            key:
              - { from: staffFrom, until: staffUntil, least: 0, label: { nl: Medewerkers, en: Staff } }
              - { from: turnoverFrom, until: turnoverUntil, least: 0, label: { nl: Omzet, en: Turnover } }
            validFrom: 2024-01-01
            source: { document: inkoopplan-2025, section: "5.2" }
            columns:
              - { id: id, type: id, label: { nl: Rij, en: Row } }
              - { id: staffFrom, type: integer, label: { nl: Medewerkers, en: Staff } }
              - { id: staffUntil, type: integer, label: { nl: Medewerkers tot, en: Staff until } }
              - { id: turnoverFrom, type: integer, unit: euro, label: { nl: Omzet, en: Turnover } }
              - { id: turnoverUntil, type: integer, unit: euro, label: { nl: Omzet tot, en: Turnover until } }
            """;

    @Test
    void findsTheProjectsTablesSound() {
        TableReport report = TableReport.of(ProjectRuleBook.BOOK);

        assertThat(report.gaps()).isEmpty();
        assertThat(report.overlaps()).isEmpty();
        assertThat(report.unreachable()).isEmpty();
        assertThat(report.isSound()).isTrue();
        assertThat(report.notAnalysed())
                .anyMatch(one -> one.what().equals("admission/entry-windows")
                        && one.why().nl().contains("Gaten zijn hier bedoeld"))
                .anyMatch(one -> one.what().equals("admission/products.code"))
                .anyMatch(one -> one.what().startsWith("reference/thresholds")
                        && one.why().en().contains("2028-01-01"));
    }

    @Test
    void saysWhereAGapIs() {
        RuleBook book = bands("""
                small,,10,,2000000
                rich,,10,2000000,
                middle,10,25,,
                large,50,,,
                """);
        TableReport report = TableCheck.of(book, book.requireTable("admission/bands"));

        assertThat(report.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.words().nl()).isEqualTo("Medewerkers vanaf 25 tot 50, ongeacht omzet");
            assertThat(gap.words().en()).isEqualTo("Staff from 25 up to 50, whatever the turnover");
            assertThat(gap.example()).containsEntry("staffFrom", 25L);
            assertThat(gap.region().get(0).until()).isEqualTo(50L);
            assertThat(gap.region().get(1).whole()).isTrue();
        });
        assertThat(report.overlaps()).isEmpty();
    }

    @Test
    void readsADraftWithRowsThatOverlapAndSaysWhere() {
        RuleBookFiles files = files("""
                small,,10,,
                larger,5,,,
                inside,6,8,,
                never,9,9,,
                """);

        assertThatThrownBy(() -> RuleBookReader.read(files)).isInstanceOf(RuleBookRefused.class);
        RuleBook book = RuleBookReader.readDraft(files);
        TableReport report = TableCheck.of(book, book.requireTable("admission/bands"));
        assertThat(report.overlaps()).hasSize(3);
        assertThat(report.overlaps().get(0).rows()).containsExactly("small", "larger");
        assertThat(report.overlaps().get(0).words().nl()).isEqualTo("Medewerkers vanaf 5 tot 10, ongeacht omzet");
        assertThat(report.unreachable())
                .extracting(one -> one.rows().get(0))
                .containsExactlyInAnyOrder("inside", "never");
        assertThat(report.unreachable()).anyMatch(one -> one.why().nl().contains("het einde ligt niet na het begin"));
    }

    @Test
    void saysWhichRowNamesAProductThatDoesNotExistOrBelongsElsewhere() {
        String windows = "decision-tables/admission/entry-windows.csv";
        RuleBookFiles files = ProjectRuleBook.FILES.with(
                windows,
                ProjectRuleBook.FILES.text(windows)
                        + "gone,wonen-jeugd,99X99,REOPENED,,2027-01-01,2027-02-01,,,true,inkoopplan-2025 § 7.1\n"
                        + "elsewhere,wonen-jeugd,45A04,REOPENED,,2027-01-01,2027-02-01,,,true,inkoopplan-2025 § 7.1\n"
                        + "reversed,wonen-jeugd,*,REOPENED,,2027-03-01,2027-02-01,,,true,inkoopplan-2025 § 7.1\n");

        assertThatThrownBy(() -> RuleBookReader.read(files)).isInstanceOf(RuleBookRefused.class);
        RuleBook book = RuleBookReader.readDraft(files);
        TableReport report = TableCheck.of(book, book.requireTable("admission/entry-windows"));
        assertThat(report.unreachable())
                .extracting(one -> one.rows().get(0), one -> one.why().en())
                .containsExactly(
                        tuple("gone", "Product code: 99X99 does not exist."),
                        tuple("elsewhere", "These values never occur together."),
                        tuple("reversed", "Reference date: the end does not lie after the begin."));
    }

    @Test
    void findsACriterionThatAContractHasNoRowFor() {
        String criteria = "decision-tables/admission/criteria.csv";
        RuleBookFiles files = ProjectRuleBook.FILES.with(
                criteria, ProjectRuleBook.FILES.text(criteria).replaceFirst("housing-wonen-wmo,[^\n]*\n", ""));
        RuleBook book = RuleBookReader.read(files);

        assertThat(TableCheck.of(book, book.requireTable("admission/criteria")).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.words().nl()).isEqualTo("Contract Wonen Wmo, criterium Woonvorm"));
    }

    @Test
    void drawsRowsAndGaps() {
        RuleBook book = bands("""
                small,,10,,2000000
                rich,,10,2000000,
                large,50,,,
                """);
        TablePicture picture =
                TablePicture.of(book, book.requireTable("admission/bands")).orElseThrow();

        assertThat(picture.x().ticks()).extracting(tick -> tick.label().nl()).containsExactly("0", "10", "50");
        assertThat(picture.areas()).filteredOn(area -> area.kind() == Kind.GAP).hasSize(1);
        assertThat(picture.areas().stream()
                        .mapToDouble(area -> area.width() * area.height())
                        .sum())
                .isEqualTo(1, within(1e-9));
        assertThat(picture.areas()).allMatch(TableReportTests::liesInside);
        assertThat(TablePicture.of(book, book.requireTable("admission/criteria")))
                .isEmpty();
        assertThat(TablePicture.of(book, book.requireTable("reference/thresholds")))
                .isPresent();
    }

    private static boolean liesInside(Area area) {
        return area.x() >= 0
                && area.y() >= 0
                && area.x() + area.width() <= 1 + 1e-9
                && area.y() + area.height() <= 1 + 1e-9;
    }

    /** A table cut into a thousand blocks has no gap; without one block it has that one. */
    @Test
    @Timeout(60)
    void looksAtAThousandRowsOfSixDimensions() {
        List<long[]> blocks = new ArrayList<>();
        blocks.add(new long[] {0, 1000, 0, 1000, 0, 1000, 0, 1000, 0, 1000, 0, 1000});
        Random random = new Random(6);
        while (blocks.size() < 1000) {
            long[] block = blocks.remove(random.nextInt(blocks.size()));
            int dimension = 2 * random.nextInt(6);
            long low = block[dimension];
            long high = block[dimension + 1];
            if (high - low < 2) {
                blocks.add(block);
                continue;
            }
            long cut = low + 1 + random.nextInt((int) (high - low - 1));
            long[] other = block.clone();
            block[dimension + 1] = cut;
            other[dimension] = cut;
            blocks.add(block);
            blocks.add(other);
        }
        Table whole = table(blocks);
        RuleBook book = RandomTables.book(whole);
        TableReport sound = TableCheck.of(book, whole);
        assertThat(sound.gaps()).isEmpty();
        assertThat(sound.overlaps()).isEmpty();
        assertThat(sound.unreachable()).isEmpty();

        long[] gone = blocks.remove(417);
        Table pierced = table(blocks);
        TableReport report = TableCheck.of(RandomTables.book(pierced), pierced);
        long volume = 0;
        for (TableFinding gap : report.gaps()) {
            long size = 1;
            for (Region.Extent extent : gap.region()) {
                size *= (Long) extent.until() - (Long) extent.from();
            }
            volume += size;
        }
        long expected = 1;
        for (int i = 0; i < 12; i += 2) {
            expected *= gone[i + 1] - gone[i];
        }
        assertThat(volume).isEqualTo(expected);
    }

    static Table table(List<long[]> blocks) {
        List<Column> columns = new ArrayList<>(List.of(RandomTables.column("id", ValueType.ID, List.of(), null)));
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            columns.add(RandomTables.column("d" + i, ValueType.INTEGER, List.of(), null));
            columns.add(RandomTables.column("d" + i + "End", ValueType.INTEGER, List.of(), null));
            ranges.add(new Range("d" + i, "d" + i + "End", false, RandomTables.label("d" + i), 0L, 1000L));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            List<Object> cells = new ArrayList<>();
            cells.add("r" + i);
            for (long bound : blocks.get(i)) {
                cells.add(bound);
            }
            rows.add(new Row("r" + i, cells, new SourceReference("plan", "1"), false));
        }
        return new Table(
                "t/blocks",
                RandomTables.label("blocks"),
                HitPolicy.UNIQUE,
                List.of(),
                ranges,
                false,
                LocalDate.EPOCH,
                columns,
                rows);
    }

    private static RuleBook bands(String rows) {
        return RuleBookReader.readDraft(files(rows));
    }

    private static RuleBookFiles files(String rows) {
        return ProjectRuleBook.FILES
                .with("decision-tables/admission/bands.table.yaml", BANDS)
                .with(
                        "decision-tables/admission/bands.csv",
                        "id,staffFrom,staffUntil,turnoverFrom,turnoverUntil\n" + rows);
    }
}

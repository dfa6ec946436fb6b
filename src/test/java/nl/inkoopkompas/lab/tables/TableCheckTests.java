package nl.inkoopkompas.lab.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.lab.tables.RandomTables.Sample;
import nl.inkoopkompas.lab.tables.Region.Extent;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Range;
import nl.inkoopkompas.rulebook.Table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gaps, overlaps and unreachable rows are found where trying every point finds them, and nowhere else. */
class TableCheckTests {

    private static final int TABLES = 1500;

    private int gaps;
    private int overlaps;
    private int unreachable;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWhatTryingEveryPointFindsAndNothingElse(long seed) {
        RandomTables random = new RandomTables(seed);
        for (int i = 0; i < TABLES; i++) {
            Sample sample = random.next();
            try {
                compare(sample);
            } catch (AssertionError e) {
                throw new AssertionError("table " + i + " of seed " + seed + ": " + sample.table(), e);
            }
        }
        assertThat(gaps).isGreaterThan(TABLES / 3);
        assertThat(overlaps).isGreaterThan(TABLES / 5);
        assertThat(unreachable).isGreaterThan(TABLES / 5);
    }

    private void compare(Sample sample) {
        Table table = sample.table();
        TableReport report = TableCheck.of(sample.book(), table);
        Set<String> alone = new TreeSet<>();
        Set<String> anywhere = new TreeSet<>();
        for (Map<String, Object> point : points(sample)) {
            List<String> matching = table.rows().stream()
                    .filter(row -> suits(table, row, point))
                    .map(Row::id)
                    .toList();
            anywhere.addAll(matching);
            if (matching.size() == 1) {
                alone.addAll(matching);
            }
            compare(sample, report, point, matching);
        }
        Set<String> never = new TreeSet<>(table.rows().stream().map(Row::id).toList());
        never.removeAll(table.hitPolicy() == HitPolicy.UNIQUE ? alone : anywhere);
        assertThat(report.unreachable()).flatExtracting(TableFinding::rows).containsExactlyInAnyOrderElementsOf(never);
        gaps += report.gaps().size();
        overlaps += report.overlaps().size();
        unreachable += report.unreachable().size();
        for (TableFinding finding : report.gaps()) {
            Map<String, Object> example = finding.example();
            assertThat(table.rows()).noneMatch(row -> suits(table, row, example));
            assertThat(contains(table, finding, example)).isTrue();
        }
        for (TableFinding finding : report.overlaps()) {
            assertThat(finding.rows()).allMatch(id -> suits(table, table.row(id).orElseThrow(), finding.example()));
        }
    }

    private void compare(Sample sample, TableReport report, Map<String, Object> point, List<String> matching) {
        long inGaps = report.gaps().stream()
                .filter(gap -> contains(sample.table(), gap, point))
                .count();
        if (isNamed(sample.table(), point)) {
            assertThat(inGaps).as("gaps at %s", point).isEqualTo(matching.isEmpty() ? 1 : 0);
        } else {
            assertThat(matching.isEmpty() || inGaps == 0).isTrue();
        }
        if (sample.table().hitPolicy() == HitPolicy.UNIQUE) {
            List<TableFinding> here = report.overlaps().stream()
                    .filter(one -> contains(sample.table(), one, point))
                    .toList();
            assertThat(here).as("overlaps at %s", point).hasSize(matching.size() * (matching.size() - 1) / 2);
            assertThat(here).allMatch(one -> matching.containsAll(one.rows()));
        } else {
            assertThat(report.overlaps()).isEmpty();
        }
    }

    /** Whether the table names every text of a point, or none of its column. */
    private static boolean isNamed(Table table, Map<String, Object> point) {
        return table.key().stream().allMatch(column -> {
            int at = table.indexOf(column);
            List<Object> named = table.rows().stream()
                    .map(row -> row.cell(at))
                    .filter(cell -> cell != null && !cell.equals(Table.ANY))
                    .toList();
            return switch (table.columns().get(at).type()) {
                case TEXT, DECIMAL -> named.isEmpty() || named.stream().anyMatch(cell -> same(cell, point.get(column)));
                default -> true;
            };
        });
    }

    private static boolean same(Object one, Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal digits
                ? number.compareTo(digits) == 0
                : one.equals(other);
    }

    /** Written without the algorithm in mind: what the columns of a row say of one point. */
    private static boolean suits(Table table, Row row, Map<String, Object> point) {
        for (String column : table.key()) {
            Object cell = table.cell(row, column);
            if (cell == null || !(cell.equals(Table.ANY) || same(cell, point.get(column)))) {
                return false;
            }
        }
        for (Range range : table.ranges()) {
            Object from = table.cell(row, range.from());
            Object end = table.cell(row, range.end());
            Object value = point.get(range.from());
            if (from != null && order(value, from) < 0) {
                return false;
            }
            if (end != null && (range.through() ? order(value, end) > 0 : order(value, end) >= 0)) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static int order(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static boolean contains(Table table, TableFinding finding, Map<String, Object> point) {
        return !finding.isNowhere()
                && finding.region().stream().allMatch(extent -> contains(table, extent, point.get(extent.column())));
    }

    private static boolean contains(Table table, Extent extent, Object value) {
        if (extent.values() != null) {
            boolean other = table.rows().stream()
                    .map(row -> table.cell(row, extent.column()))
                    .noneMatch(cell -> cell != null && same(cell, value));
            return extent.values().stream().anyMatch(one -> same(one, value) || (one.equals("…") && other));
        }
        return (extent.from() == null || order(value, extent.from()) >= 0)
                && (extent.until() == null || order(value, extent.until()) < 0);
    }

    /** Every combination of values that can occur; p belongs to contract a and q to b. */
    private static List<Map<String, Object>> points(Sample sample) {
        List<Map<String, Object>> points = new ArrayList<>();
        points.add(Map.of());
        for (Map.Entry<String, List<Object>> column : sample.points().entrySet()) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> point : points) {
                for (Object value : column.getValue()) {
                    Map<String, Object> next = new LinkedHashMap<>(point);
                    next.put(column.getKey(), value);
                    more.add(next);
                }
            }
            points = more;
        }
        points.removeIf(point -> point.containsKey("product")
                && (point.get("product").equals("p") && point.get("contract").equals("b")
                        || point.get("product").equals("q")
                                && point.get("contract").equals("a")));
        return points;
    }
}

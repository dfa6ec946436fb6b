package nl.inkoopkompas.lab.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.ClauseBook;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Range;
import nl.inkoopkompas.rulebook.Table.Row;
import nl.inkoopkompas.rulebook.ValueType;

/** Small tables with keys of every type, seeded, and every point at which such a table can differ. */
final class RandomTables {

    private static final SourceReference SOURCE = new SourceReference("plan", "1");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 27);

    private final Random random;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Map<String, List<Object>> points = new LinkedHashMap<>();

    RandomTables(long seed) {
        this.random = new Random(seed);
    }

    /** A book with a table under test, and two tables that it may refer to. */
    record Sample(RuleBook book, Table table, Map<String, List<Object>> points) {}

    Sample next() {
        columns.clear();
        key.clear();
        ranges.clear();
        points.clear();
        columns.add(column("id", ValueType.ID, List.of(), null));
        int dimensions = 1 + random.nextInt(3);
        boolean referring = random.nextInt(5) == 0;
        if (referring) {
            reference("contract", "t/contracts", List.of("a", "b"));
            reference("product", "t/products", List.of("p", "q", "r"));
        }
        for (int i = referring ? 2 : 0; i < dimensions; i++) {
            dimension("k" + i);
        }
        columns.add(column("answer", ValueType.INTEGER, List.of(), null));
        List<Row> rows = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            rows.add(row("r" + i));
        }
        HitPolicy policy = random.nextBoolean() ? HitPolicy.UNIQUE : HitPolicy.COLLECT;
        Table table = new Table(
                "t/sample",
                label("sample"),
                policy,
                List.copyOf(key),
                List.copyOf(ranges),
                false,
                DAY,
                List.copyOf(columns),
                rows);
        key.forEach(column -> named(table, column));
        return new Sample(book(table, contracts(), products()), table, new LinkedHashMap<>(points));
    }

    /** A value that no row names is a point of a column of free text too. */
    private void named(Table table, String column) {
        ValueType type = table.column(column).orElseThrow().type();
        if (type == ValueType.TEXT || type == ValueType.DECIMAL) {
            points.get(column).add(type == ValueType.TEXT ? "other" : new BigDecimal("99"));
        }
    }

    private void dimension(String id) {
        switch (random.nextInt(9)) {
            case 0 -> single(id, ValueType.BOOLEAN, List.of(true, false));
            case 1 -> {
                columns.add(column(id, ValueType.OPTION, List.of("X", "Y", "Z"), null));
                key.add(id);
                points.put(id, new ArrayList<>(List.of("X", "Y", "Z")));
            }
            case 2 -> single(id, ValueType.TEXT, List.of("s", "t"));
            case 3 -> single(id, ValueType.MONTH, longs(1, 12));
            case 4 -> single(id, ValueType.INTEGER, longs(-1, 5));
            case 5 -> single(id, ValueType.DECIMAL, List.of(new BigDecimal("0.5"), new BigDecimal("1.50")));
            case 6 -> range(id, ValueType.INTEGER, random.nextBoolean(), new ArrayList<>(longs(-2, 8)));
            case 7 -> range(id, ValueType.DATE, random.nextBoolean(), days());
            default -> range(id, ValueType.DECIMAL, false, halves());
        }
    }

    private static List<Object> longs(int first, int last) {
        List<Object> numbers = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static List<Object> days() {
        List<Object> days = new ArrayList<>();
        for (int i = -2; i <= 8; i++) {
            days.add(DAY.plusDays(i));
        }
        return days;
    }

    private static List<Object> halves() {
        List<Object> halves = new ArrayList<>();
        for (int i = -3; i <= 14; i++) {
            halves.add(BigDecimal.valueOf(i * 5L, 1));
        }
        return halves;
    }

    private void single(String id, ValueType type, List<?> values) {
        columns.add(column(id, type, List.of(), null));
        key.add(id);
        points.put(id, new ArrayList<>(values));
    }

    private void reference(String id, String to, List<Object> values) {
        columns.add(column(id, ValueType.REFERENCE, List.of(), to));
        key.add(id);
        points.put(id, new ArrayList<>(values));
    }

    private void range(String id, ValueType type, boolean through, List<Object> values) {
        columns.add(column(id, type, List.of(), null));
        columns.add(column(id + "End", type, List.of(), null));
        boolean bounded = random.nextInt(3) == 0;
        Object least = bounded ? values.get(3) : null;
        Object below = bounded ? values.get(7) : null;
        ranges.add(new Range(id, id + "End", through, label(id), least, below));
        points.put(id, bounded ? new ArrayList<>(values.subList(3, 7)) : values);
    }

    private Row row(String id) {
        List<Object> cells = new ArrayList<>();
        for (Column column : columns) {
            if (column.id().equals("id")) {
                cells.add(id);
            } else if (column.id().equals("answer")) {
                cells.add(1L);
            } else if (key.contains(column.id())) {
                cells.add(keyCell(column));
            } else {
                cells.add(bound(column));
            }
        }
        return new Row(id, cells, SOURCE, false);
    }

    private Object keyCell(Column column) {
        int kind = random.nextInt(20);
        if (kind < 5) {
            return Table.ANY;
        }
        if (kind == 5) {
            return null;
        }
        if (kind == 6 && column.type() == ValueType.REFERENCE) {
            return "gone";
        }
        List<Object> values = points.get(column.id());
        return values.get(random.nextInt(values.size()));
    }

    private Object bound(Column column) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        int at = random.nextInt(7);
        return switch (column.type()) {
            case DATE -> DAY.plusDays(at);
            case DECIMAL -> new BigDecimal(at);
            default -> (long) at;
        };
    }

    static Column column(String id, ValueType type, List<String> options, String to) {
        return new Column(id, type, label(id), null, options, false, to, true, List.of(), false, Map.of());
    }

    static Bilingual label(String text) {
        return new Bilingual(text, text);
    }

    private static Table contracts() {
        return new Table(
                "t/contracts",
                label("contracts"),
                HitPolicy.UNIQUE,
                List.of("id"),
                List.of(),
                false,
                DAY,
                List.of(column("id", ValueType.ID, List.of(), null)),
                List.of(new Row("a", List.of("a"), SOURCE, false), new Row("b", List.of("b"), SOURCE, false)));
    }

    /** p belongs to contract a, q to b, and r to any. */
    private static Table products() {
        return new Table(
                "t/products",
                label("products"),
                HitPolicy.UNIQUE,
                List.of("code"),
                List.of(),
                false,
                DAY,
                List.of(
                        column("id", ValueType.ID, List.of(), null),
                        column("code", ValueType.TEXT, List.of(), null),
                        column("contract", ValueType.REFERENCE, List.of(), "t/contracts")),
                List.of(
                        new Row("1", List.of("1", "p", "a"), SOURCE, false),
                        new Row("2", List.of("2", "q", "b"), SOURCE, false),
                        new Row("3", List.of("3", "r", Table.ANY), SOURCE, false)));
    }

    static RuleBook book(Table... tables) {
        Map<String, Table> byId = new LinkedHashMap<>();
        for (Table table : tables) {
            byId.put(table.id(), table);
        }
        return new RuleBook(
                "test", DAY, new RuleBookFiles(Map.of()), Map.of(), Map.of(), byId, Map.of(), ClauseBook.EMPTY);
    }
}

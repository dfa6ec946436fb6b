package nl.inkoopkompas.rulebook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.HitPolicy;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a table: its description ({@code .table.yaml}) and its rows ({@code .csv}), cell by cell. */
final class TableReader {

    private final Yaml yaml;
    private final String csvFile;
    private final List<Problem> problems;
    private final List<Problem> overlaps;

    private TableReader(Yaml yaml, String csvFile, List<Problem> problems, List<Problem> overlaps) {
        this.yaml = yaml;
        this.csvFile = csvFile;
        this.problems = problems;
        this.overlaps = overlaps;
    }

    /** @param overlaps what is wrong with the rows together, while each of them is well written */
    static Table read(RuleBookFiles files, String path, List<Problem> problems, List<Problem> overlaps) {
        String csv = path.replace(".table.yaml", ".csv");
        TableReader reader = new TableReader(new Yaml(path, problems), csv, problems, overlaps);
        return reader.table(files.text(path), files.has(csv) ? files.text(csv) : "");
    }

    private Table table(String description, String csv) {
        JsonNode node = yaml.read(description);
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("columns")) {
            columns.add(column(column, node.path("words")));
        }
        String id = yaml.text(node, "", "id");
        String expected = csvFile.replace("decision-tables/", "").replace(".csv", "");
        if (!id.equals(expected)) {
            yaml.problem("", "\"id\" is " + id + "; after the name of its file it is " + expected);
        }
        if (columns.isEmpty() || !columns.get(0).id().equals("id")) {
            yaml.problem("", "the first column is \"id\", the stable id of a row");
        }
        TableKey key = TableKey.read(yaml, node.path("key"), columns);
        Row defaults = new Row(
                "",
                List.of(),
                yaml.source(node.path("source"), "source"),
                node.path("example").asBoolean(false));
        Table table = new Table(
                id,
                yaml.bilingual(node.path("label"), "label"),
                yaml.option(node, "", "hit", HitPolicy.class),
                key.columns(),
                key.ranges(),
                "meant".equals(yaml.optionalText(node, "gaps")),
                node.has("validFrom") ? yaml.date(node, "", "validFrom") : LocalDate.EPOCH,
                List.copyOf(columns),
                rows(csv, columns, defaults));
        findOverlaps(table);
        return table;
    }

    private Column column(JsonNode node, JsonNode words) {
        String id = yaml.text(node, "columns", "id");
        ValueType type = yaml.option(node, "column " + id, "type", ValueType.class);
        List<String> options = yaml.texts(node.path("options"));
        if (type == ValueType.OPTION && options.isEmpty()) {
            yaml.problem("column " + id, "an option column lists its options");
        }
        if (type == ValueType.REFERENCE && !node.has("to")) {
            yaml.problem("column " + id, "a reference column says which table it refers to");
        }
        Map<String, Bilingual> read = yaml.bilinguals(words.path(id), "words, " + id);
        read.keySet().stream()
                .filter(word -> type == ValueType.OPTION && !options.contains(word))
                .forEach(word -> yaml.problem("words, " + id, "\"" + word + "\" is not one of " + options));
        return new Column(
                id,
                type,
                yaml.bilingual(node.path("label"), "column " + id + ", label"),
                yaml.optionalText(node, "unit"),
                options,
                node.path("ordered").asBoolean(false),
                yaml.optionalText(node, "to"),
                node.path("any").asBoolean(false),
                yaml.texts(node.path("also")),
                node.path("required").asBoolean(false),
                read);
    }

    private List<Row> rows(String csv, List<Column> columns, Row defaults) {
        List<Row> rows = new ArrayList<>();
        List<String> header = columns.stream().map(Column::id).toList();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv)) {
            boolean first = true;
            for (CsvRecord record : records) {
                if (first) {
                    first = false;
                    if (!record.getFields().equals(header)) {
                        problem("row 1", "the header is " + record.getFields() + "; expected " + header);
                        return rows;
                    }
                } else {
                    rows.add(row(record, columns, defaults, rows));
                }
            }
            if (first) {
                problem("", "the file is missing or empty; its header is " + header);
            }
        } catch (RuntimeException | IOException e) {
            problem("", "this is no CSV: " + e.getMessage());
        }
        return rows;
    }

    private Row row(CsvRecord record, List<Column> columns, Row defaults, List<Row> before) {
        String place = "row " + record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            problem(place, "has " + record.getFieldCount() + " cells; expected " + columns.size());
            return defaults;
        }
        List<@Nullable Object> cells = new ArrayList<>();
        SourceReference source = defaults.source();
        boolean example = defaults.example();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object cell = cell(record.getField(i), column, place);
            cells.add(cell);
            if (column.id().equals("source") && cell instanceof String text) {
                source = source(text, place);
            } else if (column.id().equals("example") && cell instanceof Boolean truth) {
                example = truth;
            }
        }
        String id = record.getField(0);
        if (before.stream().anyMatch(row -> row.id().equals(id))) {
            problem(place + ", column id", "\"" + id + "\" stands twice");
        }
        return new Row(id, cells, source, example);
    }

    private @Nullable Object cell(String text, Column column, String place) {
        String at = place + ", column " + column.id();
        try {
            return column.read(text);
        } catch (IllegalArgumentException e) {
            problem(at, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private SourceReference source(String text, String place) {
        String[] parts = text.split("§", 2);
        if (parts.length < 2) {
            problem(place + ", column source", "\"" + text + "\" is not " + ValueType.SOURCE.expected());
            return new SourceReference(text, "");
        }
        return new SourceReference(parts[0].strip(), parts[1].strip());
    }

    private void findOverlaps(Table table) {
        if (table.hitPolicy() != HitPolicy.UNIQUE) {
            return;
        }
        List<Row> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(table, rows.get(i), rows.get(j))) {
                    overlaps.add(new Problem(
                            csvFile,
                            "row " + (i + 2) + ", column " + String.join(" and ", columns(table)),
                            "\"" + rows.get(i).id() + "\" answers the same key as \""
                                    + rows.get(j).id() + "\", and a unique table may have one answer"));
                }
            }
        }
    }

    private static List<String> columns(Table table) {
        List<String> columns = new ArrayList<>(table.key());
        table.ranges().forEach(range -> columns.addAll(List.of(range.from(), range.end())));
        return columns;
    }

    private static boolean overlap(Table table, Row one, Row other) {
        if (one.cells().isEmpty() || other.cells().isEmpty()) {
            return false;
        }
        for (String column : table.key()) {
            int at = table.indexOf(column);
            if (at < 0) {
                return false;
            }
            Object a = one.cell(at);
            Object b = other.cell(at);
            if (!table.covers(at, a, b) && !table.covers(at, b, a)) {
                return false;
            }
        }
        return table.ranges().stream()
                .allMatch(range -> range.meet(
                        table.cell(one, range.from()),
                        table.cell(one, range.end()),
                        table.cell(other, range.from()),
                        table.cell(other, range.end())));
    }

    private void problem(String place, String sentence) {
        problems.add(new Problem(csvFile, place, sentence));
    }
}

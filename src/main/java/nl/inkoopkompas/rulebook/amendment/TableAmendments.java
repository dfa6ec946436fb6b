package nl.inkoopkompas.rulebook.amendment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.ValueType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** A decision table of a rule book, changed in its file: by cell and by row, never by place. */
public final class TableAmendments {

    private static final String ID = "id";

    private final RuleBookFiles files;
    private final Table table;
    private final List<List<String>> rows;

    private TableAmendments(RuleBookFiles files, Table table, List<List<String>> rows) {
        this.files = files;
        this.table = table;
        this.rows = rows;
    }

    /** Opens a table, {@code <decision>/<table>}; refuses one that is not there with an {@link AmendmentRefused}. */
    public static TableAmendments of(RuleBookFiles files, String table) {
        Table found = RuleBookReader.table(files, table)
                .orElseThrow(() -> new AmendmentRefused(
                        "table",
                        "er is geen tabel \"" + table + "\"; een tabel heet <besluit>/<tabel>",
                        "there is no table \"" + table + "\"; a table is called <decision>/<table>"));
        return new TableAmendments(files, found, rows(files.text(path(found))));
    }

    private static String path(Table table) {
        return "decision-tables/" + table.id() + ".csv";
    }

    private static List<List<String>> rows(String csv) {
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv)) {
            List<List<String>> rows = new ArrayList<>();
            records.forEach(row -> rows.add(row.getFields()));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files with another value in one cell.
     *
     * @param value null for a cell that is not set
     */
    public RuleBookFiles withCell(String row, String column, JsonNode value) {
        int at = row(row);
        if (column.equals(ID)) {
            throw new AmendmentRefused(
                    "column",
                    "het id van een rij verandert nooit; voeg een rij toe en haal de oude weg",
                    "the id of a row never changes; add a row and remove the old one");
        }
        int place = column(column);
        List<String> changed = new ArrayList<>(rows.get(at));
        changed.set(place, text(table.columns().get(place), value, row, "value"));
        List<List<String>> all = new ArrayList<>(rows);
        all.set(at, changed);
        return with(all);
    }

    /** The files with one row more, after the others; a column that is not named is not set. */
    public RuleBookFiles withRow(Map<String, JsonNode> cells) {
        cells.keySet().forEach(this::column);
        JsonNode id = cells.get(ID);
        String name = id == null || !id.isString() ? "" : id.stringValue();
        if (rows.stream().skip(1).anyMatch(row -> row.get(0).equals(name))) {
            throw new AmendmentRefused(
                    "addRow/id",
                    "tabel " + table.id() + " heeft al een rij \"" + name + "\"",
                    "table " + table.id() + " has a row \"" + name + "\" already");
        }
        List<String> row = new ArrayList<>();
        for (Column column : table.columns()) {
            JsonNode value = cells.getOrDefault(column.id(), NullNode.getInstance());
            row.add(text(column, value, name, "addRow/" + column.id()));
        }
        List<List<String>> all = new ArrayList<>(rows);
        all.add(row);
        return with(all);
    }

    /** The files without a row. */
    public RuleBookFiles withoutRow(String row) {
        List<List<String>> all = new ArrayList<>(rows);
        all.remove(row(row));
        return with(all);
    }

    private int row(String id) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).get(0).equals(id)) {
                return i;
            }
        }
        throw new AmendmentRefused(
                "row",
                "tabel " + table.id() + " heeft geen rij \"" + id + "\"",
                "table " + table.id() + " has no row \"" + id + "\"");
    }

    private int column(String id) {
        int place = table.indexOf(id);
        if (place < 0) {
            String columns =
                    String.join(", ", table.columns().stream().map(Column::id).toList());
            throw new AmendmentRefused(
                    "column",
                    "tabel " + table.id() + " heeft geen kolom \"" + id + "\"; wel " + columns,
                    "table " + table.id() + " has no column \"" + id + "\"; it has " + columns);
        }
        return place;
    }

    private String text(Column column, JsonNode value, String row, String part) {
        String where = "tabel " + table.id() + ", rij " + row + ", kolom " + column.id();
        if (value.isNull()) {
            if (column.required() || column.type() == ValueType.ID) {
                throw Written.refused(part, where, column.type(), column.options());
            }
            return "";
        }
        if (value.isString() && value.stringValue().equals(Table.ANY) && column.any()) {
            return Table.ANY;
        }
        if (value.isString() && value.stringValue().isBlank()) {
            throw Written.refused(part, where, column.type(), column.options());
        }
        String text = Written.of(value, column.type(), column.options(), part, where);
        String to = column.to();
        if (to != null && !refers(to, text)) {
            throw new AmendmentRefused(
                    part,
                    where + ": \"" + text + "\" staat niet in tabel " + to,
                    where + ": \"" + text + "\" is not in table " + to);
        }
        return text;
    }

    private boolean refers(String to, String value) {
        // Whether there is such a criterion is found when the book is read.
        return to.equals(Table.CRITERIA)
                || RuleBookReader.table(files, to)
                        .filter(target -> target.holds(value))
                        .isPresent();
    }

    private RuleBookFiles with(List<List<String>> all) {
        StringWriter csv = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(csv)) {
            all.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.with(path(table), csv.toString());
    }
}

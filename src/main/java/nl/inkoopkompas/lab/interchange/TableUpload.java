package nl.inkoopkompas.lab.interchange;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.ValueType;
import nl.inkoopkompas.rulebook.amendment.AmendmentRefused;
import nl.inkoopkompas.rulebook.amendment.TableAmendments;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.Cell.Kind;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.CellNumbers;
import nl.inkoopkompas.sheets.Parsed;
import nl.inkoopkompas.sheets.PlainValues;
import nl.inkoopkompas.sheets.Quoted;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import nl.inkoopkompas.sheets.SheetsReader;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table that was handed in as a workbook, as what it changes. Nothing of a workbook but its cells is read, and a
 * formula is no value. The changes are edits like those that people type, and checked in the same way.
 */
public final class TableUpload {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ERRORS = 200;

    private final Table table;
    private final Sheet sheet;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<CellError> errors = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private RuleBookFiles files;

    private TableUpload(RuleBookFiles files, Table table, Sheet sheet) {
        this.files = files;
        this.table = table;
        this.sheet = sheet;
    }

    /**
     * Something that the workbook changes.
     *
     * @param column null for a row that is new or gone
     * @param was as it is written in the table; null for nothing
     * @param edit as {@code PATCH /drafts/{id}} takes it
     */
    public record Change(
            String row,
            @Nullable Column column,
            @Nullable String was,
            @Nullable String becomes,
            ObjectNode edit) {}

    /** What a workbook changes; nothing may be taken over as long as there is an error. */
    public record Result(List<Change> changes, List<CellError> errors) {

        public List<ObjectNode> edits() {
            return changes.stream().map(Change::edit).toList();
        }
    }

    /**
     * Compares a workbook, or a bare CSV, with a table.
     *
     * @param files those that the table is of, so that every change can be tried
     * @throws SheetsRefused when it cannot be read at all
     */
    public static Result read(InputStream in, RuleBookFiles files, Table table) {
        String name = TableWorkbook.sheet(table);
        Sheets sheets = SheetsReader.read(in, name);
        Sheet sheet = sheets.sheets().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new SheetsRefused(
                        "Het blad \"" + name + "\" ontbreekt. Begin met de werkmap van deze tabel.",
                        "The sheet \"" + name + "\" is missing. Start from the workbook of this table."));
        TableUpload upload = new TableUpload(files, table, sheet);
        upload.compare();
        return new Result(
                List.copyOf(upload.changes),
                List.copyOf(upload.errors.subList(0, Math.min(MOST_ERRORS, upload.errors.size()))));
    }

    private void compare() {
        if (!header()) {
            return;
        }
        Set<String> seen = new LinkedHashSet<>();
        List<Row> added = new ArrayList<>();
        for (Row row : sheet.rows()) {
            Cell cell = row.cell(place("id"));
            String id = cell.text();
            if (cell.isBlank() || cell.kind() == Kind.FORMULA || cell.kind() == Kind.ERROR) {
                error(row, "id", unfitOr(cell, "Een rij heeft een id nodig.", "A row needs an id."));
            } else if (!seen.add(id)) {
                error(
                        row,
                        "id",
                        new Bilingual(
                                "Dit id staat er twee keer: " + Quoted.of(id) + ".",
                                "This id is there twice: " + Quoted.of(id) + "."));
            } else {
                table.row(id).ifPresentOrElse(there -> cells(row, there), () -> added.add(row));
            }
        }
        added.forEach(this::add);
        table.rows().stream().filter(row -> !seen.contains(row.id())).forEach(row -> remove(row.id()));
    }

    private Bilingual unfitOr(Cell cell, String nl, String en) {
        Bilingual unfit = PlainValues.unfit(cell);
        return unfit == null ? new Bilingual(nl, en) : unfit;
    }

    private boolean header() {
        List<Cell> cells = sheet.header().cells();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.isBlank()) {
                continue;
            }
            String id = cell.text();
            if (table.indexOf(id) < 0) {
                error(
                        sheet.header(),
                        i,
                        null,
                        new Bilingual(
                                "De tabel heeft geen kolom " + Quoted.of(id) + ".",
                                "The table has no column " + Quoted.of(id) + "."));
            } else if (places.putIfAbsent(id, i) != null) {
                error(
                        sheet.header(),
                        i,
                        null,
                        new Bilingual("De kolom " + id + " staat er twee keer.", "Column " + id + " is there twice."));
            }
        }
        for (Column column : table.columns()) {
            if (!places.containsKey(column.id())) {
                errors.add(new CellError(
                        sheet.name(),
                        sheet.header().number(),
                        column.id(),
                        new Bilingual(
                                "De kolom " + column.id() + " ontbreekt.", "Column " + column.id() + " is missing.")));
            }
        }
        return errors.isEmpty();
    }

    private int place(String column) {
        return places.getOrDefault(column, 0);
    }

    private void cells(Row row, Table.Row there) {
        for (Column column : table.columns()) {
            if (column.id().equals("id")) {
                continue;
            }
            Cell cell = row.cell(place(column.id()));
            Object was = table.cell(there, column.id());
            if (isSame(cell, column, was)) {
                continue;
            }
            Parsed parsed = parse(cell, column);
            JsonNode value = parsed.value();
            if (value == null) {
                error(row, column.id(), parsed.error());
            } else if (!text(value).equals(written(was))) {
                ObjectNode edit = JSON.objectNode()
                        .put("table", table.id())
                        .put("row", there.id())
                        .put("column", column.id());
                edit.set("value", value);
                attempt(
                        row,
                        column.id(),
                        new Change(there.id(), column, written(was), text(value), edit),
                        () -> TableAmendments.of(files, table.id()).withCell(there.id(), column.id(), value));
            }
        }
    }

    /** What stands in a cell that nobody touched is taken as it is. */
    private static boolean isSame(Cell cell, Column column, @Nullable Object was) {
        if (was == null) {
            return cell.isBlank();
        }
        boolean text = column.type() != ValueType.BOOLEAN && cell.kind() == Kind.TEXT;
        return text && cell.text().equals(was.toString());
    }

    private void add(Row row) {
        Map<String, JsonNode> cells = new LinkedHashMap<>();
        boolean sound = true;
        for (Column column : table.columns()) {
            Cell cell = row.cell(place(column.id()));
            if (cell.isBlank()) {
                continue;
            }
            Parsed parsed = parse(cell, column);
            if (parsed.value() == null) {
                error(row, column.id(), parsed.error());
                sound = false;
            } else {
                cells.put(column.id(), parsed.value());
            }
        }
        String id = row.cell(place("id")).text();
        if (sound) {
            ObjectNode edit = JSON.objectNode().put("table", table.id());
            ObjectNode written = edit.putObject("addRow");
            cells.forEach(written::set);
            List<String> shown = new ArrayList<>();
            cells.forEach((column, value) -> {
                if (!column.equals("id")) {
                    shown.add(column + " " + text(value));
                }
            });
            attempt(row, "id", new Change(id, null, null, String.join(", ", shown), edit), () -> TableAmendments.of(
                            files, table.id())
                    .withRow(cells));
        }
    }

    private void remove(String id) {
        ObjectNode edit = JSON.objectNode().put("table", table.id()).put("removeRow", id);
        files = TableAmendments.of(files, table.id()).withoutRow(id);
        changes.add(new Change(id, null, id, null, edit));
    }

    /** Tries a change; what the draft would refuse is refused here, with the place in the workbook. */
    private void attempt(Row row, String column, Change change, Supplier<RuleBookFiles> applied) {
        try {
            files = applied.get();
            changes.add(change);
        } catch (AmendmentRefused refused) {
            String part = refused.part().startsWith("addRow/") ? refused.part().substring(7) : column;
            error(row, places.containsKey(part) ? part : column, refused.why());
        }
    }

    private Parsed parse(Cell cell, Column column) {
        Bilingual unfit = PlainValues.unfit(cell);
        if (unfit != null) {
            return new Parsed(null, unfit);
        }
        if (cell.isBlank()) {
            return Parsed.of(JSON.nullNode());
        }
        if (cell.kind() == Kind.TEXT && cell.text().equals(Table.ANY) && column.any()) {
            return Parsed.of(JSON.stringNode(Table.ANY));
        }
        return switch (column.type()) {
            case INTEGER, MONTH -> CellNumbers.whole(cell);
            case DECIMAL -> CellNumbers.decimal(cell);
            case DATE -> PlainValues.date(cell);
            case BOOLEAN -> truth(cell);
            case ID, TEXT, OPTION, REFERENCE, SOURCE -> PlainValues.text(cell, false);
        };
    }

    private static Parsed truth(Cell cell) {
        return switch (cell.text().toLowerCase(Locale.ROOT)) {
            case "ja", "true", "waar" -> Parsed.of(JSON.booleanNode(true));
            case "nee", "false", "onwaar" -> Parsed.of(JSON.booleanNode(false));
            default ->
                Parsed.wrong(
                        "Hier hoort ja of nee, maar er staat " + PlainValues.shown(cell) + ".",
                        "This must be ja (yes) or nee (no), but it says " + PlainValues.shown(cell) + ".");
        };
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isNumber() ? plain(value.decimalValue()) : value.asString();
    }

    private static String written(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        return value == null ? "" : value instanceof LocalDate date ? date.toString() : value.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void error(Row row, String column, @Nullable Bilingual detail) {
        error(row, place(column), column, detail);
    }

    /** Names the cell as the spreadsheet does. */
    private void error(Row row, int at, @Nullable String column, @Nullable Bilingual detail) {
        String cell = CellReference.convertNumToColString(at) + row.number();
        Bilingual said = detail == null ? new Bilingual("klopt niet", "is wrong") : detail;
        errors.add(new CellError(
                sheet.name(),
                row.number(),
                column,
                new Bilingual("Cel " + cell + ": " + said.nl(), "Cell " + cell + ": " + said.en())));
    }
}

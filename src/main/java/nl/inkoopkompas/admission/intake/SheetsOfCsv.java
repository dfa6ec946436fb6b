package nl.inkoopkompas.admission.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.admission.intake.Layout.Column;
import nl.inkoopkompas.admission.intake.Layout.Role;
import nl.inkoopkompas.admission.intake.Layout.SheetLayout;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.SheetCsv;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes the CSV files of an import as the one workbook that they stand for. */
public final class SheetsOfCsv {

    private SheetsOfCsv() {}

    /**
     * Writes a workbook of CSV files by the name of their sheet. A cell that its column cannot hold stays as it is;
     * refuses an unknown sheet or column with an {@link IllegalArgumentException}.
     */
    public static void write(Layout layout, Map<String, byte[]> files, OutputStream out) throws IOException {
        CellValues values = new CellValues(layout);
        try (ApplicationBook book = new ApplicationBook(layout)) {
            for (Sheet sheet : SheetCsv.read(files).sheets()) {
                SheetLayout known = layout.named(sheet.name());
                if (known == null) {
                    throw new IllegalArgumentException("There is no sheet " + sheet.name());
                }
                SheetRows rows = new SheetRows(known, sheet);
                if (rows.isBroken()) {
                    throw new IllegalArgumentException(
                            rows.errors().get(0).detail().en());
                }
                for (Row row : rows.rows()) {
                    book.row(known, values(values, rows, row));
                }
            }
            book.write(out);
        }
    }

    private static Map<Column, JsonNode> values(CellValues values, SheetRows sheet, Row row) {
        Map<Column, JsonNode> found = new HashMap<>();
        List<Column> columns = sheet.layout().columns();
        for (int place = 0; place < columns.size(); place++) {
            Cell cell = sheet.cell(row, place);
            if (!cell.isBlank()) {
                found.put(columns.get(place), value(values, columns.get(place), cell));
            }
        }
        return found;
    }

    private static JsonNode value(CellValues values, Column column, Cell cell) {
        JsonNode parsed = column.role() == Role.VALUE && !CellValues.isNone(cell)
                ? values.parse(column.requireField(), cell).value()
                : null;
        return parsed == null ? JsonNodeFactory.instance.stringNode(cell.text()) : parsed;
    }
}

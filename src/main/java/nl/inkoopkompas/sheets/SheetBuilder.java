package nl.inkoopkompas.sheets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of the sheets of one file within limits of memory; cells that recur are kept once. */
final class SheetBuilder {

    static final int MAX_COLUMNS = Sheets.MAX_COLUMNS;
    static final int MAX_ROWS = 1_000_000;
    static final int MAX_CELLS = 5_000_000;
    static final int MAX_TEXT = 32_767;

    private static final int KEPT_CELLS = 50_000;
    private static final int KEPT_LENGTH = 40;

    private final Map<Cell, Cell> recurring = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final Cell[] cells = new Cell[MAX_COLUMNS];

    private String name = "";
    private @Nullable Row header;
    private List<Row> rows = new ArrayList<>();
    private int width;
    private int rowCount;
    private int cellCount;

    void startSheet(String sheet) {
        name = sheet;
        header = null;
        rows = new ArrayList<>();
        width = 0;
    }

    void cell(int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (column >= MAX_COLUMNS) {
            throw new SheetsRefused(
                    "Blad " + Quoted.of(name) + " heeft meer dan " + MAX_COLUMNS + " kolommen. Gebruik het sjabloon.",
                    "Sheet " + Quoted.of(name) + " has more than " + MAX_COLUMNS + " columns. Use the template.");
        }
        if (cell.text().length() > MAX_TEXT) {
            throw new SheetsRefused(
                    "Op blad " + Quoted.of(name) + " staat een cel met meer dan 32.767 tekens. Kort de tekst in.",
                    "Sheet " + Quoted.of(name) + " has a cell of more than 32,767 characters. Shorten the text.");
        }
        if (++cellCount > MAX_CELLS) {
            throw tooMuch();
        }
        if (column > width) {
            Arrays.fill(cells, width, column, Cell.BLANK);
        }
        cells[column] = keep(cell);
        width = Math.max(width, column + 1);
    }

    void endRow(int number) {
        if (width == 0) {
            return;
        }
        if (++rowCount > MAX_ROWS) {
            throw tooMuch();
        }
        Row row = new Row(number, List.of(Arrays.copyOf(cells, width)));
        width = 0;
        if (header == null) {
            header = row;
        } else {
            rows.add(row);
        }
    }

    void endSheet() {
        sheets.add(new Sheet(name, header == null ? new Row(1, List.of()) : header, List.copyOf(rows)));
    }

    Sheets sheets() {
        return new Sheets(List.copyOf(sheets));
    }

    private Cell keep(Cell cell) {
        if (cell.text().length() > KEPT_LENGTH) {
            return cell;
        }
        Cell kept = recurring.get(cell);
        if (kept == null && recurring.size() < KEPT_CELLS) {
            recurring.put(cell, cell);
        }
        return kept == null ? cell : kept;
    }

    private static SheetsRefused tooMuch() {
        return new SheetsRefused(
                "Het bestand bevat te veel regels om in één keer te lezen. Splits het in kleinere bestanden.",
                "The file holds too many rows to read at once. Split it into smaller files.");
    }
}

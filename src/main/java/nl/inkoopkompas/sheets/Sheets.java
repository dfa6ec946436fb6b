package nl.inkoopkompas.sheets;

import java.util.List;

/** The sheets of a file, whether it was a workbook or a zip of CSV files. */
public record Sheets(List<Sheet> sheets) {

    /** How many columns a sheet can have. */
    public static final int MAX_COLUMNS = 256;

    /**
     * One sheet.
     *
     * @param header the first row that holds anything; its cells name the columns
     * @param rows the rows below it that hold anything
     */
    public record Sheet(String name, Row header, List<Row> rows) {

        public boolean isEmpty() {
            return header.cells().isEmpty();
        }
    }

    /**
     * The cells of a row up to the last that holds anything.
     *
     * @param number as the spreadsheet counts, from 1
     */
    public record Row(int number, List<Cell> cells) {

        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.BLANK;
        }
    }
}

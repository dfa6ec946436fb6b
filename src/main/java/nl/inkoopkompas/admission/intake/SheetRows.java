package nl.inkoopkompas.admission.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.inkoopkompas.admission.intake.Layout.Column;
import nl.inkoopkompas.admission.intake.Layout.Role;
import nl.inkoopkompas.admission.intake.Layout.SheetLayout;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Parsed;
import nl.inkoopkompas.sheets.Quoted;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet of a file with its columns found: which cell of a row is which column, and which rows are of whom. */
final class SheetRows {

    private final SheetLayout layout;
    private final Sheet sheet;
    private final int[] positions;
    private final Map<String, List<Row>> byNumber = new HashMap<>();
    private final List<CellError> errors = new ArrayList<>();
    private boolean broken;

    SheetRows(SheetLayout layout, Sheet sheet) {
        this.layout = layout;
        this.sheet = sheet;
        this.positions = new int[layout.columns().size()];
        Arrays.fill(positions, -1);
        findColumns();
        broken = !errors.isEmpty();
    }

    SheetLayout layout() {
        return layout;
    }

    List<Row> rows() {
        return sheet.rows();
    }

    /** Whether its header cannot be trusted, so that no application with a row on it can be read. */
    boolean isBroken() {
        return broken;
    }

    boolean has(Column column) {
        return positions[layout.columns().indexOf(column)] >= 0;
    }

    /** The cell of the column at this place in the layout. */
    Cell cell(Row row, int column) {
        return positions[column] < 0 ? Cell.BLANK : row.cell(positions[column]);
    }

    boolean has(int column) {
        return positions[column] >= 0;
    }

    List<CellError> errors() {
        return errors;
    }

    List<Row> rowsOf(String number) {
        return byNumber.getOrDefault(number, List.of());
    }

    Map<String, List<Row>> byNumber() {
        return byNumber;
    }

    /** The application number of a row; null, with an error, where it has none. */
    @Nullable
    String number(Row row) {
        if (!has(0)) {
            return null;
        }
        Cell cell = cell(row, 0);
        if (cell.isBlank()) {
            error(row.number(), Layout.NUMBER, "Vul het aanvraagnummer in.", "Fill in the application number.");
            return null;
        }
        Parsed parsed = CellValues.number(cell);
        if (parsed.error() != null) {
            errors.add(new CellError(layout.name(), row.number(), Layout.NUMBER, parsed.error()));
        }
        return parsed.value() == null ? null : parsed.value().stringValue();
    }

    void index() {
        for (Row row : rows()) {
            String number = number(row);
            if (number != null) {
                byNumber.computeIfAbsent(number, key -> new ArrayList<>(2)).add(row);
            }
        }
    }

    void error(int row, @Nullable String column, String nl, String en) {
        errors.add(new CellError(layout.name(), row, column, new Bilingual(nl, en)));
    }

    private void findColumns() {
        Row header = sheet.header();
        for (int position = 0; position < header.cells().size(); position++) {
            Cell cell = header.cell(position);
            if (cell.isBlank()) {
                continue;
            }
            Column column = layout.named(cell.text());
            if (column == null) {
                String nearest = layout.nearest(cell.text());
                error(
                        header.number(),
                        shown(cell, position),
                        "De kolom " + Quoted.of(cell.text()) + " is onbekend. Bedoelt u \"" + nearest + "\"?",
                        "The column " + Quoted.of(cell.text()) + " is unknown. Do you mean \"" + nearest + "\"?");
                continue;
            }
            int index = layout.columns().indexOf(column);
            if (positions[index] >= 0) {
                error(
                        header.number(),
                        column.id(),
                        "De kolom \"" + column.id() + "\" staat er twee keer.",
                        "The column \"" + column.id() + "\" is there twice.");
            }
            positions[index] = position;
        }
        refuseUnnamed(header);
        for (Column column : layout.columns()) {
            if (column.required() && !has(column)) {
                error(
                        header.number(),
                        column.id(),
                        "De kolom \"" + column.id() + "\" ontbreekt.",
                        "The column \"" + column.id() + "\" is missing.");
            }
        }
    }

    private void refuseUnnamed(Row header) {
        boolean[] reported = new boolean[Sheets.MAX_COLUMNS];
        for (Row row : rows()) {
            for (int position = 0; position < row.cells().size(); position++) {
                if (!row.cell(position).isBlank() && header.cell(position).isBlank() && !reported[position]) {
                    reported[position] = true;
                    String letter = letter(position);
                    error(
                            row.number(),
                            letter,
                            "Boven kolom " + letter
                                    + " staat geen kolomnaam. Geef de kolom een naam of maak haar leeg.",
                            "Column " + letter + " has no name above it. Name the column or clear it.");
                }
            }
        }
    }

    private static String shown(Cell cell, int position) {
        String quoted = Quoted.of(cell.text());
        return quoted.equals(Quoted.HIDDEN) ? letter(position) : quoted.substring(1, quoted.length() - 1);
    }

    private static String letter(int position) {
        String last = String.valueOf((char) ('A' + position % 26));
        return position < 26 ? last : letter(position / 26 - 1) + last;
    }

    /** The places in the layout of the columns with a role. */
    static int[] places(SheetLayout layout, Role role) {
        List<Column> columns = layout.columns();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == role)
                .toArray();
    }
}

package nl.inkoopkompas.contracting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Quoted;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.sheets.Spelling;
import org.jspecify.annotations.Nullable;

/** The one sheet of a file with contracted providers, with its columns found. */
final class ContractingSheet {

    static final String NAME = "gecontracteerden";
    static final String HELP = "uitleg";

    private static final int MOST_ERRORS = 1000;

    private final Sheet sheet;
    private final Map<ContractingColumn, Integer> places = new EnumMap<>(ContractingColumn.class);
    private final List<CellError> errors = new ArrayList<>();

    ContractingSheet(Sheets sheets) {
        sheet = find(sheets);
        findColumns();
    }

    List<Row> rows() {
        return sheet.rows();
    }

    Cell cell(Row row, ContractingColumn column) {
        Integer place = places.get(column);
        return place == null ? Cell.BLANK : row.cell(place);
    }

    void error(int row, @Nullable String column, Bilingual detail) {
        errors.add(new CellError(NAME, row, column, detail));
    }

    /** Refuses the file when something is wrong with it. */
    void refuseErrors() {
        if (errors.size() > MOST_ERRORS) {
            int others = errors.size() - MOST_ERRORS;
            List<CellError> first = new ArrayList<>(errors.subList(0, MOST_ERRORS));
            first.add(new CellError(
                    null,
                    null,
                    null,
                    new Bilingual(
                            "Er zijn nog " + others + " fouten. Herstel eerst deze.",
                            "There are " + others + " more errors. Correct these first.")));
            throw new ContractingFileRefused(first);
        }
        if (!errors.isEmpty()) {
            throw new ContractingFileRefused(errors);
        }
    }

    private static Sheet find(Sheets sheets) {
        Sheet found = null;
        for (Sheet sheet : sheets.sheets()) {
            String name = Spelling.normal(sheet.name());
            if (name.equals(HELP) || sheet.isEmpty()) {
                continue;
            }
            if (!name.equals(NAME) || found != null) {
                throw new SheetsRefused(
                        "Het blad " + Quoted.of(sheet.name()) + " hoort hier niet. Zet alles op één blad \"" + NAME
                                + "\".",
                        "The sheet " + Quoted.of(sheet.name()) + " does not belong here. Put everything on one sheet \""
                                + NAME + "\".");
            }
            found = sheet;
        }
        if (found == null) {
            throw new SheetsRefused(
                    "Het blad \"" + NAME + "\" ontbreekt of is leeg. Gebruik het sjabloon.",
                    "The sheet \"" + NAME + "\" is missing or empty. Use the template.");
        }
        return found;
    }

    private void findColumns() {
        Row header = sheet.header();
        for (int place = 0; place < header.cells().size(); place++) {
            Cell cell = header.cell(place);
            if (cell.isBlank()) {
                continue;
            }
            ContractingColumn column = ContractingColumn.named(cell.text());
            if (column == null) {
                String nearest = ContractingColumn.nearest(cell.text());
                error(
                        header.number(),
                        letter(place),
                        new Bilingual(
                                "De kolom " + Quoted.of(cell.text()) + " is onbekend. Bedoelt u \"" + nearest
                                        + "\"? Haal haar anders weg.",
                                "The column " + Quoted.of(cell.text()) + " is unknown. Do you mean \"" + nearest
                                        + "\"? Otherwise remove it."));
            } else if (places.put(column, place) != null) {
                error(
                        header.number(),
                        column.id(),
                        new Bilingual(
                                "De kolom \"" + column.id() + "\" staat er twee keer.",
                                "The column \"" + column.id() + "\" is there twice."));
            }
        }
        for (ContractingColumn column : ContractingColumn.values()) {
            if (column.isRequired() && !places.containsKey(column)) {
                error(
                        header.number(),
                        column.id(),
                        new Bilingual(
                                "De kolom \"" + column.id() + "\" ontbreekt.",
                                "The column \"" + column.id() + "\" is missing."));
            }
        }
        refuseUnnamed(header);
        refuseErrors();
    }

    private void refuseUnnamed(Row header) {
        Set<Integer> reported = new HashSet<>();
        for (Row row : sheet.rows()) {
            for (int place = 0; place < row.cells().size(); place++) {
                if (!row.cell(place).isBlank() && header.cell(place).isBlank() && reported.add(place)) {
                    error(
                            row.number(),
                            letter(place),
                            new Bilingual(
                                    "Boven deze kolom staat geen kolomnaam. Geef haar een naam of maak haar leeg.",
                                    "This column has no name above it. Name it or clear it."));
                }
            }
        }
    }

    private static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}

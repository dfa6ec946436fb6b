package nl.inkoopkompas.admission.intake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.admission.intake.Layout.SheetLayout;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Quoted;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The applications of a file. A bad row blocks its whole application and no other. Each application is made when it is
 * asked for, so that a large file costs no more memory than its cells.
 */
public final class ApplicationSheets {

    /**
     * One application as read.
     *
     * @param application null where something is wrong with it
     * @param errors what is wrong with its own cells; what is wrong with a whole sheet is an error of the file
     */
    public record Reading(@Nullable Application application, List<CellError> errors) {}

    private record Entry(Row row, @Nullable String number, boolean blocked) {}

    private final CellValues values;
    private final SheetRows main;
    private final Map<SheetLayout, SheetRows> rows = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<CellError> errors = new ArrayList<>();
    private boolean blocked;

    /** Finds the sheets and rows of a file; refuses one without applications' sheet with {@link SheetsRefused}. */
    public ApplicationSheets(Sheets sheets, Layout layout) {
        values = new CellValues(layout);
        sheets.sheets().forEach(sheet -> find(sheet, layout));
        SheetRows requests = rows.get(layout.main());
        if (requests == null) {
            throw new SheetsRefused(
                    "Het blad \"" + Layout.MAIN + "\" ontbreekt of is leeg. Gebruik het sjabloon.",
                    "The sheet \"" + Layout.MAIN + "\" is missing or empty. Use the template.");
        }
        main = requests;
        rows.values().forEach(SheetRows::index);
        list();
        refuseOrphans();
        rows.values().forEach(found -> errors.addAll(found.errors()));
    }

    /** How many rows the main sheet has: each an application, also where it cannot be read. */
    public int size() {
        return entries.size();
    }

    /** What is wrong with sheets as a whole, and with rows that belong to no application. */
    public List<CellError> errors() {
        return List.copyOf(errors);
    }

    /** Reads the application on one row of the main sheet, counted from 0. */
    public Reading read(int index) {
        Entry entry = entries.get(index);
        if (entry.number() == null) {
            return new Reading(null, List.of());
        }
        RequestBuilding building = new RequestBuilding(main, rows, values, entry.number(), entry.row());
        ObjectNode request = building.request();
        boolean bad = blocked
                || entry.blocked()
                || !building.errors().isEmpty()
                || rows.values().stream()
                        .anyMatch(sheet -> sheet.isBroken()
                                && (sheet == main
                                        || !sheet.rowsOf(entry.number()).isEmpty()));
        Application application = bad
                ? null
                : new Application(entry.number(), entry.row().number(), request, main.layout(), building.origins());
        return new Reading(application, building.errors());
    }

    private void find(Sheet sheet, Layout layout) {
        if (sheet.isEmpty() || Layout.isHelper(sheet.name())) {
            return;
        }
        SheetLayout known = layout.named(sheet.name());
        if (known == null) {
            blocked = true;
            String nearest = layout.nearest(sheet.name());
            errors.add(new CellError(
                    shown(sheet),
                    null,
                    null,
                    new Bilingual(
                            "Het blad " + Quoted.of(sheet.name()) + " is onbekend. Bedoelt u \"" + nearest
                                    + "\"? Verwijder het blad als het er niet bij hoort.",
                            "The sheet " + Quoted.of(sheet.name()) + " is unknown. Do you mean \"" + nearest
                                    + "\"? Remove the sheet if it does not belong here.")));
            return;
        }
        SheetRows found = new SheetRows(known, sheet);
        if (!found.has(0) && known != layout.main() && !sheet.rows().isEmpty()) {
            blocked = true;
        }
        if (rows.put(known, found) != null) {
            blocked = true;
            errors.add(new CellError(
                    known.name(),
                    null,
                    null,
                    new Bilingual(
                            "Het blad \"" + known.name() + "\" staat er twee keer.",
                            "The sheet \"" + known.name() + "\" is there twice.")));
        }
    }

    private static String shown(Sheet sheet) {
        return Quoted.of(sheet.name()).equals(Quoted.HIDDEN) ? "…" : sheet.name();
    }

    private void list() {
        Map<Row, String> numbers = new IdentityHashMap<>();
        main.byNumber().forEach((number, same) -> {
            for (Row row : same) {
                numbers.put(row, number);
                if (same.size() > 1) {
                    String others = String.join(
                            ", ",
                            same.stream()
                                    .filter(other -> other != row)
                                    .map(other -> String.valueOf(other.number()))
                                    .limit(5)
                                    .toList());
                    main.error(
                            row.number(),
                            Layout.NUMBER,
                            "Aanvraagnummer " + Quoted.of(number) + " staat ook op regel " + others
                                    + ". Geef elke aanvraag een eigen nummer.",
                            "Application number " + Quoted.of(number) + " is also on row " + others
                                    + ". Give each application a number of its own.");
                }
            }
        });
        for (Row row : main.rows()) {
            String number = numbers.get(row);
            entries.add(
                    new Entry(row, number, number != null && main.rowsOf(number).size() > 1));
        }
    }

    private void refuseOrphans() {
        for (SheetRows sheet : rows.values()) {
            if (sheet == main) {
                continue;
            }
            sheet.byNumber().forEach((number, orphans) -> {
                if (main.rowsOf(number).isEmpty()) {
                    orphans.forEach(row -> sheet.error(
                            row.number(),
                            Layout.NUMBER,
                            "Aanvraagnummer " + Quoted.of(number) + " staat niet op blad \"" + Layout.MAIN + "\".",
                            "Application number " + Quoted.of(number) + " is not on sheet \"" + Layout.MAIN + "\"."));
                }
            });
        }
    }
}

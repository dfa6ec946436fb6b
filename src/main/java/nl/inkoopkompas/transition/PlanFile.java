package nl.inkoopkompas.transition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.CellNumbers;
import nl.inkoopkompas.sheets.Parsed;
import nl.inkoopkompas.sheets.PlainValues;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Spelling;
import nl.inkoopkompas.transition.Sheet.Column;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file with running indications, as back offices export them, into a request. Columns that nobody asks for are
 * passed over, but no citizen's number may stand in them either.
 */
public final class PlanFile {

    private static final int MOST_ERRORS = 500;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode request;
    private final Map<String, String> municipalities = new HashMap<>();
    private final Map<String, String> contracts = new HashMap<>();
    private final List<CellError> errors = new ArrayList<>();
    private final Map<Sheet, List<Integer>> rows = new LinkedHashMap<>();
    private final Map<String, ObjectNode> byKey = new HashMap<>();

    private PlanFile(ObjectNode request, RuleBook book) {
        this.request = request;
        names(book.requireTable("reference/municipalities"), municipalities);
        names(book.requireTable("reference/contracts"), contracts);
    }

    private static void names(Table table, Map<String, String> names) {
        table.rows().forEach(row -> {
            names.put(Spelling.normal(String.valueOf(table.cell(row, "name"))), row.id());
            names.put(Spelling.normal(row.id()), row.id());
        });
    }

    /** What was read: a request, unless there are errors. */
    public record Read(ObjectNode request, List<CellError> errors, PlanFile file) {}

    /**
     * Reads sheets on top of what is given besides the file.
     *
     * @param given fields of the request that the file does not hold; an indication in it is replaced by the file
     */
    public static Read read(Sheets sheets, ObjectNode given, RuleBook book) {
        PlanFile file = new PlanFile(given.deepCopy(), book);
        boolean alone = sheets.sheets().size() == 1;
        for (Sheets.Sheet sheet : sheets.sheets()) {
            Sheet known = Sheet.called(sheet.name()).orElse(alone ? Sheet.INDICATIONS : null);
            if (known == null) {
                file.error(sheet.name(), null, null, "Dit blad hoort hier niet.", "This sheet does not belong here.");
            } else {
                file.sheet(known, sheet);
            }
        }
        return new Read(file.request, List.copyOf(file.errors), file);
    }

    private void sheet(Sheet known, Sheets.Sheet sheet) {
        Map<Integer, Column> places = known.places(sheet.header().cells());
        Set<Column> found = places.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(places.values());
        boolean broken = false;
        for (Column column : known.columns()) {
            if (column.isRequired() && !found.contains(column)) {
                broken = true;
                error(
                        known.title(),
                        sheet.header().number(),
                        column.title(),
                        "Deze kolom ontbreekt.",
                        "This column is missing.");
            }
        }
        if (broken) {
            return;
        }
        if (known == Sheet.INDICATIONS) {
            request.putArray("indications");
        }
        for (Sheets.Row row : sheet.rows()) {
            row(known, places, row);
        }
    }

    private void row(Sheet sheet, Map<Integer, Column> places, Sheets.Row row) {
        ObjectNode read = JSON.objectNode();
        boolean sound = true;
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cell(i);
            Column column = places.get(i);
            if (cell.isBlank()) {
                continue;
            }
            Parsed parsed = column == null ? passedOver(cell) : parse(column, cell);
            if (parsed.error() != null) {
                sound = false;
                add(new CellError(sheet.title(), row.number(), column == null ? null : column.title(), parsed.error()));
            } else if (column != null) {
                read.set(column.field(), parsed.value());
            }
        }
        for (Column column : sheet.columns()) {
            if (column.isRequired() && !read.has(column.field()) && sound) {
                sound = false;
                error(sheet.title(), row.number(), column.title(), "Deze cel is leeg.", "This cell is blank.");
            }
        }
        if (sound) {
            put(sheet, read, row.number());
        }
    }

    private static Parsed passedOver(Cell cell) {
        return CitizenNumber.occursIn(cell.text())
                ? Parsed.wrong(
                        "Hier staat een burgerservicenummer (BSN), of een RSIN van dezelfde vorm. Haal het weg.",
                        "This holds a citizen's number (BSN), or an RSIN of the same form. Remove it.")
                : Parsed.of(JSON.nullNode());
    }

    private Parsed parse(Column column, Cell cell) {
        Bilingual unfit = PlainValues.unfit(cell);
        if (unfit != null) {
            return new Parsed(null, unfit);
        }
        return switch (column.kind()) {
            case TEXT -> PlainValues.text(cell, false);
            case DATE -> PlainValues.date(cell);
            case NUMBER -> CellNumbers.decimal(cell);
            case WHOLE -> CellNumbers.whole(cell);
            case TRUTH -> truth(cell);
            case MUNICIPALITY -> municipality(cell);
            case CONTRACT -> named(cell, contracts);
            case SCENARIO -> scenario(cell);
        };
    }

    /** The code of a municipality, also without its zeros, or its name. */
    private Parsed municipality(Cell cell) {
        String code = municipalities.get(Spelling.normal(cell.text()));
        if (code != null) {
            return Parsed.of(JSON.stringNode(code));
        }
        return cell.text().chars().allMatch(Character::isDigit)
                ? PlainValues.digits(cell, 4)
                : named(cell, municipalities);
    }

    private static Parsed named(Cell cell, Map<String, String> names) {
        String id = names.get(Spelling.normal(cell.text()));
        return id == null
                ? Parsed.wrong(
                        PlainValues.shown(cell) + " is hier niet bekend.",
                        PlainValues.shown(cell) + " is not known here.")
                : Parsed.of(JSON.stringNode(id));
    }

    private static Parsed scenario(Cell cell) {
        String text = Spelling.normal(cell.text());
        for (Scenario scenario : Scenario.values()) {
            if (Spelling.normal(scenario.name()).equals(text)) {
                return Parsed.of(JSON.stringNode(scenario.name()));
            }
        }
        return Parsed.wrong(
                PlainValues.shown(cell) + " is geen scenario.", PlainValues.shown(cell) + " is no scenario.");
    }

    private static Parsed truth(Cell cell) {
        return switch (cell.text().toLowerCase(Locale.ROOT)) {
            case "ja", "j", "true", "waar", "1" -> Parsed.of(JSON.booleanNode(true));
            case "nee", "n", "false", "onwaar", "0" -> Parsed.of(JSON.booleanNode(false));
            default -> Parsed.wrong("Hier hoort ja of nee.", "This must be yes or no (ja or nee).");
        };
    }

    private void put(Sheet sheet, ObjectNode read, int row) {
        switch (sheet) {
            case SWITCH -> request.setAll(read);
            case PRODUCTS -> listed(sheet, read, row, "products", "old", "new");
            case CONTRACTED -> listed(sheet, read, row, "contracted", "provider", "products");
            case FACTORS -> factor(read, row);
            case INDICATIONS -> add(sheet, "indications", read, row);
            case CHOSEN -> {
                read.set("product", read.remove("old"));
                add(sheet, "chosen", read, row);
            }
        }
    }

    private void add(Sheet sheet, String list, ObjectNode read, int row) {
        request.withArray(list).add(read);
        rows.computeIfAbsent(sheet, none -> new ArrayList<>()).add(row);
    }

    /** Rows with the same key are one element, of which the codes of all rows are one list. */
    private void listed(Sheet sheet, ObjectNode read, int row, String list, String key, String codes) {
        String name = list + " " + read.path(key).asString("");
        String text = read.path(codes).asString("");
        ObjectNode known = byKey.get(name);
        if (known == null) {
            known = read;
            known.putArray(codes);
            byKey.put(name, known);
            add(sheet, list, known, row);
        }
        ArrayNode all = known.withArray(codes);
        for (String code : text.split(";")) {
            if (!code.isBlank()) {
                all.add(code.strip());
            }
        }
    }

    private void factor(ObjectNode read, int row) {
        ObjectNode product = byKey.get("products " + read.path("old").asString(""));
        if (product == null) {
            error(
                    Sheet.FACTORS.title(),
                    row,
                    Column.OLD.title(),
                    "Dit product staat niet op het blad producten.",
                    "This product is not on the sheet producten.");
            return;
        }
        product.withArray("factors")
                .addObject()
                .put("product", read.path("new").asString(""))
                .set("factor", read.path("factor"));
    }

    private void error(String sheet, @Nullable Integer row, @Nullable String column, String nl, String en) {
        add(new CellError(sheet, row, column, new Bilingual(nl, en)));
    }

    private void add(CellError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    /** Where in the file something stands that the request was refused for. */
    public CellError placed(Refusal refusal) {
        String[] parts = refusal.pointer().split("/");
        for (Sheet sheet : rows.keySet()) {
            String list =
                    switch (sheet) {
                        case PRODUCTS -> "products";
                        case CONTRACTED -> "contracted";
                        case INDICATIONS -> "indications";
                        case CHOSEN -> "chosen";
                        case SWITCH, FACTORS -> "";
                    };
            List<Integer> of = rows.getOrDefault(sheet, List.of());
            if (parts.length > 2
                    && parts[1].equals(list)
                    && parts[2].matches("\\d{1,8}")
                    && Integer.parseInt(parts[2]) < of.size()) {
                String field = parts.length > 3 ? parts[3] : "";
                String column = sheet.columns().stream()
                        .filter(known -> known.field().equals(field))
                        .map(Column::title)
                        .findFirst()
                        .orElse(null);
                return new CellError(sheet.title(), of.get(Integer.parseInt(parts[2])), column, refusal.detail());
            }
        }
        return new CellError(
                null,
                null,
                null,
                new Bilingual(
                        refusal.pointer() + ": " + refusal.detail().nl(),
                        refusal.pointer() + ": " + refusal.detail().en()));
    }

    /** What is wrong with a request that a book cannot read, where it stands in the file. */
    public List<CellError> placed(List<Refusal> refusals) {
        return refusals.stream().map(this::placed).toList();
    }
}

package nl.inkoopkompas.admission.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.admission.intake.Application.ListRows;
import nl.inkoopkompas.admission.intake.Layout.Column;
import nl.inkoopkompas.admission.intake.Layout.Role;
import nl.inkoopkompas.admission.intake.Layout.SheetLayout;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Parsed;
import nl.inkoopkompas.sheets.Sheets.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The making of one request from the rows of one application. */
final class RequestBuilding {

    private static final String BETWEEN = "\u0000";
    private static final String NOBODY = "";

    private final SheetRows main;
    private final Map<SheetLayout, SheetRows> rows;
    private final CellValues values;
    private final String number;
    private final Row row;
    private final List<CellError> errors = new ArrayList<>();
    private final Map<String, ListRows> origins = new HashMap<>();
    private final Map<SheetLayout, Map<String, List<Row>>> byOuter = new HashMap<>();

    RequestBuilding(SheetRows main, Map<SheetLayout, SheetRows> rows, CellValues values, String number, Row row) {
        this.main = main;
        this.rows = rows;
        this.values = values;
        this.number = number;
        this.row = row;
    }

    /** What is wrong with the cells that were read. */
    List<CellError> errors() {
        return errors;
    }

    /** Which rows the elements of lists came from, by the pointer of the list. */
    Map<String, ListRows> origins() {
        return origins;
    }

    ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        element(main, row, request, "", "");
        for (SheetRows sheet : rows.values()) {
            SheetLayout outer = sheet.layout().outer();
            if (outer != null && outer != main.layout()) {
                rowsOf(sheet, NOBODY);
                byOuter.getOrDefault(sheet.layout(), Map.of())
                        .values()
                        .forEach(lost -> lost.forEach(at -> refuseLost(sheet.layout(), outer, at)));
            }
        }
        return request;
    }

    private void refuseLost(SheetLayout layout, SheetLayout outer, Row lost) {
        Column join = layout.columns(Role.OUTER).reduce((a, b) -> b).orElseThrow();
        error(
                layout,
                lost,
                join.id(),
                "Deze " + join.id() + " staat bij deze aanvraag niet op blad \"" + outer.name() + "\".",
                "This " + join.id() + " is not on sheet \"" + outer.name() + "\" for this application.");
    }

    private void element(SheetRows sheet, Row at, ObjectNode target, String pointer, String key) {
        SheetLayout layout = sheet.layout();
        Set<List<String>> statedEmpty = new HashSet<>();
        for (int place = 0; place < layout.columns().size(); place++) {
            Column column = layout.columns().get(place);
            Cell cell = sheet.cell(at, place);
            switch (column.role()) {
                case NUMBER, OUTER -> {}
                case VALUE -> {
                    if (!cell.isBlank()) {
                        put(target, column.path(), parsed(layout, at, column, cell));
                    } else if (column.required() && sheet.has(place)) {
                        error(
                                layout,
                                at,
                                column.id(),
                                "Vul hier iets in: " + column.label().nl() + " is verplicht.",
                                "Fill this in: " + column.label().en() + " is required.");
                    }
                }
                case ITEMS -> {
                    if (!cell.isBlank()) {
                        put(target, column.path(), parsed(layout, at, column, cell));
                    }
                }
                case EMPTY_LIST -> {
                    if (CellValues.isNone(cell)) {
                        statedEmpty.add(column.path());
                    } else if (!cell.isBlank()) {
                        error(
                                layout,
                                at,
                                column.id(),
                                "Hier mag alleen \"geen\" staan. Zet gegevens op blad \"" + column.id() + "\".",
                                "Only \"geen\" may stand here. Put data on sheet \"" + column.id() + "\".");
                    }
                }
            }
        }
        for (SheetLayout inner : layout.inner()) {
            list(sheet, at, inner, target, pointer, key, statedEmpty.contains(inner.path()));
        }
    }

    private void list(
            SheetRows outer,
            Row at,
            SheetLayout inner,
            ObjectNode target,
            String pointer,
            String key,
            boolean statedEmpty) {
        SheetRows sheet = rows.get(inner);
        List<Row> found = sheet == null ? List.of() : rowsOf(sheet, key);
        boolean noneStated = statedEmpty;
        List<Row> elements = new ArrayList<>(found.size());
        for (Row candidate : found) {
            if (isNone(sheet, candidate)) {
                noneStated = true;
            } else {
                elements.add(candidate);
            }
        }
        if (noneStated && !elements.isEmpty()) {
            error(
                    inner,
                    elements.get(0),
                    null,
                    "Bij deze aanvraag staat \"geen\" en toch een regel op blad \"" + inner.name() + "\".",
                    "This application says \"geen\" and yet has a row on sheet \"" + inner.name() + "\".");
            return;
        }
        if (elements.isEmpty() && !noneStated) {
            if (inner.requireList().limits().required()) {
                error(
                        outer.layout(),
                        at,
                        inner.name(),
                        "Zet voor deze aanvraag ten minste één regel op blad \"" + inner.name() + "\".",
                        "Put at least one row for this application on sheet \"" + inner.name() + "\".");
            }
            return;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
        put(target, inner.path(), array);
        String list = pointer + "/" + String.join("/", inner.path());
        if (sheet != null && !elements.isEmpty()) {
            origins.put(
                    list,
                    new ListRows(inner, elements.stream().mapToInt(Row::number).toArray()));
            elements(sheet, elements, array, list, key);
        }
    }

    private void elements(SheetRows sheet, List<Row> elements, ArrayNode array, String list, String key) {
        SheetLayout layout = sheet.layout();
        int unique = layout.inner().isEmpty() ? -1 : layout.columns().indexOf(layout.key());
        Set<String> keys = new HashSet<>();
        for (Row at : elements) {
            if (!sheet.isBroken() && isEmpty(sheet, at)) {
                error(
                        layout,
                        at,
                        null,
                        "Op deze regel staat alleen een aanvraagnummer. Vul haar in, schrijf \"geen\""
                                + " of verwijder haar.",
                        "This row has an application number only. Fill it in, write \"geen\" or remove it.");
            } else if (layout.ofValues()) {
                Column column = layout.columns(Role.VALUE).findFirst().orElseThrow();
                Cell cell = sheet.cell(at, layout.columns().indexOf(column));
                JsonNode value = parsed(layout, at, column, cell);
                if (value != null) {
                    array.add(value);
                }
            } else {
                String inner = key;
                if (unique >= 0) {
                    Column column = layout.columns().get(unique);
                    inner = key + BETWEEN + text(column, sheet.cell(at, unique));
                    if (!keys.add(inner)) {
                        error(
                                layout,
                                at,
                                column.id(),
                                "Deze " + column.id() + " staat twee keer bij deze aanvraag.",
                                "This " + column.id() + " is there twice for this application.");
                        continue;
                    }
                }
                ObjectNode element = array.addObject();
                element(sheet, at, element, list + "/" + (array.size() - 1), inner);
            }
        }
    }

    /** The rows of this application on a sheet that belong to one element of the outer list. */
    private List<Row> rowsOf(SheetRows sheet, String key) {
        List<Row> all = sheet.rowsOf(number);
        int[] joins = SheetRows.places(sheet.layout(), Role.OUTER);
        if (joins.length == 0 || all.isEmpty()) {
            return all;
        }
        Map<String, List<Row>> keyed = byOuter.computeIfAbsent(sheet.layout(), layout -> byOuter(sheet, all, joins));
        List<Row> found = keyed.remove(key);
        return found == null ? List.of() : found;
    }

    private Map<String, List<Row>> byOuter(SheetRows sheet, List<Row> all, int[] joins) {
        Map<String, List<Row>> keyed = new LinkedHashMap<>();
        for (Row at : all) {
            StringBuilder key = new StringBuilder();
            boolean complete = true;
            for (int join : joins) {
                Column column = sheet.layout().columns().get(join);
                Cell cell = sheet.cell(at, join);
                if (cell.isBlank() && sheet.has(join)) {
                    error(
                            sheet.layout(),
                            at,
                            column.id(),
                            "Vul hier de " + column.id() + " in waar deze regel bij hoort.",
                            "Fill in the " + column.id() + " that this row belongs to.");
                }
                complete &= !cell.isBlank() && parsed(sheet.layout(), at, column, cell) != null;
                key.append(BETWEEN).append(text(column, cell));
            }
            if (complete) {
                keyed.computeIfAbsent(key.toString(), k -> new ArrayList<>(2)).add(at);
            }
        }
        return keyed;
    }

    private String text(Column column, Cell cell) {
        JsonNode value = cell.isBlank()
                ? null
                : values.parse(column.requireField(), cell).value();
        return value == null ? "" : value.asString();
    }

    private @Nullable JsonNode parsed(SheetLayout layout, Row at, Column column, Cell cell) {
        Parsed parsed = column.role() == Role.ITEMS
                ? values.parseItems(column.requireField(), cell)
                : values.parse(column.requireField(), cell);
        if (parsed.error() != null) {
            errors.add(new CellError(layout.name(), at.number(), column.id(), parsed.error()));
        }
        return parsed.value();
    }

    private boolean isNone(@Nullable SheetRows sheet, Row at) {
        if (sheet == null) {
            return false;
        }
        int filled = 0;
        boolean none = false;
        for (int place = 0; place < sheet.layout().columns().size(); place++) {
            Cell cell = sheet.cell(at, place);
            if (!cell.isBlank() && !isJoin(sheet.layout().columns().get(place))) {
                filled++;
                none = CellValues.isNone(cell);
            }
        }
        return none && filled == 1;
    }

    private boolean isEmpty(SheetRows sheet, Row at) {
        for (int place = 0; place < sheet.layout().columns().size(); place++) {
            if (!sheet.cell(at, place).isBlank()
                    && !isJoin(sheet.layout().columns().get(place))) {
                return false;
            }
        }
        return true;
    }

    private boolean isJoin(Column column) {
        return column.role() == Role.NUMBER || column.role() == Role.OUTER;
    }

    private void put(ObjectNode target, List<String> path, @Nullable JsonNode value) {
        if (value == null) {
            return;
        }
        ObjectNode at = target;
        for (String name : path.subList(0, path.size() - 1)) {
            at = at.get(name) instanceof ObjectNode object ? object : at.putObject(name);
        }
        at.set(path.get(path.size() - 1), value);
    }

    private void error(SheetLayout layout, Row at, @Nullable String column, String nl, String en) {
        errors.add(new CellError(layout.name(), at.number(), column, new Bilingual(nl, en)));
    }
}

package nl.inkoopkompas.admission.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.inkoopkompas.admission.intake.Layout.Column;
import nl.inkoopkompas.admission.intake.Layout.Role;
import nl.inkoopkompas.admission.intake.Layout.SheetLayout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes the workbook that applicants' data are handed in with, empty or filled. */
public final class TemplateWriter {

    private static final JsonNode NONE = JsonNodeFactory.instance.stringNode(Layout.NONE);

    private TemplateWriter() {}

    /** Writes the empty template: sheets, columns, lists to choose from and an explanation. */
    public static void write(Layout layout, OutputStream out) throws IOException {
        write(layout, Map.of(), out);
    }

    /**
     * Writes requests, by application number, such that reading the workbook gives them back. Null fields and absent
     * ones are both unknown, and come back absent; an element of a list of which nothing is known is left out.
     */
    public static void write(Layout layout, Map<String, ? extends JsonNode> requests, OutputStream out)
            throws IOException {
        try (ApplicationBook book = new ApplicationBook(layout)) {
            requests.forEach((number, request) -> {
                Map<Column, JsonNode> row = new HashMap<>();
                row.put(layout.main().columns().get(0), JsonNodeFactory.instance.stringNode(number));
                element(book, layout.main(), request, row);
            });
            book.write(out);
        }
    }

    /** Writes the row of an element, which holds its joins already, and then the rows of its lists. */
    private static void element(ApplicationBook book, SheetLayout sheet, JsonNode element, Map<Column, JsonNode> row) {
        Map<String, JsonNode> joins = new LinkedHashMap<>();
        row.forEach((column, value) -> joins.put(column.id(), value));
        for (Column column : sheet.columns()) {
            JsonNode value = at(element, column);
            if (column.role() == Role.EMPTY_LIST) {
                if (value.isArray() && value.isEmpty() && ApplicationBook.isShown(column)) {
                    row.put(column, NONE);
                }
            } else if (column.role() != Role.NUMBER && column.role() != Role.OUTER && !value.isMissingNode()) {
                row.put(column, value);
                joins.put(column.id(), value);
            }
        }
        book.row(sheet, row);
        for (SheetLayout inner : sheet.inner()) {
            JsonNode list = element;
            for (String name : inner.path()) {
                list = list.path(name);
            }
            if (list.isArray() && list.isEmpty() && inner.requireList().limits().minItems() > 0) {
                Map<Column, JsonNode> none = joins(inner, joins);
                inner.columns(Role.VALUE).findFirst().ifPresent(column -> none.put(column, NONE));
                book.row(inner, none);
            }
            for (JsonNode item : list) {
                element(book, inner, item, joins(inner, joins));
            }
        }
    }

    private static Map<Column, JsonNode> joins(SheetLayout inner, Map<String, JsonNode> known) {
        Map<Column, JsonNode> joins = new HashMap<>();
        inner.columns().stream()
                .filter(column -> column.role() == Role.NUMBER || column.role() == Role.OUTER)
                .forEach(column -> {
                    JsonNode value = known.get(column.id());
                    if (value != null) {
                        joins.put(column, value);
                    }
                });
        return joins;
    }

    private static JsonNode at(JsonNode element, Column column) {
        JsonNode value = element;
        for (String name : column.path()) {
            value = value.path(name);
        }
        return value;
    }
}

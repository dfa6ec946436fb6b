package nl.inkoopkompas.admission.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.admission.intake.Layout.Column;
import nl.inkoopkompas.admission.intake.Layout.SheetLayout;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.CellError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One application of a file, as the request that it stands for, and the cells that it came from. */
public final class Application {

    /** The rows of a list, in the order of its elements. */
    record ListRows(SheetLayout sheet, int[] rows) {}

    private final String number;
    private final int row;
    private final ObjectNode request;
    private final SheetLayout main;
    private final Map<String, ListRows> lists;

    Application(String number, int row, ObjectNode request, SheetLayout main, Map<String, ListRows> lists) {
        this.number = number;
        this.row = row;
        this.request = request;
        this.main = main;
        this.lists = lists;
    }

    /** What the file calls it. */
    public String number() {
        return number;
    }

    /** Its row on the main sheet. */
    public int row() {
        return row;
    }

    public ObjectNode request() {
        return request;
    }

    /** An error at a place in the request, brought back to the cell it came from, or else to its row. */
    public CellError error(String pointer, Bilingual detail) {
        SheetLayout sheet = main;
        int at = row;
        List<String> path = new ArrayList<>();
        StringBuilder walked = new StringBuilder();
        @Nullable ListRows list = null;
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            Integer index = list == null ? null : index(token, list.rows().length);
            if (list != null && index != null) {
                sheet = list.sheet();
                at = list.rows()[index];
                path.clear();
            } else if (list == null) {
                path.add(token.replace("~1", "/").replace("~0", "~"));
            }
            walked.append('/').append(token);
            list = lists.get(walked.toString());
        }
        return new CellError(sheet.name(), at, column(sheet, path), detail);
    }

    /** The column of the field, or of the nearest field around it. */
    private static @Nullable String column(SheetLayout sheet, List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Column column = sheet.at(List.copyOf(path.subList(0, length)));
            if (column != null) {
                return column.id();
            }
        }
        Column value = sheet.ofValues() ? sheet.at(List.of()) : null;
        return value == null ? null : value.id();
    }

    private static @Nullable Integer index(String token, int size) {
        if (token.isEmpty() || token.length() > 6 || !token.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int index = Integer.parseInt(token);
        return index < size ? index : null;
    }
}

package nl.inkoopkompas.admission.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.sheets.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The sheets and columns that hold a request, as its schema says: scalars on the main sheet, each list on a sheet of
 * its own, a list within a list joined on what is unique in the outer one, and a list without a sheet in one cell.
 */
public final class Layout {

    /** The sheet with one row for each application. */
    public static final String MAIN = "aanvragen";

    /** The column that joins the sheets. */
    public static final String NUMBER = "aanvraagnummer";

    /** What a cell says to state that a list is empty. */
    public static final String NONE = "geen";

    static final String HELP = "uitleg";
    static final String CHOICES = "keuzelijsten";

    private static final Bilingual NUMBER_LABEL = new Bilingual("Aanvraagnummer", "Application number");

    /** What a column is for. */
    enum Role {
        NUMBER,
        /** The value that says to which element of the outer list a row belongs. */
        OUTER,
        VALUE,
        /** A list in one cell. */
        ITEMS,
        /** Only to state that a list with a sheet of its own is empty. */
        EMPTY_LIST
    }

    /**
     * A column of a sheet.
     *
     * @param path the names of the fields from the element of the row
     * @param field what the column holds; null for the application number
     */
    record Column(
            String id,
            Role role,
            List<String> path,
            @Nullable Field field) {

        Field requireField() {
            if (field == null) {
                throw new IllegalStateException("Column " + id + " holds no field");
            }
            return field;
        }

        Bilingual label() {
            return field == null ? NUMBER_LABEL : field.notes().label();
        }

        boolean required() {
            return role == Role.NUMBER
                    || role == Role.OUTER
                    || (role == Role.VALUE && requireField().limits().required());
        }
    }

    /** A sheet: of the requests themselves, or of one list. */
    static final class SheetLayout {

        private final String name;
        private final List<String> path;
        private final @Nullable Field list;
        private final @Nullable SheetLayout outer;
        private final List<Column> columns = new ArrayList<>();
        private final List<SheetLayout> inner = new ArrayList<>();
        private final Map<String, Column> byAlias = new HashMap<>();
        private final Map<List<String>, Column> byPath = new HashMap<>();

        private SheetLayout(String name, List<String> path, @Nullable Field list, @Nullable SheetLayout outer) {
            this.name = name;
            this.path = path;
            this.list = list;
            this.outer = outer;
        }

        String name() {
            return name;
        }

        /** The names of the fields from the outer element to the list. */
        List<String> path() {
            return path;
        }

        Field requireList() {
            if (list == null) {
                throw new IllegalStateException("Sheet " + name + " is of no list");
            }
            return list;
        }

        @Nullable
        SheetLayout outer() {
            return outer;
        }

        List<Column> columns() {
            return columns;
        }

        Stream<Column> columns(Role role) {
            return columns.stream().filter(column -> column.role() == role);
        }

        /** The sheets of lists within an element of this one. */
        List<SheetLayout> inner() {
            return inner;
        }

        /** Whether an element is a bare value. */
        boolean ofValues() {
            return list != null && list.requireItem().isValue();
        }

        @Nullable
        Column named(String header) {
            return byAlias.get(Spelling.normal(header));
        }

        @Nullable
        Column at(List<String> path) {
            return byPath.get(path);
        }

        /** The column by which inner lists find the element that they belong to. */
        Column key() {
            String unique = requireList().limits().uniqueBy();
            return columns(Role.VALUE)
                    .filter(column -> column.path().equals(unique == null ? List.of() : List.of(unique)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "List " + name + " holds lists and states no x-unique field with a column"));
        }

        /** The column whose name is nearest to a header that is not known. */
        String nearest(String header) {
            String wanted = Spelling.normal(header);
            String nearest = "";
            int least = Integer.MAX_VALUE;
            for (Map.Entry<String, Column> alias : byAlias.entrySet()) {
                int distance = Spelling.distance(wanted, alias.getKey());
                String id = alias.getValue().id();
                if (distance < least || (distance == least && id.compareTo(nearest) < 0)) {
                    least = distance;
                    nearest = id;
                }
            }
            return nearest;
        }

        private void add(Column column) {
            if (columns.stream().anyMatch(other -> other.id().equals(column.id()))) {
                throw new IllegalArgumentException("Sheet " + name + " has two columns " + column.id());
            }
            columns.add(column);
            if (column.role() != Role.NUMBER && column.role() != Role.OUTER) {
                byPath.put(column.path(), column);
            }
        }

        /** A column answers to its id before any other column answers to its label or field with the same name. */
        private void nameColumns() {
            columns.forEach(column -> byAlias.put(Spelling.normal(column.id()), column));
            Map<String, Column> others = new HashMap<>();
            Set<String> ambiguous = new HashSet<>();
            for (Column column : columns) {
                Stream<String> names =
                        Stream.of(column.label().nl(), column.label().en(), fieldName(column));
                names.map(Spelling::normal)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .forEach(name -> {
                            if (others.put(name, column) != null) {
                                ambiguous.add(name);
                            }
                        });
            }
            ambiguous.forEach(others::remove);
            others.forEach(byAlias::putIfAbsent);
        }

        private static String fieldName(Column column) {
            return column.field() == null ? "applicationNumber" : column.field().name();
        }
    }

    private final SheetLayout main;
    private final Map<String, SheetLayout> byName = new LinkedHashMap<>();
    private final Map<String, SheetLayout> byAlias = new HashMap<>();

    /**
     * Lays out the requests of a schema; refuses one without the needed columns with an
     * {@link IllegalArgumentException}.
     */
    public Layout(Shape request) {
        main = new SheetLayout(MAIN, List.of(), null, null);
        fill(main, List.of(new Column(NUMBER, Role.NUMBER, List.of(), null)), request);
        byName.values().forEach(sheet -> byAlias.put(Spelling.normal(sheet.name()), sheet));
        for (SheetLayout sheet : byName.values()) {
            if (sheet != main) {
                Field list = sheet.requireList();
                Stream.of(
                                list.name(),
                                list.notes().label().nl(),
                                list.notes().label().en())
                        .forEach(alias -> byAlias.putIfAbsent(Spelling.normal(alias), sheet));
            }
        }
    }

    SheetLayout main() {
        return main;
    }

    /** The main sheet, then the sheets of lists as they come in the schema. */
    List<SheetLayout> sheets() {
        return List.copyOf(byName.values());
    }

    @Nullable
    SheetLayout named(String sheet) {
        return byAlias.get(Spelling.normal(sheet));
    }

    String nearest(String sheet) {
        String wanted = Spelling.normal(sheet);
        return byName.keySet().stream()
                .min((a, b) -> Integer.compare(
                        Spelling.distance(wanted, Spelling.normal(a)), Spelling.distance(wanted, Spelling.normal(b))))
                .orElse(MAIN);
    }

    static boolean isHelper(String sheet) {
        return Spelling.normal(sheet).equals(HELP) || Spelling.normal(sheet).equals(CHOICES);
    }

    private void fill(SheetLayout sheet, List<Column> joins, Shape element) {
        if (byName.put(sheet.name(), sheet) != null || isHelper(sheet.name())) {
            throw new IllegalArgumentException("Two sheets are named " + sheet.name());
        }
        joins.forEach(sheet::add);
        List<SheetLayout> inner = sheet.inner;
        if (element.isValue()) {
            Field value = element.fields().get(0);
            sheet.add(new Column(column(value), Role.VALUE, List.of(), value));
        } else {
            fields(sheet, element, List.of());
        }
        for (SheetLayout child : inner) {
            List<Column> childJoins = new ArrayList<>(joins);
            if (sheet.list != null) {
                Column key = sheet.key();
                childJoins.add(new Column(key.id(), Role.OUTER, List.of(), key.field()));
            }
            fill(child, childJoins, child.requireList().requireItem());
        }
        sheet.nameColumns();
    }

    private void fields(SheetLayout sheet, Shape shape, List<String> above) {
        for (Field field : shape.fields()) {
            List<String> path = new ArrayList<>(above);
            path.add(field.name());
            if (field.type() == Type.OBJECT) {
                fields(sheet, field.requireItem(), path);
            } else if (field.type() != Type.LIST) {
                sheet.add(new Column(column(field), Role.VALUE, path, field));
            } else if (field.notes().sheet() != null) {
                sheet.inner.add(new SheetLayout(field.notes().sheet(), path, field, sheet));
                sheet.add(new Column(field.notes().sheet(), Role.EMPTY_LIST, path, field));
            } else if (field.requireItem().isValue()) {
                sheet.add(new Column(column(field), Role.ITEMS, path, field));
            } else {
                throw new IllegalArgumentException("List " + field.name() + " states no x-sheet");
            }
        }
    }

    private static String column(Field field) {
        String column = field.notes().column();
        if (column == null) {
            throw new IllegalArgumentException("Field " + field.name() + " states no x-column");
        }
        return column;
    }
}

package nl.inkoopkompas.transition;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.Spelling;

/** The sheets of a file with running indications, and the columns by the names that back offices give them. */
enum Sheet {
    SWITCH("overgang", Column.AS_OF, Column.SWITCH_ON),
    PRODUCTS("producten", Column.OLD, Column.NEW, Column.CHANGED, Column.CONTRACT),
    FACTORS("omrekening", Column.OLD, Column.NEW, Column.FACTOR),
    CONTRACTED("contracten", Column.PROVIDER, Column.HELD),
    INDICATIONS(
            "indicaties",
            Column.ID,
            Column.MUNICIPALITY,
            Column.PROVIDER,
            Column.PRODUCT,
            Column.START,
            Column.END,
            Column.WEEKLY_VALUE,
            Column.VOLUME),
    CHOSEN("gekozen", Column.OLD, Column.SITUATION, Column.SCENARIO);

    /** How a cell is read. */
    enum Kind {
        TEXT,
        DATE,
        NUMBER,
        WHOLE,
        TRUTH,
        MUNICIPALITY,
        CONTRACT,
        SCENARIO
    }

    /** A column. */
    enum Column {
        AS_OF("asOf", Kind.DATE, true, "peildatum"),
        SWITCH_ON("switchOn", Kind.DATE, true, "overgang_op", "overgang"),
        OLD("old", Kind.TEXT, true, "oud", "oude productcode", "oud product"),
        NEW("new", Kind.TEXT, false, "nieuw", "nieuwe productcode", "nieuw product", "opvolger"),
        CHANGED("changed", Kind.TRUTH, true, "gewijzigd", "verandert"),
        CONTRACT("contract", Kind.CONTRACT, true, "contract"),
        FACTOR("factor", Kind.NUMBER, true, "factor"),
        PROVIDER("provider", Kind.TEXT, true, "aanbieder", "zorgaanbieder", "agb", "agbcode", "kvk"),
        HELD("products", Kind.TEXT, false, "product", "nieuwe productcode", "productcode", "nieuw"),
        ID("id", Kind.TEXT, true, "kenmerk", "toewijzingnummer", "indicatie", "beschikkingsnummer", "id"),
        MUNICIPALITY("municipality", Kind.MUNICIPALITY, true, "gemeente", "gemeentecode", "cbs code"),
        PRODUCT("product", Kind.TEXT, true, "product", "productcode", "code", "oud"),
        START("start", Kind.DATE, true, "begin", "ingangsdatum", "ingang", "startdatum", "start"),
        END("end", Kind.DATE, false, "einde", "einddatum", "eind", "laatste dag"),
        WEEKLY_VALUE("weeklyValue", Kind.NUMBER, false, "waarde_per_week", "weekwaarde", "bedrag per week"),
        VOLUME("volume", Kind.NUMBER, false, "omvang", "volume"),
        SITUATION("situation", Kind.WHOLE, true, "situatie"),
        SCENARIO("scenario", Kind.SCENARIO, true, "scenario");

        private final String field;
        private final Kind kind;
        private final boolean required;
        private final List<String> names;

        Column(String field, Kind kind, boolean required, String... names) {
            this.field = field;
            this.kind = kind;
            this.required = required;
            this.names = Arrays.asList(names);
        }

        /** The field of the request. */
        String field() {
            return field;
        }

        Kind kind() {
            return kind;
        }

        boolean isRequired() {
            return required;
        }

        /** What it is called in the template. */
        String title() {
            return names.get(0);
        }

        private boolean isCalled(String name) {
            return names.stream().anyMatch(known -> Spelling.normal(known).equals(Spelling.normal(name)));
        }
    }

    private final String title;
    private final List<Column> columns;

    Sheet(String title, Column... columns) {
        this.title = title;
        this.columns = Arrays.asList(columns);
    }

    String title() {
        return title;
    }

    List<Column> columns() {
        return columns;
    }

    /** The sheet by its name. */
    static Optional<Sheet> called(String name) {
        return Arrays.stream(values())
                .filter(sheet -> Spelling.normal(sheet.title).equals(Spelling.normal(name)))
                .findFirst();
    }

    /** The columns by the place in which a header has them; the first of a name counts. */
    Map<Integer, Column> places(List<Cell> header) {
        Map<Integer, Column> places = new LinkedHashMap<>();
        for (Column column : columns) {
            for (int i = 0; i < header.size(); i++) {
                if (!places.containsKey(i) && column.isCalled(header.get(i).text())) {
                    places.put(i, column);
                    break;
                }
            }
        }
        return places;
    }
}

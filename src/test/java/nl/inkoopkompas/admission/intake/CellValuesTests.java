package nl.inkoopkompas.admission.intake;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inkoopkompas.rulebook.Schemas;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.Cell.Kind;
import nl.inkoopkompas.sheets.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and spreadsheets write, and what it is read as. */
class CellValuesTests {

    private static final Layout LAYOUT = new Layout(Schemas.of("admission"));

    private final CellValues values = new CellValues(LAYOUT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            aanvragen       | peildatum      | TEXT   | 01-04-2024        | "2024-04-01"
            aanvragen       | peildatum      | TEXT   | 1-4-2024          | "2024-04-01"
            aanvragen       | peildatum      | TEXT   | 29-02-2024        | "2024-02-29"
            aanvragen       | peildatum      | TEXT   | 2024-04-01        | "2024-04-01"
            aanvragen       | peildatum      | DATE   | 2024-04-01        | "2024-04-01"
            aanvragen       | werknemers     | TEXT   | 42                | 42
            aanvragen       | werknemers     | TEXT   | 0                 | 0
            aanvragen       | werknemers     | TEXT   | 007               | 7
            aanvragen       | werknemers     | NUMBER | 42                | 42
            aanvragen       | jaaromzet      | TEXT   | 1.234             | 1234
            aanvragen       | jaaromzet      | TEXT   | 1.234.567         | 1234567
            aanvragen       | jaaromzet      | TEXT   | 1 234 567         | 1234567
            aanvragen       | jaaromzet      | TEXT   | € 1.234.567       | 1234567
            aanvragen       | jaaromzet      | TEXT   | €5200000          | 5200000
            aanvragen       | jaaromzet      | TEXT   | 1.234.567,00      | 1234567
            aanvragen       | jaaromzet      | TEXT   | 1234567,00        | 1234567
            aanvragen       | jaaromzet      | TEXT   | 1.000,-           | 1000
            aanvragen       | jaaromzet      | NUMBER | 5200000           | 5200000
            jaarrekeningen  | eigen_vermogen | TEXT   | -1.250            | -1250
            jaarrekeningen  | eigen_vermogen | TEXT   | € -1.250          | -1250
            jaarrekeningen  | eigen_vermogen | TEXT   | - 1.250           | -1250
            jaarrekeningen  | eigen_vermogen | TEXT   | −1250             | -1250
            jaarrekeningen  | boekjaar       | TEXT   | 2022              | 2022
            jaarrekeningen  | boekjaar       | NUMBER | 2022              | 2022
            personeel       | fte            | TEXT   | 3,5               | 3.5
            personeel       | fte            | TEXT   | 3.5               | 3.5
            personeel       | fte            | TEXT   | 1.234,5           | 1234.5
            personeel       | fte            | TEXT   | 1234,5            | 1234.5
            personeel       | fte            | TEXT   | 1,234             | 1.234
            personeel       | fte            | TEXT   | 0.125             | 0.125
            personeel       | fte            | TEXT   | 1 234             | 1234
            personeel       | fte            | TEXT   | 3                 | 3
            personeel       | fte            | TEXT   | 3,0               | 3
            personeel       | fte            | NUMBER | 3.3               | 3.3
            aanvragen       | vrijwilligersbeleid | TEXT   | ja           | true
            aanvragen       | vrijwilligersbeleid | TEXT   | NEE          | false
            aanvragen       | vrijwilligersbeleid | TEXT   | Waar         | true
            aanvragen       | vrijwilligersbeleid | TEXT   | onwaar       | false
            aanvragen       | vrijwilligersbeleid | TEXT   | yes          | true
            aanvragen       | vrijwilligersbeleid | TEXT   | no           | false
            aanvragen       | vrijwilligersbeleid | TEXT   | 1            | true
            aanvragen       | vrijwilligersbeleid | NUMBER | 0            | false
            aanvragen       | vrijwilligersbeleid | TRUTH  | true         | true
            aanvragen       | contract       | TEXT   | ambulant-jeugd    | "ambulant-jeugd"
            aanvragen       | contract       | TEXT   | Ambulant jeugd    | "ambulant-jeugd"
            aanvragen       | contract       | TEXT   | HOUSEHOLD HELP    | "hulp-bij-huishouden"
            aanvragen       | rechtsvorm     | TEXT   | bv                | "BV"
            aanvragen       | rechtsvorm     | TEXT   | Stichting         | "STICHTING"
            gebeurtenissen  | soort          | TEXT   | ontbonden         | "DISSOLVED"
            gebeurtenissen  | contract       | TEXT   | een ander contract | "OTHER"
            aanvragen       | kvk_nummer     | TEXT   | 12345678          | "12345678"
            aanvragen       | kvk_nummer     | TEXT   | 1234 5678         | "12345678"
            aanvragen       | kvk_nummer     | NUMBER | 12345678          | "12345678"
            aanvragen       | kvk_nummer     | NUMBER | 12345             | "00012345"
            aanvragen       | kvk_nummer     | TEXT   | 1234567           | "01234567"
            aanvragen       | kvk_nummer     | TEXT   | 123456            | "00123456"
            producten       | productcode    | NUMBER | 54001             | "54001"
            aanvragen       | naam           | TEXT   | 't Hofje & Co     | "'t Hofje & Co"
            """)
    void reads(String sheet, String column, Kind kind, String text, String json) {
        Parsed parsed = values.parse(field(sheet, column), new Cell(kind, text));

        assertThat(parsed.error()).isNull();
        assertThat(parsed.value()).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            aanvragen      | peildatum      | TEXT    | 31-02-2024   | bestaat niet
            aanvragen      | peildatum      | TEXT    | 01/04/2024   | Hier hoort een datum
            aanvragen      | peildatum      | TEXT    | 01-04-24     | Hier hoort een datum
            aanvragen      | peildatum      | NUMBER  | 45383        | Hier hoort een datum
            aanvragen      | peildatum      | DATE    | 2024-04-01T10:30 | Hier hoort een datum
            aanvragen      | werknemers     | TEXT    | veel         | Hier hoort een heel getal
            aanvragen      | werknemers     | TEXT    | 1 2          | Hier hoort een heel getal
            aanvragen      | werknemers     | TEXT    | 1.5          | Hier hoort een heel getal
            aanvragen      | werknemers     | NUMBER  | 1.5          | zonder cijfers achter de komma
            aanvragen      | jaaromzet      | TEXT    | 1.234,50     | zonder cijfers achter de komma
            aanvragen      | jaaromzet      | TEXT    | 1,234,567    | Hier hoort een heel getal
            aanvragen      | jaaromzet      | TEXT    | 800,000      | zonder cijfers achter de komma
            jaarrekeningen | eigen_vermogen | TEXT    | -800,000     | zonder cijfers achter de komma
            aanvragen      | jaaromzet      | TEXT    | 0.125        | Hier hoort een heel getal
            aanvragen      | jaaromzet      | TEXT    | 1.23.456     | Hier hoort een heel getal
            aanvragen      | jaaromzet      | TEXT    | 1E6          | Hier hoort een heel getal
            aanvragen      | jaaromzet      | TEXT    | 12345678901234567890 | te groot
            jaarrekeningen | boekjaar       | DATE    | 2022-01-01   | Hier hoort een heel getal
            personeel      | fte            | TEXT    | 1.234        | Schrijf 1234 of 1,234
            personeel      | fte            | TEXT    | 1,234.5      | Hier hoort een getal
            personeel      | fte            | TEXT    | vier         | Hier hoort een getal
            aanvragen      | vrijwilligersbeleid | TEXT | misschien  | Hier hoort ja of nee
            aanvragen      | vrijwilligersbeleid | NUMBER | 2        | Hier hoort ja of nee
            aanvragen      | rechtsvorm     | TEXT    | GmbH         | Kies: Besloten vennootschap
            aanvragen      | kvk_nummer     | TEXT    | 12345        | Ontbreken er nullen
            aanvragen      | kvk_nummer     | TEXT    | 123456789    | precies 8 cijfers
            aanvragen      | kvk_nummer     | TEXT    | NL123456     | precies 8 cijfers
            aanvragen      | kvk_nummer     | NUMBER  | 1234.5       | precies 8 cijfers
            aanvragen      | naam           | TEXT    | Jan 123456782 | burgerservicenummer
            bestuurders    | bestuurder     | NUMBER  | 123456782    | burgerservicenummer
            producten      | productcode    | DATE    | 2024-03-01   | Maak de cel op als tekst
            aanvragen      | naam           | TRUTH   | true         | Hier hoort tekst
            aanvragen      | naam           | FORMULA | =            | formule
            aanvragen      | naam           | ERROR   | #N/A         | fout van het rekenblad
            """)
    void refuses(String sheet, String column, Kind kind, String text, String sentence) {
        Parsed parsed = values.parse(field(sheet, column), new Cell(kind, text));

        assertThat(parsed.value()).isNull();
        assertThat(parsed.error().nl()).contains(sentence);
        assertThat(parsed.error().en()).isNotBlank();
        assertThat(parsed.error().nl()).doesNotContain("123456782");
    }

    @Test
    void neverRepeatsACitizensNumberThatStandsWhereANumberShould() {
        Parsed parsed = values.parse(field("aanvragen", "peildatum"), Cell.text("123456782"));

        assertThat(parsed.error().nl()).doesNotContain("123456782").contains("datum");
    }

    @Test
    void readsAListInOneCell() {
        Field list = field("gebeurtenissen", "verbeteringen");

        assertThat(values.parseItems(list, Cell.text("Nieuw team; Scholing ;")).value())
                .hasToString("[\"Nieuw team\",\"Scholing\"]");
        assertThat(values.parseItems(list, Cell.text("Geen")).value()).hasToString("[]");
        assertThat(values.parseItems(list, Cell.text("a\\;b")).value()).hasToString("[\"a;b\"]");
        assertThat(values.parseItems(list, Cell.text("x; 123456782")).error()).isNotNull();
    }

    @Test
    void takesSpacesOfAllKindsAwayAroundAText() {
        assertThat(Cell.text("\u00a0 ja\u2007\t")).isEqualTo(new Cell(Kind.TEXT, "ja"));
        assertThat(Cell.text("\u00a0 ")).isEqualTo(Cell.BLANK);
        assertThat(Cell.text("#N/B").kind()).isEqualTo(Kind.ERROR);
    }

    private static Field field(String sheet, String column) {
        return LAYOUT.named(sheet).named(column).requireField();
    }
}

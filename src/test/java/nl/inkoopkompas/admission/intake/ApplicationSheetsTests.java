package nl.inkoopkompas.admission.intake;

import static nl.inkoopkompas.admission.intake.TestFiles.PRODUCTS;
import static nl.inkoopkompas.admission.intake.TestFiles.REQUESTS;
import static nl.inkoopkompas.admission.intake.TestFiles.readCsv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.inkoopkompas.admission.intake.TestFiles.Result;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.CellError;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationSheetsTests {

    @Test
    void makesARequestOfTheRowsOfAnApplication() {
        Result result = readCsv(
                "gebeurtenissen",
                "aanvraagnummer;soort;datum;verbeteringen\nA-1;ontbonden;10-5-2022;geen\nA-1;Geweigerd;11-5-2022;\n",
                "lidmaatschappen",
                "aanvraagnummer,vereniging\nA-1,Jeugdzorg Nederland\nA-2,geen\n",
                "personeel",
                "aanvraagnummer;productcode;opleidingsniveau;fte\nA-1;P2;hbo;3,5\nA-1;P1;geen;\n");

        assertThat(result.errors()).isEmpty();
        assertThat(result.request("A-1"))
                .hasToString("{\"asOf\":\"2024-04-01\",\"contract\":\"ambulant-jeugd\","
                        + "\"applicant\":{\"name\":\"Zorg Voorbeeld BV\",\"kvkNumber\":\"12345678\",\"contractEvents\":["
                        + "{\"kind\":\"DISSOLVED\",\"date\":\"2022-05-10\",\"improvements\":[]},"
                        + "{\"kind\":\"REFUSED\",\"date\":\"2022-05-11\"}],\"memberships\":[\"Jeugdzorg Nederland\"]},"
                        + "\"products\":[{\"code\":\"P1\",\"staff\":[]},"
                        + "{\"code\":\"P2\",\"staff\":[{\"qualification\":\"HBO\",\"fte\":3.5}]}]}");
        assertThat(result.request("A-2").at("/applicant/memberships")).hasToString("[]");
        assertThat(result.request("A-2").at("/applicant/contractEvents").isMissingNode())
                .isTrue();
    }

    @Test
    void takesGeenInAColumnNamedAfterTheSheet() {
        Result result = readCsv(
                "aanvragen",
                "aanvraagnummer,peildatum,contract,naam,kvk_nummer,gebeurtenissen,Maatregelen van een toezichthouder\n"
                        + "A-1,01-04-2024,ambulant-jeugd,X,12345678,geen,GEEN\nA-2,01-04-2024,ambulant-jeugd,X,12345678,,\n",
                "producten",
                "aanvraagnummer,productcode,ervaring\nA-1,P1,geen\nA-2,P1,\n");

        assertThat(result.errors()).isEmpty();
        assertThat(result.request("A-1").at("/applicant/contractEvents")).hasToString("[]");
        assertThat(result.request("A-1").at("/applicant/supervisoryMeasures")).hasToString("[]");
        assertThat(result.request("A-1").at("/products/0/experience")).hasToString("[]");
        assertThat(result.request("A-2").at("/applicant").has("contractEvents")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"KvK-nummer", "kvk nummer", "KVKNUMMER", "KvK number", "kvkNumber", "kvk-nummer", "kvk_nummer"})
    void knowsAColumnByIdLabelOrField(String header) {
        Result result = readCsv("aanvragen", REQUESTS.replace("kvk_nummer", header));

        assertThat(result.errors()).isEmpty();
        assertThat(result.numbers()).containsExactly("A-1", "A-2");
    }

    @Test
    void aBadRowBlocksItsWholeApplicationAndNoOther() {
        Result result =
                readCsv("verzekeringen", "aanvraagnummer,per_gebeurtenis\nA-1,veel\nA-1,ook veel\nA-2,2500000\n");

        assertThat(result.numbers()).containsExactly("A-2");
        assertThat(result.places())
                .containsExactly("verzekeringen 2 per_gebeurtenis", "verzekeringen 3 per_gebeurtenis");
    }

    @Test
    void aRowOfNobodyIsAnErrorOfItsOwn() {
        Result result = readCsv("verzekeringen", "aanvraagnummer,per_gebeurtenis\nA-9,1\n,2\nA-1,2500000\n");

        assertThat(result.numbers()).containsExactly("A-1", "A-2");
        assertThat(result.places())
                .containsExactlyInAnyOrder("verzekeringen 2 aanvraagnummer", "verzekeringen 3 aanvraagnummer");
    }

    @Test
    void theSameNumberTwiceBlocksBoth() {
        Result result = readCsv("aanvragen", REQUESTS + "A-1,01-04-2024,ambulant-jeugd,Nog een,12345678\n");

        assertThat(result.numbers()).containsExactly("A-2");
        assertThat(result.places())
                .containsExactlyInAnyOrder("aanvragen 2 aanvraagnummer", "aanvragen 4 aanvraagnummer");
        assertThat(result.errors().get(0).detail().nl()).contains("staat ook op regel");
    }

    @Test
    void aRowWithOnlyANumberMissesWhatIsRequired() {
        Result result = readCsv("aanvragen", REQUESTS + "A-3,,,,\n");

        assertThat(result.numbers()).containsExactly("A-1", "A-2");
        assertThat(result.places())
                .containsExactly(
                        "aanvragen 4 peildatum",
                        "aanvragen 4 contract",
                        "aanvragen 4 naam",
                        "aanvragen 4 kvk_nummer",
                        "aanvragen 4 producten");
    }

    @Test
    void anUnknownColumnNamesTheNearestAndBlocksWhoUsesTheSheet() {
        Result result = readCsv("verzekeringen", "aanvraagnummer,per_gebeurtnis\nA-1,2500000\n");

        assertThat(result.numbers()).containsExactly("A-2");
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(1);
            assertThat(error.column()).isEqualTo("per_gebeurtnis");
            assertThat(error.detail().nl())
                    .isEqualTo("De kolom \"per_gebeurtnis\" is onbekend. Bedoelt u \"per_gebeurtenis\"?");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            aanvraagnummer,soort\\nA-1,ontbonden                          | De kolom "datum" ontbreekt.
            aanvraagnummer,soort,datum,Soort\\nA-1,ontbonden,1-1-2022,ontbonden | De kolom "soort" staat er twee keer.
            aanvraagnummer,soort,datum,\\nA-1,ontbonden,1-1-2022,x        | Boven kolom D staat geen kolomnaam.
            aanvraagnummer,soort,datum\\nA-1,ontbonden,1-1-2022,x         | Boven kolom D staat geen kolomnaam.
            aanvraagnummer,soort,datum\\nA-1,,                            | alleen een aanvraagnummer
            aanvraagnummer,soort,datum\\nA-1,geen,\\nA-1,ontbonden,1-1-2022 | staat "geen" en toch een regel
            aanvraagnummer,soort,datum\\nA-1,ontbonden,                   | Vul hier iets in: Datum is verplicht.
            aanvraagnummer,soort,datum\\nA-1,ontbonden,=A1                | Hier staat een formule
            """)
    void refusesASheetOrRowThatCannotBeTrusted(String csv, String sentence) {
        Result result = readCsv("gebeurtenissen", csv.replace("\\n", "\n"));

        assertThat(result.numbers()).containsExactly("A-2");
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail().nl()).contains(sentence));
    }

    @Test
    void aRowOfAProductThatIsNotAppliedForIsAnError() {
        Result result = readCsv("ervaring", "aanvraagnummer,productcode,trajecten\nA-1,P9,3\nA-2,,3\nA-2,P1,3\n");

        assertThat(result.numbers()).isEmpty();
        assertThat(result.places()).containsExactlyInAnyOrder("ervaring 2 productcode", "ervaring 3 productcode");
    }

    @Test
    void aRowOfAProductIsNotLostWhenThereAreNoProductsAtAll() {
        Result result = readCsv(
                "producten",
                "aanvraagnummer,productcode\nA-2,P1\n",
                "ervaring",
                "aanvraagnummer,productcode,trajecten\nA-1,P1,3\n");

        assertThat(result.numbers()).containsExactly("A-2");
        assertThat(result.places()).containsExactly("aanvragen 2 producten", "ervaring 2 productcode");
    }

    @Test
    void aProductTwiceIsAnError() {
        Result result = readCsv("producten", PRODUCTS + "A-2,P1\n");

        assertThat(result.numbers()).containsExactly("A-1");
        assertThat(result.places()).containsExactly("producten 5 productcode");
    }

    @Test
    void anUnknownSheetBlocksTheFileSinceNobodyKnowsWhoseItIs() {
        Result result = readCsv("verzekering", "aanvraagnummer,per_gebeurtenis\nA-1,2500000\n", "blad1", "");

        assertThat(result.numbers()).isEmpty();
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail().nl()).contains("Bedoelt u \"verzekeringen\"?"));
    }

    @Test
    void refusesAFileWithoutApplications() {
        Sheets sheets = new Sheets(java.util.List.of());

        assertThatThrownBy(() -> new ApplicationSheets(sheets, TestFiles.LAYOUT))
                .isInstanceOf(SheetsRefused.class)
                .satisfies(e ->
                        assertThat(((SheetsRefused) e).sentence().nl()).contains("Het blad \"aanvragen\" ontbreekt"));
    }

    @Test
    void neverRepeatsACitizensNumber() {
        Result result = readCsv(
                "aanvragen",
                REQUESTS.replace("Zorg Voorbeeld BV", "Zorg 123456782").replace("A-2", "123.456.782"),
                "123456782",
                "x\ny\n",
                "verzekeringen",
                "aanvraagnummer,123456782\nA-1,1\n",
                "lidmaatschappen",
                "aanvraagnummer,vereniging\n123456782,x\nA-1,123456782\n");

        assertThat(result.numbers()).isEmpty();
        assertThat(result.places())
                .contains(
                        "aanvragen 2 naam",
                        "aanvragen 3 aanvraagnummer",
                        "lidmaatschappen 2 aanvraagnummer",
                        "lidmaatschappen 3 vereniging");
        assertThat(result.errors().toString()).doesNotContain("123456782").doesNotContain("123.456.782");
    }

    @Test
    void aKvkNumberMayLookLikeACitizensNumber() {
        Result result = readCsv("aanvragen", REQUESTS.replace("12345678\n", "01234567\n"));

        assertThat(result.errors()).isEmpty();
    }

    @Test
    void bringsAnErrorOfTheEngineBackToItsCell() {
        Result result = readCsv(
                "vogs",
                "aanvraagnummer,voor_wie,bestuurder,afgegeven_op\nA-2,LEGAL_ENTITY,,1-1-2024\nA-1,LEGAL_ENTITY,,1-1-2024\nA-1,DIRECTOR,,1-1-2024\n",
                "personeel",
                "aanvraagnummer,productcode,fte\nA-1,P2,1\nA-1,P1,2\nA-1,P2,3\n",
                "gebeurtenissen",
                "aanvraagnummer,soort,datum,verbeteringen\nA-1,DISSOLVED,1-1-2022,a;b\n",
                "lidmaatschappen",
                "aanvraagnummer,vereniging\nA-1,x\n");
        Application application = result.applications().get(0);

        assertThat(place(application, "/applicant/certificatesOfConduct/1/holder"))
                .isEqualTo("vogs 4 bestuurder");
        assertThat(place(application, "/applicant/name")).isEqualTo("aanvragen 2 naam");
        assertThat(place(application, "/applicant")).isEqualTo("aanvragen 2 null");
        assertThat(place(application, "")).isEqualTo("aanvragen 2 null");
        assertThat(place(application, "/products")).isEqualTo("aanvragen 2 producten");
        assertThat(place(application, "/products/1/code")).isEqualTo("producten 3 productcode");
        assertThat(place(application, "/products/1/staff/1/fte")).isEqualTo("personeel 4 fte");
        assertThat(place(application, "/products/1/experience")).isEqualTo("producten 3 ervaring");
        assertThat(place(application, "/products/0/staff/0/nowhere")).isEqualTo("personeel 3 null");
        assertThat(place(application, "/applicant/contractEvents/0/improvements/1"))
                .isEqualTo("gebeurtenissen 2 verbeteringen");
        assertThat(place(application, "/applicant/memberships/0")).isEqualTo("lidmaatschappen 2 vereniging");
        assertThat(place(application, "/applicant/memberships/99999999999")).isEqualTo("aanvragen 2 lidmaatschappen");
        assertThat(place(application, "/unknown/3")).isEqualTo("aanvragen 2 null");
    }

    @Test
    void numbersThatExcelMadeOfTextStillJoin() {
        Result result = TestFiles.read(new Sheets(java.util.List.of(
                sheet(
                        "aanvragen",
                        "aanvraagnummer,peildatum,contract,naam,kvk_nummer",
                        "1,2024-04-01,ambulant-jeugd,X,12345678"),
                sheet("producten", "aanvraagnummer,productcode", "1,54001"),
                sheet("personeel", "aanvraagnummer,productcode,fte", "1,54001,2"))));

        assertThat(result.errors()).isEmpty();
        assertThat(result.request("1").at("/products/0/staff/0/fte")).hasToString("2");
        assertThat(result.request("1").at("/products/0/code")).hasToString("\"54001\"");
    }

    /** A sheet whose digits are numbers, as in a workbook. */
    private static Sheets.Sheet sheet(String name, String header, String row) {
        return new Sheets.Sheet(name, row(1, header), java.util.List.of(row(2, row)));
    }

    private static Sheets.Row row(int number, String cells) {
        return new Sheets.Row(
                number,
                java.util.Arrays.stream(cells.split(","))
                        .map(text -> text.matches("\\d+") ? new Cell(Cell.Kind.NUMBER, text) : Cell.text(text))
                        .toList());
    }

    private static String place(Application application, String pointer) {
        CellError error = application.error(pointer, new Bilingual("nl", "en"));
        return error.sheet() + " " + error.row() + " " + error.column();
    }
}

package nl.inkoopkompas.web.api;

import static nl.inkoopkompas.web.api.ImportFiles.APPLICATIONS;
import static nl.inkoopkompas.web.api.ImportFiles.PRODUCTS;
import static nl.inkoopkompas.web.api.ImportFiles.bytes;
import static nl.inkoopkompas.web.api.ImportFiles.csv;
import static nl.inkoopkompas.web.api.ImportFiles.with;
import static nl.inkoopkompas.web.api.ImportFiles.workbook;
import static nl.inkoopkompas.web.api.ImportFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files that are wrong: refused at once with a sentence, or read with an error that says where. Never a failure. */
@ApiTest
class MalformedFilesTests {

    private static final String IMPORTS = "/api/v1/admissions/imports";
    private static final String BSN = "111222333";

    @Autowired
    ApiCaller api;

    static Stream<Arguments> refused() {
        byte[] good = csv();
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 2_000; i++) {
            many.put(i + ".csv", bytes("x"));
        }
        return Stream.of(
                Arguments.of("aanvragen.xlsx", bytes(""), "Het bestand is leeg."),
                Arguments.of("aanvragen.csv", bytes(APPLICATIONS), "Dit is één tekst- of CSV-bestand."),
                Arguments.of("aanvragen.txt", bytes("Geachte heer, mevrouw,"), "Dit is één tekst- of CSV-bestand."),
                Arguments.of("aanvragen.xlsx", bytes("<html><body>nee</body></html>"), "Dit is één tekst-"),
                Arguments.of("aanvragen.pdf", bytes("%PDF-1.7\n%âãÏÓ"), "Dit is een pdf."),
                Arguments.of("pdf.xlsx", bytes("%PDF-1.7\n"), "Dit is een pdf."),
                Arguments.of("oud.xls", ole(), "Dit is een oud Excel-bestand (xls)"),
                Arguments.of("oud.xlsx", ole(), "of een bestand met een wachtwoord"),
                Arguments.of("foto.jpg", new byte[] {-1, -40, -1, -32, 0, 16, 'J', 'F'}, "geen Excel-werkmap (xlsx)"),
                Arguments.of("a.bin", new byte[5_000], "geen Excel-werkmap (xlsx)"),
                Arguments.of("leeg.zip", zip(Map.of()), "De zip bevat geen CSV-bestanden."),
                Arguments.of("foto's.zip", zip(Map.of("a.jpg", bytes("x"))), "Zet er alleen CSV-bestanden in."),
                Arguments.of("nul.zip", with("Zorg", "a\0b"), "is geen CSV-bestand."),
                Arguments.of("brief.docx", office("word/document.xml"), "geen Excel-werkmap (xlsx)"),
                Arguments.of("stuk.xlsx", office("xl/workbook.xml"), "De Excel-werkmap is beschadigd."),
                Arguments.of("half.xlsx", Arrays.copyOf(good, good.length / 2), "Het bestand is beschadigd"),
                Arguments.of("rommel.zip", bytes("PK\u0003\u0004rommel"), "Het bestand is beschadigd"),
                Arguments.of(
                        "blad.ods",
                        zip(Map.of("mimetype", bytes("application/vnd.oasis.opendocument.spreadsheet"))),
                        "Dit is een OpenDocument-bestand (ods)."),
                Arguments.of("bom.zip", ImportFiles.bomb(), "uitgepakt groter dan 200 MB"),
                Arguments.of("veel.zip", zip(many), "Zet er alleen de bladen in."),
                Arguments.of(
                        "dubbel.zip",
                        zip(Map.of("aanvragen.csv", bytes("x"), "AANVRAGEN.CSV", bytes("x"))),
                        "twee keer"),
                Arguments.of("zorg " + BSN + ".zip", good, "De naam van het bestand bevat een burgerservicenummer"),
                Arguments.of("1112.22.333.zip", good, "De naam van het bestand bevat een burgerservicenummer"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("refused")
    void refusesAFileAtOnce(String name, byte[] file, String sentence) {
        Answer answer = api.upload("inkoper", IMPORTS, "file", name, file);

        assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains(sentence);
        assertThat(answer.text()).doesNotContain(BSN, "1112.22.333");
    }

    static Stream<Arguments> readWithErrors() {
        return Stream.of(
                failing("no applications", zip(Map.of("producten.csv", bytes(PRODUCTS))), "\"aanvragen\" ontbreekt"),
                place("no products", zip(Map.of("aanvragen.csv", bytes(APPLICATIONS))), "aanvragen 2 producten", ""),
                place(
                        "formula",
                        workbook(ImportFiles.Odd.FORMULA),
                        "aanvragen 2 werknemers",
                        "Hier staat een formule."),
                place("error", workbook(ImportFiles.Odd.ERROR), "aanvragen 2 werknemers", "fout van het rekenblad"),
                place("text in a number", with(",4", ",vier"), "aanvragen 2 werknemers", "getal"),
                place("fraction", with(",4", ",\"4,5\""), "aanvragen 2 werknemers", "heel getal"),
                place("negative", with(",4", ",-1"), "aanvragen 2 werknemers", ""),
                place("exponent", with(",4", ",1e400"), "aanvragen 2 werknemers", ""),
                place("31 February", with("01-04-2024", "31-02-2026"), "aanvragen 2 peildatum", "31-02-2026"),
                place("no date", with("01-04-2024", "morgen"), "aanvragen 2 peildatum", "datum"),
                place("before the first book", with("2024", "2023"), "aanvragen 2 peildatum", "regelboek"),
                place("KvK of 5 digits", with("12345678", "12345"), "aanvragen 2 kvk_nummer", "8 cijfers"),
                place("KvK with letters", with("12345678", "1234567a"), "aanvragen 2 kvk_nummer", ""),
                place("BSN in a cell", with("Zorg", "Zorg " + BSN), "aanvragen 2 naam", "burgerservicenummer"),
                place("BSN with dots", with("Zorg", "1112.22.333"), "aanvragen 2 naam", "burgerservicenummer"),
                place("BSN with spaces", with("Zorg", "111 222 333"), "aanvragen 2 naam", "burgerservicenummer"),
                place("BSN as a number", with("A-1", BSN), "aanvragen 2 aanvraagnummer", "burgerservicenummer"),
                place("unknown contract", with("ambulant-jeugd", "ambulant"), "aanvragen 2 contract", ""),
                place("other contract", with("ambulant-jeugd", "wonen-wmo"), "producten 2 productcode", "45A01"),
                place(
                        "unknown product",
                        csv("producten", PRODUCTS.replace("45A01", "99Z99")),
                        "producten 2 productcode",
                        "99Z99"),
                place("name missing", with("Zorg", ""), "aanvragen 2 naam", "verplicht"),
                place("name too long", with("Zorg", "x".repeat(201)), "aanvragen 2 naam", "200"),
                place(
                        "twice",
                        csv("aanvragen", APPLICATIONS + "A-1,01-04-2024,ambulant-jeugd,X,12345678,\n"),
                        "aanvragen 2 aanvraagnummer",
                        "staat ook op regel"),
                place("unknown column", with("werknemers", "werkneemers"), "aanvragen 1 werkneemers", "Bedoelt u"),
                place("missing column", with("kvk_nummer", "kvk"), "aanvragen 1 kvk_nummer", "ontbreekt"),
                place(
                        "column twice",
                        csv("aanvragen", APPLICATIONS.replace("werknemers", "naam")),
                        "aanvragen 1 naam",
                        "twee keer"),
                place(
                        "unknown option",
                        csv("personeel", "aanvraagnummer,productcode,opleidingsniveau\nA-1,45A01,MAVO\n"),
                        "personeel 2 opleidingsniveau",
                        ""),
                place(
                        "row of nobody",
                        csv("vogs", "aanvraagnummer,voor_wie,afgegeven_op\nA-9,LEGAL_ENTITY,1-1-2024\n"),
                        "vogs 2 aanvraagnummer",
                        ""),
                place(
                        "unknown sheet",
                        csv("verzekering", "aanvraagnummer,per_gebeurtenis\nA-1,1\n"),
                        "verzekering null null",
                        "Bedoelt u \"verzekeringen\"?"),
                place(
                        "certificate of nobody",
                        csv("vogs", "aanvraagnummer,voor_wie,afgegeven_op\nA-1,DIRECTOR,1-1-2024\n"),
                        "vogs 2 bestuurder",
                        "verplicht"),
                place(
                        "year twice",
                        csv("jaarrekeningen", "aanvraagnummer,boekjaar\nA-1,2022\nA-1,2022\n"),
                        "jaarrekeningen 3 boekjaar",
                        "twee keer"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readWithErrors")
    void readsAFileAndSaysWhereItIsWrong(String name, byte[] file, String place, String sentence) {
        JsonNode done = ImportApiTests.imported(api, "bestand.zip", file);

        assertThat(done.path("status").asString()).isEqualTo(place.isEmpty() ? "FAILED" : "DONE");
        assertThat(done.path("errors").valueStream().map(MalformedFilesTests::shown))
                .as(done.toString())
                .anySatisfy(error -> assertThat(error).startsWith(place).contains(sentence));
        assertThat(done.toString()).doesNotContain(BSN, "1112.22.333", "111 222 333");
        assertThat(api.bytes("inkoper", IMPORTS + "/" + done.path("id").asString() + "/results.xlsx")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoUpload() {
        String multipart = "multipart/form-data";
        assertProblem(api.upload("inkoper", IMPORTS, "bestand", "a.xlsx", csv()), 400);
        assertProblem(api.upload("inkoper", IMPORTS, "", "a.xlsx", csv()), 400);
        assertProblem(api.post("inkoper", IMPORTS, "{}"), 415);
        assertProblem(api.post("inkoper", IMPORTS, csv(), "Content-Type", "application/zip"), 415);
        assertProblem(api.call("POST", "inkoper", IMPORTS), 415);
        assertProblem(api.post("inkoper", IMPORTS, "x", "Content-Type", multipart), 400);
        assertProblem(api.post("inkoper", IMPORTS, "x", "Content-Type", multipart + "; boundary=b"), 400);
        assertProblem(api.post("inkoper", IMPORTS, "", "Content-Type", multipart + "; boundary=b"), 400);
        String field = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n";
        assertProblem(api.post("inkoper", IMPORTS, field, "Content-Type", multipart + "; boundary=b"), 400);
        String cut = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx";
        assertProblem(api.post("inkoper", IMPORTS, cut, "Content-Type", multipart + "; boundary=b"), 400);
        assertProblem(api.upload("inkoper", IMPORTS + "?snel=ja", "file", "a.xlsx", csv()), 400);
        assertProblem(api.upload("inkoper", IMPORTS, "file", "a.xlsx", new byte[20 * 1024 * 1024 + 1]), 413);
        assertProblem(api.upload("inkoper", IMPORTS, "file", "a.xlsx", new byte[30 * 1024 * 1024]), 413);
        assertProblem(api.upload("auditor", IMPORTS, "file", "a.xlsx", csv()), 403);
        assertProblem(api.upload("", IMPORTS, "file", "a.xlsx", csv()), 401);
    }

    private static String shown(JsonNode error) {
        return error.path("sheet").asString("null") + " "
                + (error.path("row").isNull() ? "null" : error.path("row").asInt()) + " "
                + error.path("column").asString("null") + " "
                + error.path("detail").asString();
    }

    private static Arguments place(String name, byte[] file, String place, String sentence) {
        return Arguments.of(name, file, place, sentence);
    }

    private static Arguments failing(String name, byte[] file, String sentence) {
        return Arguments.of(name, file, "", sentence);
    }

    private static byte[] ole() {
        return new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0};
    }

    private static byte[] office(String part) {
        return zip(Map.of("[Content_Types].xml", bytes("<Types/>"), part, bytes("x")));
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").isArray()).isTrue();
    }
}

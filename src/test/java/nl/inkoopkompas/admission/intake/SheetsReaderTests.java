package nl.inkoopkompas.admission.intake;

import static nl.inkoopkompas.admission.intake.TestFiles.PRODUCTS;
import static nl.inkoopkompas.admission.intake.TestFiles.REQUESTS;
import static nl.inkoopkompas.admission.intake.TestFiles.bytes;
import static nl.inkoopkompas.admission.intake.TestFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.inkoopkompas.admission.intake.TestFiles.Result;
import nl.inkoopkompas.sheets.Cell;
import nl.inkoopkompas.sheets.Cell.Kind;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import nl.inkoopkompas.sheets.SheetsReader;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsReaderTests {

    @Test
    void readsEveryKindOfCellOfAWorkbook() throws IOException {
        Sheet sheet = read(workbook(book -> {
                    Row header = book.createSheet("aanvragen").createRow(0);
                    for (int i = 0; i < 9; i++) {
                        header.createCell(i).setCellValue("k" + i);
                    }
                    Row row = book.getSheet("aanvragen").createRow(4);
                    CellStyle date = book.createCellStyle();
                    date.setDataFormat(book.createDataFormat().getFormat("d-m-yyyy"));
                    row.createCell(0).setCellValue("\u00a0Élan ");
                    row.createCell(1).setCellValue(12345678.0);
                    row.createCell(2).setCellValue(3.3);
                    row.createCell(3).setCellValue(LocalDate.of(2024, 4, 1));
                    row.getCell(3).setCellStyle(date);
                    row.createCell(4).setCellValue(true);
                    row.createCell(5).setCellFormula("1+1");
                    row.createCell(6).setCellErrorValue(FormulaError.NA.getCode());
                    row.createCell(8).setCellValue("=niet");
                }))
                .sheets()
                .get(0);

        assertThat(sheet.header().cells()).hasSize(9);
        assertThat(sheet.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.cells())
                    .containsExactly(
                            new Cell(Kind.TEXT, "Élan"),
                            new Cell(Kind.NUMBER, "12345678"),
                            new Cell(Kind.NUMBER, "3.3"),
                            new Cell(Kind.DATE, "2024-04-01"),
                            new Cell(Kind.TRUTH, "true"),
                            new Cell(Kind.FORMULA, "="),
                            new Cell(Kind.ERROR, "#N/A"),
                            Cell.BLANK,
                            new Cell(Kind.TEXT, "=niet"));
        });
    }

    @Test
    void readsABareWorkbookWithoutStylesOrSharedTexts() {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='xml' ContentType='application/xml'/><Default Extension='rels'"
                        + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType="
                        + "'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                        + "<Override PartName='/xl/sheet.xml' ContentType="
                        + "'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/></Types>"));
        parts.put(
                "_rels/.rels",
                bytes("<Relationships xmlns='" + relations + "'><Relationship Id='r1' Type='" + office
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>"));
        parts.put(
                "xl/workbook.xml",
                bytes("<workbook xmlns='" + main + "' xmlns:r='" + office
                        + "'><sheets><sheet name='aanvragen' sheetId='1' r:id='r1'/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes("<Relationships xmlns='" + relations + "'><Relationship Id='r1' Type='" + office
                        + "/worksheet' Target='sheet.xml'/></Relationships>"));
        parts.put(
                "xl/sheet.xml",
                bytes(
                        "<worksheet xmlns='" + main
                                + "'><sheetData><row><c t='inlineStr'><is><r><t>Zo</t></r><r><t>rg</t>"
                                + "</r></is></c><c><v>1.0E3</v></c><c t='d'><v>2024-04-01</v></c></row></sheetData></worksheet>"));

        assertThat(read(zip(parts)).sheets().get(0).header().cells())
                .containsExactly(
                        new Cell(Kind.TEXT, "Zorg"), new Cell(Kind.NUMBER, "1000"), new Cell(Kind.DATE, "2024-04-01"));
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() throws IOException {
        Sheets sheets = read(workbook(book -> {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            CellStyle date = book.createCellStyle();
            date.setDataFormat((short) 14);
            Row row = book.createSheet("x").createRow(0);
            row.createCell(0).setCellValue(43921);
            row.getCell(0).setCellStyle(date);
        }));

        assertThat(sheets.sheets().get(0).header().cell(0)).isEqualTo(new Cell(Kind.DATE, "2024-04-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparatorOfEachFile(String separator) {
        Result result = TestFiles.readCsv(
                "aanvragen",
                REQUESTS.replace(",", separator).replace("Zorg Voorbeeld BV", "\"Zorg, \"\"Voorbeeld\"\"; BV\""));

        assertThat(result.errors()).isEmpty();
        assertThat(result.request("A-1").at("/applicant/name").asString()).isEqualTo("Zorg, \"Voorbeeld\"; BV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsUtf8AndWhatDutchExcelWrites(String charset) {
        String text = REQUESTS.replace("Zorg Voorbeeld BV", "Élan Coöperatie € 1");

        Result result = files("aanvragen.csv", text.getBytes(Charset.forName(charset)));

        assertThat(result.request("A-1").at("/applicant/name").asString()).isEqualTo("Élan Coöperatie € 1");
    }

    @Test
    void readsByteOrderMarksAndUtf16() {
        assertThat(files("aanvragen.csv", bytes("\uFEFF" + REQUESTS)).numbers()).hasSize(2);
        assertThat(files("aanvragen.csv", ("\uFEFF" + REQUESTS.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))
                        .numbers())
                .hasSize(2);
    }

    @Test
    void readsFoldersAnyCaseAndLeavesLitterAlone() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("map/PRODUCTEN.CSV", bytes(PRODUCTS));
        files.put("__MACOSX/map/._Aanvragen.csv", new byte[] {0, 1});
        files.put("map/.DS_Store", new byte[] {0});
        files.put("map/Aanvragen.csv", bytes(REQUESTS.replace("\n", "\r\n")));
        files.put("map/uitleg.csv", bytes("dit,is,geen,data\n1,2,3,4"));

        assertThat(TestFiles.read(read(zip(files))).numbers()).containsExactly("A-1", "A-2");
    }

    @Test
    void countsRowsAsTheSpreadsheetDoes() {
        Result result = TestFiles.readCsv(
                "verzekeringen",
                "aanvraagnummer,per_gebeurtenis\n\n,\nA-1,\"veel\nte veel\"\nA-2,x\n",
                "lidmaatschappen",
                "sep=;\naanvraagnummer;vereniging\nA-1;#N/A\n");

        assertThat(result.places())
                .containsExactlyInAnyOrder(
                        "verzekeringen 4 per_gebeurtenis",
                        "lidmaatschappen 3 vereniging",
                        "verzekeringen 5 per_gebeurtenis");
    }

    static Stream<Arguments> badFiles() throws IOException {
        byte[] good = workbook(
                book -> book.createSheet("aanvragen").createRow(0).createCell(0).setCellValue("x"));
        byte[] big = new byte[1024 * 1024];
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= SheetsReader.MAX_ENTRIES; i++) {
            many.put(i + ".csv", new byte[0]);
        }
        Arrays.fill(big, (byte) ' ');
        byte[] bigger = new byte[70 * 1024 * 1024];
        for (int i = 0; i < 3; i++) {
            bomb.put(i + ".csv", bigger);
        }
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        byte[] spoiled = zip(
                Map.of("aanvragen.csv", bytes(REQUESTS.repeat(50) + "Zomaar wat anders om in te pakken, 1234567890.")));
        Arrays.fill(spoiled, 45, 150, (byte) 0xFF);
        String wide = "x,".repeat(300) + "x";
        return Stream.of(
                arguments("leeg", new byte[0], "Het bestand is leeg"),
                arguments("csv met komma", bytes(REQUESTS), "Zet de bladen als CSV-bestanden in een zip"),
                arguments("csv met puntkomma", bytes(REQUESTS.replace(',', ';')), "in een zip"),
                arguments("csv in utf-16", "\uFEFFa;b".getBytes(StandardCharsets.UTF_16LE), "in een zip"),
                arguments("html", bytes("<html></html>"), "Dit is één tekst- of CSV-bestand"),
                arguments("json", bytes("{}"), "Dit is één tekst- of CSV-bestand"),
                arguments("pdf", bytes("%PDF-1.7\n"), "Dit is een pdf"),
                arguments("xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "oud Excel-bestand"),
                arguments("plaatje", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0}, "geen Excel-werkmap"),
                arguments("lege zip", zip(Map.of()), "De zip bevat geen CSV-bestanden"),
                arguments(
                        "zip met alleen litter",
                        zip(Map.of(".DS_Store", new byte[1])),
                        "De zip bevat geen CSV-bestanden"),
                arguments("afgekapt", cut, "beschadigd"),
                arguments("bedorven", spoiled, "beschadigd"),
                arguments("alleen PK", new byte[] {'P', 'K', 3, 4, 0, 0}, "beschadigd"),
                arguments("te groot", zip(bomb), "groter dan 200 MB"),
                arguments("te veel", zip(many), "meer dan 100 bestanden"),
                arguments("xlsx in zip", zip(Map.of("aanvragen.xlsx", good)), "Zet er alleen CSV-bestanden in"),
                arguments("BSN in naam", zip(Map.of("123456782.txt", good)), "De zip bevat \"…\""),
                arguments(
                        "ods", zip(Map.of("mimetype", bytes("application/vnd.oasis.opendocument.spreadsheet"))), "ods"),
                arguments(
                        "docx",
                        zip(Map.of("[Content_Types].xml", big, "word/document.xml", big)),
                        "geen Excel-werkmap"),
                arguments(
                        "xlsb", zip(Map.of("[Content_Types].xml", big, "xl/workbook.bin", big)), "geen Excel-werkmap"),
                arguments(
                        "kapotte xlsx",
                        zip(Map.of("[Content_Types].xml", bytes("<x"), "xl/workbook.xml", bytes("<y"))),
                        "De Excel-werkmap is beschadigd"),
                arguments("twee keer", zip(Map.of("Aanvragen.csv", big, "aanvragen.csv", big)), "twee keer"),
                arguments(
                        "in twee mappen",
                        zip(Map.of("a/aanvragen.csv", big, "b/aanvragen.csv", big)),
                        "twee bestanden voor blad"),
                arguments("aanhalingsteken", zip(Map.of("aanvragen.csv", bytes("a,b\n\"x\"y,z\n"))), "aanhalingsteken"),
                arguments(
                        "open aanhalingsteken", zip(Map.of("aanvragen.csv", bytes("a,b\nx,\"y\n"))), "aanhalingsteken"),
                arguments("binair", zip(Map.of("aanvragen.csv", new byte[] {'a', 0, 'b'})), "is geen CSV-bestand"),
                arguments("te breed", zip(Map.of("aanvragen.csv", bytes(wide))), "meer dan 256 kolommen"),
                arguments(
                        "te lange cel",
                        zip(Map.of("aanvragen.csv", bytes("x".repeat(40_000)))),
                        "meer dan 32.767 tekens"),
                arguments("ver weg", edited(good, "A1", "XFD1"), "meer dan 256 kolommen"),
                arguments("onzinnige cel", edited(good, "A1", "11"), "De Excel-werkmap is beschadigd"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void refusesABadFileWithASentence(String name, byte[] file, String sentence) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(SheetsRefused.class).satisfies(e -> {
            assertThat(((SheetsRefused) e).sentence().nl()).contains(sentence).doesNotContain("123456782");
            assertThat(((SheetsRefused) e).sentence().en()).endsWith(".");
        });
    }

    @Test
    void doesNotReadFilesThatAWorkbookPointsAt() throws IOException {
        byte[] file = workbook(
                book -> book.createSheet("aanvragen").createRow(0).createCell(0).setCellValue("x"));
        byte[] evil = replaced(
                file,
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><sst"
                        + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>a&e;b</t></si></sst>");

        try {
            assertThat(read(evil).sheets().get(0).header().cell(0).text()).isEqualTo("ab");
        } catch (SheetsRefused e) {
            assertThat(e.sentence().nl()).contains("beschadigd");
        }
    }

    private static byte[] edited(byte[] workbook, String from, String to) throws IOException {
        Map<String, byte[]> parts = parts(workbook);
        String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        return replaced(workbook, "xl/worksheets/sheet1.xml", sheet.replace("r=\"" + from + "\"", "r=\"" + to + "\""));
    }

    private static byte[] replaced(byte[] workbook, String part, String text) throws IOException {
        Map<String, byte[]> parts = parts(workbook);
        parts.put(part, bytes(text));
        return zip(parts);
    }

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static Result files(String name, byte[] file) {
        return TestFiles.read(read(zip(Map.of(name, file, "producten.csv", bytes(PRODUCTS)))));
    }

    private static Sheets read(byte[] file) {
        return SheetsReader.read(new ByteArrayInputStream(file));
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> fill) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }
}

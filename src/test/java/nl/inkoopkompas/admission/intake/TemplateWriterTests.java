package nl.inkoopkompas.admission.intake;

import static nl.inkoopkompas.admission.intake.TestFiles.LAYOUT;
import static nl.inkoopkompas.admission.intake.TestFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.inkoopkompas.admission.intake.TestFiles.Result;
import nl.inkoopkompas.sheets.SheetsReader;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class TemplateWriterTests {

    @Test
    void anEmptyTemplateHoldsNoApplicationAndNoError() throws IOException {
        Result result = read(template(Map.of()));

        assertThat(result.applications()).isEmpty();
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void hasASheetForEachListWithListsToChooseFrom() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template(Map.of())))) {
            XSSFSheet main = book.getSheet("aanvragen");

            assertThat(book.getSheetAt(0)).isSameAs(main);
            assertThat(book.getSheet("ervaring").getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("productcode");
            assertThat(main.getPaneInformation().isFreezePane()).isTrue();
            assertThat(main.getDataValidations()).isNotEmpty();
            assertThat(book.isSheetHidden(book.getSheetIndex("keuzelijsten"))).isTrue();
            assertThat(book.getSheet("uitleg").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("aanvraagnummer");
            assertThat(main.getColumnStyle(4).getDataFormatString()).isEqualTo("@");
            assertThat(main.getColumnStyle(1).getDataFormatString()).isEqualTo("dd-mm-yyyy");
        }
    }

    @Test
    void aFilledTemplateReadsBackAsTheSameRequests() throws IOException {
        ObjectNode full = TestFiles.fullRequest();
        ObjectNode bare = full.deepCopy();
        ((ObjectNode) bare.get("applicant")).retain("name", "kvkNumber");
        bare.retain("asOf", "contract", "applicant", "products");

        Result result = read(template(new LinkedHashMap<>(Map.of("A-1", full, "0002", bare))));

        assertThat(result.errors()).isEmpty();
        assertThat(Intake.key(result.request("A-1")))
                .as(result.request("A-1").toString())
                .isEqualTo(Intake.key(full));
        assertThat(Intake.key(result.request("0002"))).isEqualTo(Intake.key(bare));
    }

    @Test
    void csvSheetsBecomeOneWorkbookThatReadsTheSame() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("aanvragen", bytes(TestFiles.REQUESTS.replace("12345678", "02345678")));
        files.put("producten", bytes(TestFiles.PRODUCTS));
        files.put(
                "maatregelen",
                bytes("aanvraagnummer,soort,opgelegd_op\nA-1,geen,\nA-2,Correctieve maatregel,foute datum\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetsOfCsv.write(LAYOUT, files, out);

        Result result = read(out.toByteArray());

        assertThat(result.places()).containsExactly("maatregelen 3 opgelegd_op");
        assertThat(result.request("A-1").at("/applicant/kvkNumber").asString()).isEqualTo("02345678");
        assertThat(result.request("A-1").at("/applicant/supervisoryMeasures")).hasToString("[]");
    }

    @Test
    void readsBackWhatLibreOfficeSaved(@TempDir Path folder) throws Exception {
        assumeTrue(onPath("soffice"), "soffice is not on the PATH");
        Path file = folder.resolve("sjabloon.xlsx");
        Files.write(file, template(Map.of("A-1", TestFiles.fullRequest())));
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        folder.resolve("saved").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        Result result = read(Files.readAllBytes(folder.resolve("saved").resolve("sjabloon.xlsx")));
        assertThat(result.errors()).isEmpty();
        assertThat(Intake.key(result.request("A-1")))
                .as(result.request("A-1").toString())
                .isEqualTo(Intake.key(TestFiles.fullRequest()));
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static byte[] template(Map<String, ObjectNode> requests) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWriter.write(LAYOUT, requests, out);
        return out.toByteArray();
    }

    private static Result read(byte[] file) {
        return TestFiles.read(SheetsReader.read(new ByteArrayInputStream(file)));
    }
}

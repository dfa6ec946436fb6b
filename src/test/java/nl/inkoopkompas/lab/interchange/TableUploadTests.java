package nl.inkoopkompas.lab.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.lab.interchange.TableUpload.Change;
import nl.inkoopkompas.lab.interchange.TableUpload.Result;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook changes what its cells say, and nothing else. */
class TableUploadTests {

    private static final RuleBookFiles FILES = ProjectRuleBook.FILES;
    private static final String PRODUCTS = "admission/products";
    private static final String SCHEMES = "admission/quality-schemes";

    static List<String> tables() {
        return List.copyOf(ProjectRuleBook.BOOK.tables().keySet());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void changesNothingWhenNobodyTouchedIt(String id) {
        Result result = edited(id, sheet -> {});

        assertThat(result.errors()).isEmpty();
        assertThat(result.changes()).isEmpty();
    }

    @Test
    void readsCellsRowsAndWhatIsGone() {
        Result result = edited(PRODUCTS, sheet -> {
            sheet.getRow(1).createCell(4).setCellValue(12);
            sheet.getRow(1).createCell(6).setCellValue(4.5);
            sheet.getRow(1).getCell(5).setBlank();
            sheet.removeRow(sheet.getRow(2));
            var added = sheet.createRow(sheet.getLastRowNum() + 1);
            added.createCell(0).setCellValue("p-99a01");
            added.createCell(1).setCellValue("99A01");
            added.createCell(2).setCellValue("wonen-jeugd");
            added.createCell(3).setCellValue("Nieuw product");
            added.createCell(7).setCellValue("ja");
            added.createCell(9).setCellValue("6.6");
        });

        assertThat(result.errors()).isEmpty();
        assertThat(result.edits())
                .extracting(Object::toString)
                .containsExactly(
                        "{\"table\":\"admission/products\",\"row\":\"p-48a01\",\"column\":\"minTrajectories\",\"value\":12}",
                        "{\"table\":\"admission/products\",\"row\":\"p-48a01\",\"column\":\"minLevel\",\"value\":null}",
                        "{\"table\":\"admission/products\",\"row\":\"p-48a01\",\"column\":\"minFte\",\"value\":4.5}",
                        "{\"table\":\"admission/products\",\"addRow\":{\"id\":\"p-99a01\",\"code\":\"99A01\","
                                + "\"contract\":\"wonen-jeugd\",\"name\":\"Nieuw product\",\"isNew\":true,\"section\":\"6.6\"}}",
                        "{\"table\":\"admission/products\",\"removeRow\":\"p-47a01\"}");
        Change first = result.changes().get(0);
        assertThat(first.was()).isEqualTo("10");
        assertThat(first.becomes()).isEqualTo("12");
    }

    @Test
    void namesTheCellThatIsWrong() {
        refuses(PRODUCTS, 4, "veel", "Cel E2");
        refuses(PRODUCTS, 5, "PHD", "Cel F2");
        refuses(PRODUCTS, 7, "misschien", "Cel H2");
        refuses(PRODUCTS, 2, "jeugdwerk", "Cel C2");
        refuses("admission/entry-windows", 5, "31-02-2026", "Cel F2");
    }

    @Test
    void refusesFormulas() {
        Result result = edited(PRODUCTS, sheet -> sheet.getRow(1).getCell(4).setCellFormula("5+5"));

        assertThat(result.changes()).isEmpty();
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail().nl()).contains("Cel E2", "formule"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd()", "+cmd|' /C calc'!A0", "@SUM(1)", "\"); System.exit(0); //", "<script>1</script>"})
    void keepsATextATextWhateverItLooksLike(String text) {
        Result result = edited(SCHEMES, sheet -> sheet.getRow(1).createCell(1).setCellValue(text));

        assertThat(result.errors()).isEmpty();
        assertThat(result.changes()).singleElement().satisfies(change -> {
            assertThat(change.becomes()).isEqualTo(text);
            assertThat(change.edit().get("value").isString()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO\u200b9001", "IS\u041e9001", "\u202eISO9001", "\u0399SO9001", "12345 6782"})
    void refusesLookAlikesAndCitizensNumbers(String text) {
        Result result = edited(SCHEMES, sheet -> sheet.getRow(1).createCell(1).setCellValue(text));

        assertThat(result.changes()).isEmpty();
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail().nl()).startsWith("Cel B2"));
    }

    @Test
    void refusesTextsThatAreTooLong() {
        Result result = edited(SCHEMES, sheet -> sheet.getRow(1).createCell(1).setCellValue("x".repeat(32_000)));
        assertThat(result.errors()).hasSize(1);

        byte[] csv = ("id,scheme\niso9001," + "x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(SCHEMES, csv)).isInstanceOf(SheetsRefused.class);
    }

    @Test
    void refusesOtherColumnsAndRowsWithoutAnId() {
        assertThat(edited(PRODUCTS, sheet -> sheet.getRow(0).createCell(4).setCellValue("minimum"))
                        .errors())
                .extracting(error -> error.detail().nl())
                .anyMatch(detail -> detail.contains("geen kolom"))
                .anyMatch(detail -> detail.contains("minTrajectories ontbreekt"));
        assertThat(edited(PRODUCTS, sheet -> sheet.getRow(1).getCell(0).setBlank())
                        .errors())
                .isNotEmpty();
        assertThat(edited(PRODUCTS, sheet -> sheet.getRow(1).createCell(0).setCellValue("p-47a01"))
                        .errors())
                .isNotEmpty();
    }

    @Test
    void locksIdsAndOffersWhatCanBeChosen() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(PRODUCTS)))) {
            XSSFSheet sheet = workbook.getSheet("products");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(0).getCell(4).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(1).getCell(4).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getRow(5).getCell(4).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getDataValidations()).hasSize(3);
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex("Keuzes"))).isTrue();
            assertThat(workbook.getSheet(TableWorkbook.HELP)
                            .getRow(5)
                            .getCell(1)
                            .getStringCellValue())
                    .isEqualTo("Minimaal aantal trajecten");
        }
    }

    @Test
    void readsABareCsvToo() {
        Result result = read(SCHEMES, "id;scheme\niso9001;HKZ\n".getBytes(StandardCharsets.UTF_8));

        assertThat(result.errors()).isEmpty();
        assertThat(result.changes()).extracting(Change::becomes).containsExactly("HKZ");
    }

    private static void refuses(String table, int column, String text, String cell) {
        Result result =
                edited(table, sheet -> sheet.getRow(1).createCell(column).setCellValue(text));
        assertThat(result.changes()).isEmpty();
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail().nl()).startsWith(cell));
    }

    private static Result edited(String id, Consumer<Sheet> edit) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(id)))) {
            edit.accept(workbook.getSheetAt(0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return read(id, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbook(String id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWorkbook.write(ProjectRuleBook.BOOK, ProjectRuleBook.BOOK.requireTable(id), out);
        return out.toByteArray();
    }

    private static Result read(String id, byte[] file) {
        Table table = ProjectRuleBook.BOOK.requireTable(id);
        return TableUpload.read(new ByteArrayInputStream(file), FILES, table);
    }
}

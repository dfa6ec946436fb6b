package nl.inkoopkompas.web.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files with applications, good and bad. */
final class ImportFiles {

    static final String APPLICATIONS =
            "aanvraagnummer,peildatum,contract,naam,kvk_nummer,werknemers\nA-1,01-04-2024,ambulant-jeugd,Zorg,12345678,4\n";
    static final String PRODUCTS = "aanvraagnummer,productcode\nA-1,45A01\n";

    private ImportFiles() {}

    /** A zip of two sheets, with more or other sheets that are named and filled by turns. */
    static byte[] csv(String... sheets) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("aanvragen.csv", bytes(APPLICATIONS));
        files.put("producten.csv", bytes(PRODUCTS));
        for (int i = 0; i < sheets.length; i += 2) {
            files.put(sheets[i] + ".csv", bytes(sheets[i + 1]));
        }
        return zip(files);
    }

    /** The sheet of applications with something else in it. */
    static byte[] with(String target, String replacement) {
        return csv("aanvragen", APPLICATIONS.replace(target, replacement));
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A few kilobytes that unpack to more than 200 MB. */
    static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("aanvragen.csv"));
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i <= 200; i++) {
                zip.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    enum Odd {
        NOTHING,
        FORMULA,
        ERROR
    }

    /** A workbook in which the number of employees is odd. */
    static byte[] workbook(Odd odd) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String[] sheet : new String[][] {{"aanvragen", APPLICATIONS}, {"producten", PRODUCTS}}) {
                var rows = workbook.createSheet(sheet[0]);
                for (String line : sheet[1].split("\n", 0)) {
                    Row row = rows.createRow(rows.getPhysicalNumberOfRows());
                    for (String text : line.split(",", 0)) {
                        row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(text);
                    }
                }
            }
            Cell employees = workbook.getSheet("aanvragen").getRow(1).getCell(5);
            if (odd == Odd.FORMULA) {
                employees.setCellFormula("1+1");
            } else if (odd == Odd.ERROR) {
                employees.setCellErrorValue(FormulaError.DIV0.getCode());
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package nl.inkoopkompas.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads CSV files as the sheets of one file. Each file may use commas, semicolons or tabs, and may be UTF-8 or, as
 * Dutch Excel writes it, Windows-1252.
 */
public final class SheetCsv {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BOM = '\uFEFF';

    private final SheetBuilder builder = new SheetBuilder();
    private final Set<String> names = new HashSet<>();

    private SheetCsv() {}

    static Sheets read(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        SheetCsv csv = new SheetCsv();
        for (ZipEntry entry : entries) {
            String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (entry.isDirectory() || isLitter(entry.getName(), file)) {
                continue;
            }
            if (!file.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                throw new SheetsRefused(
                        "De zip bevat " + Quoted.of(file) + ". Zet er alleen CSV-bestanden in.",
                        "The zip holds " + Quoted.of(file) + ". Put only CSV files in it.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                csv.sheet(file.substring(0, file.length() - 4), in.readAllBytes());
            }
        }
        if (csv.names.isEmpty()) {
            throw SheetsReader.empty();
        }
        return csv.builder.sheets();
    }

    /** Reads files by the name of their sheet. */
    public static Sheets read(Map<String, byte[]> files) {
        SheetCsv csv = new SheetCsv();
        files.forEach(csv::sheet);
        return csv.builder.sheets();
    }

    private void sheet(String name, byte[] bytes) {
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new SheetsRefused(
                    "De zip bevat twee bestanden voor blad " + Quoted.of(name) + ".",
                    "The zip holds two files for sheet " + Quoted.of(name) + ".");
        }
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new SheetsRefused(
                    "Het bestand " + Quoted.of(name + ".csv") + " is geen CSV-bestand.",
                    "The file " + Quoted.of(name + ".csv") + " is no CSV file.");
        }
        builder.startSheet(name);
        rows(name, text);
        builder.endSheet();
    }

    private void rows(String name, String text) {
        int number = 0;
        int start = 0;
        char separator = separator(text);
        if (text.regionMatches(true, 0, "sep=", 0, 4)) {
            start = Math.max(text.indexOf('\n') + 1, 4);
            number++;
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(start == 0 ? text : text.substring(Math.min(start, text.length())))) {
            for (CsvRecord row : records) {
                number++;
                for (int column = 0; column < row.getFieldCount(); column++) {
                    builder.cell(column, cell(row.getField(column)));
                }
                builder.endRow(number);
            }
        } catch (CsvParseException e) {
            throw new SheetsRefused(
                    "In " + Quoted.of(name + ".csv") + " klopt na regel " + number
                            + " een aanhalingsteken niet. Herstel het of sla het bestand opnieuw op.",
                    "In " + Quoted.of(name + ".csv") + " a quotation mark is wrong after row " + number
                            + ". Correct it or save the file again.");
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory can be read", e);
        }
    }

    private static Cell cell(String text) {
        Cell cell = Cell.text(text);
        return cell.text().length() > 1 && cell.text().charAt(0) == '='
                ? new Cell(Cell.Kind.FORMULA, cell.text())
                : cell;
    }

    /** The sign that stands most often outside quotes in the first line that holds anything. */
    private static char separator(String text) {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            return text.charAt(4);
        }
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\n' && commas + semicolons + tabs > 0) {
                break;
            } else if (!quoted) {
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static String decode(byte[] bytes) {
        String text;
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            text = new String(bytes, StandardCharsets.UTF_16LE);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, WINDOWS);
            }
        }
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    /** What zip programs of other systems put beside the files. */
    private static boolean isLitter(String path, String file) {
        return path.startsWith("__MACOSX/")
                || file.startsWith(".")
                || file.equalsIgnoreCase("Thumbs.db")
                || file.equalsIgnoreCase("desktop.ini");
    }
}

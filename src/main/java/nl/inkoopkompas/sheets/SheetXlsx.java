package nl.inkoopkompas.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import nl.inkoopkompas.sheets.Cell.Kind;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads an XLSX workbook as a stream of events, so that only what its cells hold is kept. */
final class SheetXlsx {

    private SheetXlsx() {}

    static Sheets read(Path file) {
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(pack, true);
            WorkbookHandler workbook = new WorkbookHandler();
            try (InputStream in = reader.getWorkbookData()) {
                parse(in, workbook);
            }
            SheetBuilder builder = new SheetBuilder();
            SharedStrings strings = reader.getSharedStringsTable();
            CellHandler cells = new CellHandler(builder, strings, reader.getStylesTable(), workbook.from1904);
            XSSFReader.SheetIterator sheets = reader.getSheetIterator();
            while (sheets.hasNext()) {
                try (InputStream in = sheets.next()) {
                    cells.startSheet(sheets.getSheetName());
                    parse(in, cells);
                    builder.endSheet();
                }
            }
            return builder.sheets();
        } catch (SheetsRefused e) {
            throw e;
        } catch (IOException | SAXException | ParserConfigurationException | OpenXML4JException | RuntimeException e) {
            throw new SheetsRefused(
                    "De Excel-werkmap is beschadigd. Open haar in Excel en sla haar opnieuw op als xlsx.",
                    "The Excel workbook is damaged. Open it in Excel and save it again as xlsx.");
        }
    }

    private static void parse(InputStream in, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader reader = XMLHelper.newXMLReader();
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.parse(new InputSource(in));
    }

    /** Finds from which year the workbook counts its days. */
    private static final class WorkbookHandler extends DefaultHandler {

        private boolean from1904;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            if (local.equals("workbookPr")) {
                String value = attributes.getValue("date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            }
        }
    }

    private static final class CellHandler extends DefaultHandler {

        private final SheetBuilder builder;
        private final @Nullable SharedStrings strings;
        private final @Nullable StylesTable styles;
        private final boolean from1904;
        private final Map<Integer, Boolean> dateStyles = new HashMap<>();
        private final StringBuilder text = new StringBuilder();

        private int row;
        private int column;
        private String type = "n";
        private int style;
        private boolean formula;
        private boolean listening;
        private boolean phonetic;

        CellHandler(
                SheetBuilder builder, @Nullable SharedStrings strings, @Nullable StylesTable styles, boolean from1904) {
            this.builder = builder;
            this.strings = strings;
            this.styles = styles;
            this.from1904 = from1904;
        }

        void startSheet(String name) {
            builder.startSheet(name);
            row = 0;
            column = -1;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            switch (local) {
                case "row" -> {
                    String number = attributes.getValue("r");
                    row = number == null ? row + 1 : Integer.parseInt(number);
                    column = -1;
                }
                case "c" -> {
                    String reference = attributes.getValue("r");
                    column = reference == null ? column + 1 : column(reference);
                    type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                    style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
                    formula = false;
                    text.setLength(0);
                }
                case "f" -> formula = true;
                case "rPh" -> phonetic = true;
                case "v", "t" -> listening = !phonetic;
                default -> {}
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (listening) {
                text.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            switch (local) {
                case "v", "t" -> listening = false;
                case "rPh" -> phonetic = false;
                case "c" -> builder.cell(column, cell());
                case "row" -> builder.endRow(row);
                default -> {}
            }
        }

        private Cell cell() {
            if (formula) {
                return new Cell(Kind.FORMULA, "=");
            }
            if (text.isEmpty()) {
                return Cell.BLANK;
            }
            String value = text.toString();
            return switch (type) {
                case "s" ->
                    strings == null
                            ? Cell.BLANK
                            : Cell.text(
                                    strings.getItemAt(Integer.parseInt(value)).getString());
                case "b" -> new Cell(Kind.TRUTH, value.equals("1") || value.equals("true") ? "true" : "false");
                case "e" -> new Cell(Kind.ERROR, value);
                case "str", "inlineStr" -> Cell.text(value);
                case "d" -> date(LocalDateTime.parse(value.length() == 10 ? value + "T00:00" : value));
                default -> number(value);
            };
        }

        private Cell number(String value) {
            double number = Double.parseDouble(value);
            if (isDate()) {
                LocalDateTime date =
                        DateUtil.isValidExcelDate(number) ? DateUtil.getLocalDateTime(number, from1904) : null;
                return date == null ? new Cell(Kind.ERROR, value) : date(date);
            }
            // The shortest digits that give the same double: Excel stores 3.3 as 3.2999999999999998.
            BigDecimal shortest = BigDecimal.valueOf(number).stripTrailingZeros();
            return new Cell(Kind.NUMBER, shortest.toPlainString());
        }

        private static Cell date(LocalDateTime date) {
            boolean midnight = date.toLocalTime().equals(LocalTime.MIDNIGHT);
            return new Cell(Kind.DATE, midnight ? date.toLocalDate().toString() : date.toString());
        }

        private boolean isDate() {
            return style > 0
                    && styles != null
                    && dateStyles.computeIfAbsent(style, index -> {
                        XSSFCellStyle cell = index < styles.getNumCellStyles() ? styles.getStyleAt(index) : null;
                        return cell != null && DateUtil.isADateFormat(cell.getDataFormat(), cell.getDataFormatString());
                    });
        }

        private static int column(String reference) {
            int column = 0;
            for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
                column = Math.min(column, 1_000_000) * 26 + (reference.charAt(i) - 'A' + 1);
            }
            return column - 1;
        }
    }
}

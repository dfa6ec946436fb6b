package nl.inkoopkompas.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** A workbook that is being written row by row, with the styles that all our workbooks share. */
public final class Book implements AutoCloseable {

    /** How a cell looks. */
    public enum Look {
        HEADER,
        REQUIRED_HEADER,
        TEXT,
        /** A text that a spreadsheet could take for a formula when it is edited. */
        QUOTED,
        DATE,
        EURO,
        WRAPPED
    }

    private static final int WINDOW = 50;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
    private final Map<Look, CellStyle> styles = new EnumMap<>(Look.class);

    public SXSSFWorkbook workbook() {
        return workbook;
    }

    public SXSSFSheet sheet(String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    public CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    /** Writes a text as text, whatever it starts with; nothing for an empty one. */
    public void text(Row row, int column, String text, Look look) {
        if (text.isEmpty()) {
            return;
        }
        Cell cell = row.createCell(column);
        boolean formulaLike = "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        cell.setCellStyle(style(formulaLike ? Look.QUOTED : look));
        int most = workbook.getSpreadsheetVersion().getMaxTextLength();
        cell.setCellValue(text.length() > most ? text.substring(0, most - 1) + "…" : text);
    }

    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private CellStyle create(Look look) {
        Workbook book = workbook;
        CellStyle style = book.createCellStyle();
        switch (look) {
            case HEADER, REQUIRED_HEADER -> {
                Font font = book.createFont();
                font.setBold(true);
                style.setFont(font);
                if (look == Look.REQUIRED_HEADER) {
                    style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
                    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                }
            }
            case TEXT -> style.setDataFormat(book.createDataFormat().getFormat("@"));
            case QUOTED -> {
                style.setDataFormat(book.createDataFormat().getFormat("@"));
                ((XSSFCellStyle) style).setQuotePrefixed(true);
            }
            case DATE -> style.setDataFormat(book.createDataFormat().getFormat("dd-mm-yyyy"));
            case EURO -> style.setDataFormat(book.createDataFormat().getFormat("#,##0"));
            case WRAPPED -> style.setWrapText(true);
        }
        return style;
    }
}

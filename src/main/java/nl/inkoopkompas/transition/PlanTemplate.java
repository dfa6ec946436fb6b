package nl.inkoopkompas.transition;

import java.io.IOException;
import java.io.OutputStream;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import nl.inkoopkompas.transition.Sheet.Column;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;

/** An empty workbook for running indications. */
public final class PlanTemplate {

    private PlanTemplate() {}

    /** Writes the sheets with their columns; what has to be filled in is marked. */
    public static void write(OutputStream out) throws IOException {
        try (Book book = new Book()) {
            for (Sheet sheet : Sheet.values()) {
                Row header = book.sheet(sheet.title()).createRow(0);
                int place = 0;
                for (Column column : sheet.columns()) {
                    Cell cell = header.createCell(place++);
                    cell.setCellValue(column.title());
                    cell.setCellStyle(book.style(column.isRequired() ? Look.REQUIRED_HEADER : Look.HEADER));
                }
            }
            book.write(out);
        }
    }
}

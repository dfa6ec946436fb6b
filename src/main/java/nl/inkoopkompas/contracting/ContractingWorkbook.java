package nl.inkoopkompas.contracting;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.inkoopkompas.contracting.Terms.ClientStop;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** Contracted providers as a workbook: empty to fill in, or what the register holds, such that it can be read again. */
public final class ContractingWorkbook implements AutoCloseable {

    private static final int WIDTH = 22 * 256;
    private static final int LAST_ROW = 1_048_575;

    private final Book book = new Book();
    private final SXSSFSheet sheet;
    private int row;

    public ContractingWorkbook() {
        sheet = book.sheet(ContractingSheet.NAME);
        header(sheet, Arrays.stream(ContractingColumn.values()).toList());
    }

    static void template(RuleBook rules, OutputStream out) throws IOException {
        try (ContractingWorkbook workbook = new ContractingWorkbook()) {
            workbook.explain(new ContractTable(rules));
            workbook.write(out);
        }
    }

    /** Adds a row; false when the sheet is full. */
    public boolean add(Contracting contracting) {
        if (row == LAST_ROW) {
            return false;
        }
        Row line = sheet.createRow(++row);
        Terms terms = contracting.terms();
        ClientStop stop = terms.clientStop();
        text(line, ContractingColumn.KVK_NUMBER, contracting.parties().kvkNumber());
        text(line, ContractingColumn.NAME, contracting.parties().name());
        text(line, ContractingColumn.CONTRACT, contracting.parties().contract());
        text(line, ContractingColumn.PRODUCT, contracting.parties().product());
        text(
                line,
                ContractingColumn.MUNICIPALITIES,
                String.join("; ", Objects.requireNonNullElse(terms.municipalities(), List.of())));
        text(line, ContractingColumn.PLACES, String.join("; ", terms.places()));
        date(line, ContractingColumn.FROM, terms.from());
        date(line, ContractingColumn.TO, terms.to());
        if (terms.capacity() != null) {
            line.createCell(ContractingColumn.CAPACITY.ordinal()).setCellValue(terms.capacity());
        }
        date(line, ContractingColumn.STOP_FROM, stop == null ? null : stop.from());
        date(line, ContractingColumn.STOP_TO, stop == null ? null : stop.to());
        return true;
    }

    public void write(OutputStream out) throws IOException {
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private void header(SXSSFSheet titled, List<ContractingColumn> columns) {
        Row first = titled.createRow(0);
        for (ContractingColumn column : columns) {
            book.text(first, column.ordinal(), column.id(), column.isRequired() ? Look.REQUIRED_HEADER : Look.HEADER);
            titled.setColumnWidth(column.ordinal(), WIDTH);
            titled.setDefaultColumnStyle(column.ordinal(), book.style(isText(column) ? Look.TEXT : look(column)));
        }
    }

    private static boolean isText(ContractingColumn column) {
        return column.compareTo(ContractingColumn.PLACES) <= 0;
    }

    private static Look look(ContractingColumn column) {
        return column == ContractingColumn.CAPACITY ? Look.EURO : Look.DATE;
    }

    private void explain(ContractTable table) {
        List<List<String>> lines = new ArrayList<>();
        for (ContractingColumn column : ContractingColumn.values()) {
            lines.add(List.of(
                    column.id(),
                    column.isRequired() ? "verplicht" : "",
                    column.label().nl()));
        }
        Table products = table.products();
        for (Table.Row product : products.rows()) {
            lines.add(List.of(
                    String.valueOf(products.cell(product, "contract")),
                    String.valueOf(products.cell(product, "code")),
                    String.valueOf(products.cell(product, "name"))));
        }
        Table municipalities = table.municipalities();
        for (Table.Row municipality : municipalities.rows()) {
            lines.add(
                    List.of("gemeente", municipality.id(), String.valueOf(municipalities.cell(municipality, "name"))));
        }
        SXSSFSheet help = book.sheet(ContractingSheet.HELP);
        Row first = help.createRow(0);
        List<String> titles = List.of("kolom of contract", "code", "uitleg");
        for (int i = 0; i < titles.size(); i++) {
            book.text(first, i, titles.get(i), Look.HEADER);
            help.setColumnWidth(i, (i + 1) * WIDTH);
        }
        for (List<String> line : lines) {
            Row next = help.createRow(help.getLastRowNum() + 1);
            for (int i = 0; i < line.size(); i++) {
                book.text(next, i, line.get(i), Look.TEXT);
            }
        }
    }

    private void text(Row line, ContractingColumn column, String text) {
        book.text(line, column.ordinal(), text, Look.TEXT);
    }

    private void date(Row line, ContractingColumn column, @Nullable LocalDate date) {
        if (date != null) {
            Cell cell = line.createCell(column.ordinal());
            cell.setCellStyle(book.style(Look.DATE));
            cell.setCellValue(date);
        }
    }
}

package nl.inkoopkompas.exceptioncontract;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** Exceptions as a workbook: the register, and what the accountant asks. */
public final class CaseWorkbook implements AutoCloseable {

    private static final int WIDTH = 22 * 256;

    private final Book book = new Book();
    private final Language language;

    public CaseWorkbook(Language language) {
        this.language = language;
    }

    /** The register, without who the clients are. */
    public void register(List<Line> lines) {
        SXSSFSheet sheet = sheet(
                new Bilingual("uitzonderingen", "exceptions"),
                List.of(
                        new Bilingual("zaak", "case"),
                        new Bilingual("gemeente", "municipality"),
                        new Bilingual("aanbieder", "provider"),
                        new Bilingual("KvK-nummer", "KvK number"),
                        new Bilingual("contract", "contract"),
                        new Bilingual("product", "product"),
                        new Bilingual("soort", "kind"),
                        new Bilingual("stand", "status"),
                        new Bilingual("besluit", "result"),
                        new Bilingual("waarde", "value"),
                        new Bilingual("aangevraagd op", "asked on"),
                        new Bilingual("besloten op", "decided on")));
        for (Line line : lines) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            texts(
                    row,
                    line.id().toString(),
                    line.municipality(),
                    line.providerName(),
                    line.kvkNumber(),
                    line.contract(),
                    line.product(),
                    line.kind().name(),
                    line.status().name(),
                    line.result() == null ? "" : line.result().name());
            amount(row, 9, line.value());
            date(row, 10, LocalDate.ofInstant(line.submittedAt(), ExceptionCases.ZONE));
            date(row, 11, line.resultAt() == null ? null : LocalDate.ofInstant(line.resultAt(), ExceptionCases.ZONE));
        }
    }

    /** What the accountant asks. */
    public void accountability(List<Accountability.Entry> entries) {
        SXSSFSheet sheet = sheet(
                new Bilingual("rechtmatigheid", "lawfulness"),
                List.of(
                        new Bilingual("zaak", "case"),
                        new Bilingual("gemeente", "municipality"),
                        new Bilingual("aanbieder", "provider"),
                        new Bilingual("KvK-nummer", "KvK number"),
                        new Bilingual("product", "product"),
                        new Bilingual("soort", "kind"),
                        new Bilingual("procedure", "procedure"),
                        new Bilingual("grond", "ground"),
                        new Bilingual("rechtmatig", "lawful"),
                        new Bilingual("motivering", "reasons"),
                        new Bilingual("waarde", "value"),
                        new Bilingual("cumulatieve waarde", "cumulated value"),
                        new Bilingual("drempel", "threshold"),
                        new Bilingual("goedgekeurd op", "approved on")));
        for (Accountability.Entry entry : entries) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            texts(
                    row,
                    entry.id().toString(),
                    entry.municipality(),
                    entry.providerName(),
                    entry.kvkNumber(),
                    entry.product(),
                    entry.kind().name(),
                    entry.procedure(),
                    entry.ground(),
                    entry.lawful().name(),
                    entry.motivation() == null ? "" : entry.motivation());
            amount(row, 10, entry.value());
            amount(row, 11, entry.cumulatedValue());
            amount(row, 12, entry.threshold());
            date(row, 13, entry.approvedOn());
        }
    }

    public void write(OutputStream out) throws IOException {
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private SXSSFSheet sheet(Bilingual name, List<Bilingual> titles) {
        SXSSFSheet sheet = book.sheet(name.in(language));
        Row first = sheet.createRow(0);
        for (int i = 0; i < titles.size(); i++) {
            book.text(first, i, titles.get(i).in(language), Look.HEADER);
            sheet.setColumnWidth(i, WIDTH);
        }
        return sheet;
    }

    private void texts(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            book.text(row, i, texts[i], Look.TEXT);
        }
    }

    private void amount(Row row, int column, @Nullable BigDecimal amount) {
        if (amount != null) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(book.style(Look.EURO));
            cell.setCellValue(amount.doubleValue());
        }
    }

    private void date(Row row, int column, @Nullable LocalDate date) {
        if (date != null) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(book.style(Look.DATE));
            cell.setCellValue(date);
        }
    }
}

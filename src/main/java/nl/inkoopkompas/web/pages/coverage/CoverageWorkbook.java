package nl.inkoopkompas.web.pages.coverage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.inkoopkompas.coverage.Coverage;
import nl.inkoopkompas.coverage.Coverage.Area;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import nl.inkoopkompas.web.pages.Words;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Coverage as a workbook: one row an area. */
@Component
class CoverageWorkbook {

    private static final List<String> HEADS = List.of(
            "contract",
            "product",
            "code",
            "municipality",
            "place",
            "providers",
            "stopped",
            "after",
            "least",
            "state",
            "steps",
            "source");
    private static final int WIDTH = 22 * 256;

    private final Words.Dictionary dictionary;
    private final MessageSource messages;

    CoverageWorkbook(Words.Dictionary dictionary, MessageSource messages) {
        this.dictionary = dictionary;
        this.messages = messages;
    }

    void write(Coverage coverage, RuleBook book, Locale locale, OutputStream out) throws IOException {
        Words words = dictionary.current(locale);
        try (Book workbook = new Book()) {
            SXSSFSheet sheet = workbook.sheet(coverage.on().toString());
            Row head = sheet.createRow(0);
            for (int i = 0; i < HEADS.size(); i++) {
                workbook.text(head, i, word("coverage.column." + HEADS.get(i), locale), Look.HEADER);
                sheet.setColumnWidth(i, WIDTH);
            }
            int number = 0;
            for (Area area : coverage.areas()) {
                write(area, sheet.createRow(++number), workbook, book, words, locale);
            }
            workbook.write(out);
        }
    }

    private void write(Area area, Row row, Book workbook, RuleBook book, Words words, Locale locale) {
        var municipalities = book.requireTable("reference/municipalities");
        String code = area.municipality();
        workbook.text(row, 0, words.contract(area.contract()), Look.TEXT);
        workbook.text(row, 1, words.product(area.product()), Look.TEXT);
        workbook.text(row, 2, area.product(), Look.TEXT);
        workbook.text(
                row,
                3,
                code == null
                        ? ""
                        : municipalities
                                .row(code)
                                .map(found -> String.valueOf(municipalities.cell(found, "name")))
                                .orElse(code),
                Look.TEXT);
        workbook.text(row, 4, area.place() == null ? "" : area.place(), Look.TEXT);
        row.createCell(5).setCellValue(area.providers());
        row.createCell(6).setCellValue(area.stopped());
        row.createCell(7).setCellValue(area.after());
        if (area.norm() != null) {
            row.createCell(8).setCellValue(area.norm().value());
        }
        workbook.text(row, 9, word("coverage.state." + area.state(), locale), Look.TEXT);
        workbook.text(
                row,
                10,
                area.steps().stream()
                        .map(step -> word("coverage.step." + step.step(), locale))
                        .collect(Collectors.joining(" ")),
                Look.TEXT);
        workbook.text(
                row,
                11,
                area.steps().stream()
                        .map(step -> words.source(step.source()))
                        .distinct()
                        .collect(Collectors.joining("; ")),
                Look.TEXT);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

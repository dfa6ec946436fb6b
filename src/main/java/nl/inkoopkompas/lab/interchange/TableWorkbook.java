package nl.inkoopkompas.lab.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.ValueType;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a workbook to be edited and handed in again: the ids of the columns and rows are locked, cells have their
 * type, and where there is a list of values they are chosen from it. A text is always text, whatever it looks like.
 */
public final class TableWorkbook {

    /** The sheet that says what the columns mean. */
    public static final String HELP = "Uitleg";

    static final List<String> TRUTHS = List.of("ja", "nee");

    private static final String CHOICES = "Keuzes";
    private static final int PREPARED_ROWS = 2_000;
    private static final int MOST_EXACT = 15;
    private static final int LONGEST_NAME = 31;

    private final RuleBook rules;
    private final Table table;
    private final Book book;
    private final Map<Short, CellStyle> open = new HashMap<>();
    private final Map<List<String>, String> choices = new LinkedHashMap<>();

    private TableWorkbook(RuleBook rules, Table table, Book book) {
        this.rules = rules;
        this.table = table;
        this.book = book;
    }

    /** The name of the sheet with the rows. */
    static String sheet(Table table) {
        String name = table.id().substring(table.id().indexOf('/') + 1);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    public static void write(RuleBook rules, Table table, OutputStream out) throws IOException {
        try (Book book = new Book()) {
            TableWorkbook workbook = new TableWorkbook(rules, table, book);
            workbook.rows();
            workbook.help();
            workbook.choices();
            book.workbook().setActiveSheet(0);
            book.write(out);
        }
    }

    private void rows() {
        SXSSFSheet sheet = book.sheet(sheet(table));
        sheet.createFreezePane(1, 1);
        Row header = sheet.createRow(0);
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            book.text(header, i, column.id(), column.required() ? Look.REQUIRED_HEADER : Look.HEADER);
            sheet.setColumnWidth(i, Math.min(50, Math.max(14, width(i))) * 256);
            sheet.setDefaultColumnStyle(i, open(look(column)));
            offer(sheet, i, column);
        }
        for (Table.Row row : table.rows()) {
            Row line = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < columns.size(); i++) {
                Object value = row.cell(i);
                if (i == 0) {
                    book.text(line, 0, row.id(), Look.HEADER);
                } else if (value != null) {
                    cell(line, i, columns.get(i), value);
                } else {
                    line.createCell(i).setCellStyle(open(look(columns.get(i))));
                }
            }
        }
        // Without a password: it keeps people from slips, not from what they want.
        sheet.protectSheet("");
        sheet.lockFormatColumns(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
    }

    private int width(int column) {
        return table.rows().stream()
                        .mapToInt(row -> Objects.toString(row.cell(column), "").length())
                        .max()
                        .orElse(0)
                + 3;
    }

    private static Look look(Column column) {
        return switch (column.type()) {
            case DATE -> Look.DATE;
            case INTEGER -> "euro".equals(column.unit()) ? Look.EURO : Look.WRAPPED;
            case DECIMAL, MONTH -> Look.WRAPPED;
            default -> Look.TEXT;
        };
    }

    private CellStyle open(Look look) {
        return open(book.style(look));
    }

    private CellStyle open(CellStyle locked) {
        return open.computeIfAbsent(locked.getIndex(), index -> {
            CellStyle style = book.workbook().createCellStyle();
            style.cloneStyleFrom(locked);
            style.setLocked(false);
            return style;
        });
    }

    private void cell(Row line, int at, Column column, Object value) {
        boolean number = value instanceof Long || value instanceof BigDecimal;
        if (number && new BigDecimal(value.toString()).precision() <= MOST_EXACT) {
            Cell cell = line.createCell(at);
            cell.setCellStyle(open(look(column)));
            cell.setCellValue(Double.parseDouble(value.toString()));
        } else if (value instanceof LocalDate date) {
            Cell cell = line.createCell(at);
            cell.setCellStyle(open(Look.DATE));
            cell.setCellValue(date);
        } else {
            String text = value instanceof Boolean truth ? TRUTHS.get(truth ? 0 : 1) : value.toString();
            book.text(line, at, text, Look.TEXT);
            Cell cell = line.getCell(at);
            if (cell != null) {
                cell.setCellStyle(open(cell.getCellStyle()));
            }
        }
    }

    private void offer(SXSSFSheet sheet, int at, Column column) {
        List<String> values = values(column);
        if (values.isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(range(values)), new CellRangeAddressList(1, PREPARED_ROWS, at, at));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox("Andere waarde", "Kies een waarde uit de lijst.");
        validation.createPromptBox(column.label().nl(), "Kies een waarde uit de lijst.");
        validation.setShowErrorBox(true);
        // In spite of its name this shows the arrow.
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }

    private List<String> values(Column column) {
        List<String> values = new ArrayList<>();
        if (column.type() == ValueType.BOOLEAN) {
            values.addAll(TRUTHS);
        } else if (column.type() == ValueType.OPTION) {
            values.addAll(column.options());
        } else if (column.to() != null) {
            values.addAll(References.of(rules, table, column));
            values.addAll(column.also());
        }
        if (!values.isEmpty() && column.any()) {
            values.add(Table.ANY);
        }
        return values;
    }

    private String range(List<String> values) {
        return choices.computeIfAbsent(List.copyOf(values), list -> {
            String column = CellReference.convertNumToColString(choices.size());
            return CHOICES + "!$" + column + "$1:$" + column + "$" + list.size();
        });
    }

    private void choices() {
        if (choices.isEmpty()) {
            return;
        }
        SXSSFSheet sheet = book.workbook().createSheet(CHOICES);
        List<List<String>> lists = List.copyOf(choices.keySet());
        int rows = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int r = 0; r < rows; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < lists.size(); c++) {
                if (r < lists.get(c).size()) {
                    book.text(row, c, lists.get(c).get(r), Look.TEXT);
                }
            }
        }
        book.workbook().setSheetHidden(book.workbook().getSheetIndex(sheet), true);
    }

    private void help() {
        SXSSFSheet sheet = book.sheet(HELP);
        line(sheet, List.of("kolom", "betekenis", "meaning", "soort", "eenheid", "verplicht", "waarden"), Look.HEADER);
        for (Column column : table.columns()) {
            line(
                    sheet,
                    List.of(
                            column.id(),
                            column.label().nl(),
                            column.label().en(),
                            column.type().code(),
                            Objects.requireNonNullElse(column.unit(), ""),
                            column.required() ? "ja" : "",
                            String.join(", ", values(column))),
                    Look.WRAPPED);
        }
        line(sheet, List.of(""), Look.WRAPPED);
        line(
                sheet,
                List.of(
                        "",
                        table.label().nl() + " (" + table.id() + ", regelboek " + rules.version() + ")",
                        table.label().en()),
                Look.WRAPPED);
        line(
                sheet,
                List.of(
                        "",
                        "Een rij erbij krijgt een nieuw id in de eerste kolom. Een rij die hier ontbreekt, vervalt."
                                + " De beveiliging heeft geen wachtwoord.",
                        "A new row has a new id in the first column. A row that is missing here is removed."
                                + " The protection has no password."),
                Look.WRAPPED);
        for (int i = 0; i < 7; i++) {
            sheet.setColumnWidth(i, (i == 1 || i == 2 || i == 6 ? 44 : 16) * 256);
        }
    }

    private void line(SXSSFSheet sheet, List<String> texts, Look look) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < texts.size(); i++) {
            book.text(row, i, texts.get(i), look);
        }
    }

    /** What a column can refer to. */
    private static final class References {

        static List<String> of(RuleBook rules, Table table, Column column) {
            if (Table.CRITERIA.equals(column.to())) {
                return rules.tables().values().stream()
                        .filter(other -> other.id().equals(table.id()))
                        .flatMap(other -> other.rows().stream())
                        .map(row -> text(table.cell(row, column.id())))
                        .distinct()
                        .toList();
            }
            Table target = column.to() == null ? null : rules.table(column.to());
            if (target == null) {
                return List.of();
            }
            boolean byKey = target.key().size() == 1 && target.ranges().isEmpty();
            return target.rows().stream()
                    .map(row -> byKey ? text(target.cell(row, target.key().get(0))) : row.id())
                    .toList();
        }

        private static String text(@Nullable Object cell) {
            return Objects.toString(cell, "");
        }
    }
}

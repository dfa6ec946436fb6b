package nl.inkoopkompas.admission.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.inkoopkompas.admission.intake.Layout.Column;
import nl.inkoopkompas.admission.intake.Layout.Role;
import nl.inkoopkompas.admission.intake.Layout.SheetLayout;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The workbook that applications are handed in with: empty as a template, or filled. */
final class ApplicationBook implements AutoCloseable {

    private static final int PREPARED_ROWS = 20_000;
    private static final int MOST_EXACT = 15;
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> TRUTHS = List.of("ja", "nee");

    private final Book book = new Book();
    private final Map<SheetLayout, SXSSFSheet> sheets = new HashMap<>();
    private final Map<SheetLayout, List<Column>> columns = new HashMap<>();
    private final Map<List<String>, String> choices = new LinkedHashMap<>();

    ApplicationBook(Layout layout) {
        for (SheetLayout sheet : layout.sheets()) {
            List<Column> shown =
                    sheet.columns().stream().filter(ApplicationBook::isShown).toList();
            columns.put(sheet, shown);
            sheets.put(sheet, prepare(sheet, shown));
        }
        explain(layout);
        listChoices();
    }

    /** Whether a column stands in the template; that a list is empty is not asked of one that may not be. */
    static boolean isShown(Column column) {
        return column.role() != Role.EMPTY_LIST
                || column.requireField().limits().minItems() == 0;
    }

    /** Adds a row; a value that its column does not know as such is written as text. */
    void row(SheetLayout sheet, Map<Column, JsonNode> values) {
        SXSSFSheet target = sheets.get(sheet);
        if (target == null) {
            throw new IllegalArgumentException("The layout has no sheet " + sheet.name());
        }
        Row row = target.createRow(target.getLastRowNum() + 1);
        List<Column> shown = columns.getOrDefault(sheet, List.of());
        for (int i = 0; i < shown.size(); i++) {
            JsonNode value = values.get(shown.get(i));
            if (value != null && !value.isNull()) {
                cell(row, i, shown.get(i), value);
            }
        }
    }

    void write(OutputStream out) throws IOException {
        book.workbook().setActiveSheet(0);
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private SXSSFSheet prepare(SheetLayout layout, List<Column> shown) {
        SXSSFSheet sheet = book.sheet(layout.name());
        Row header = sheet.createRow(0);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        for (int i = 0; i < shown.size(); i++) {
            Column column = shown.get(i);
            book.text(header, i, column.id(), column.required() ? Look.REQUIRED_HEADER : Look.HEADER);
            sheet.setColumnWidth(i, Math.min(60, Math.max(14, column.id().length() + 4)) * 256);
            Look look = look(column);
            if (look != null) {
                CellStyle style = book.style(look);
                sheet.setDefaultColumnStyle(i, style);
            }
            List<String> choice = choices(column);
            if (!choice.isEmpty()) {
                DataValidation validation = helper.createValidation(
                        helper.createFormulaListConstraint(range(choice)),
                        new CellRangeAddressList(1, PREPARED_ROWS, i, i));
                validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
                validation.createErrorBox("Andere waarde", "Kies een waarde uit de lijst.");
                validation.setShowErrorBox(true);
                validation.setSuppressDropDownArrow(true);
                sheet.addValidationData(validation);
            }
        }
        return sheet;
    }

    private static @Nullable Look look(Column column) {
        Field field = column.field();
        if (field == null || column.role() == Role.ITEMS) {
            return Look.TEXT;
        }
        return switch (field.type()) {
            case DATE -> Look.DATE;
            case WHOLE -> "euro".equals(field.notes().unit()) ? Look.EURO : null;
            case TEXT -> field.limits().options().isEmpty() ? Look.TEXT : null;
            default -> null;
        };
    }

    private void cell(Row row, int at, Column column, JsonNode value) {
        Field field = column.field();
        if (field == null || column.role() == Role.EMPTY_LIST) {
            book.text(row, at, value.asString(), Look.TEXT);
        } else if (column.role() == Role.ITEMS) {
            book.text(row, at, value.isArray() ? items(value) : value.asString(), Look.TEXT);
        } else if (field.type() == Type.DATE && ISO.matcher(value.asString()).matches()) {
            var cell = row.createCell(at);
            cell.setCellStyle(book.style(Look.DATE));
            cell.setCellValue(LocalDate.parse(value.asString()));
        } else if (value.isNumber() && value.decimalValue().precision() <= MOST_EXACT) {
            var cell = row.createCell(at);
            if (look(column) == Look.EURO) {
                cell.setCellStyle(book.style(Look.EURO));
            }
            cell.setCellValue(value.doubleValue());
        } else if (value.isBoolean()) {
            book.text(row, at, TRUTHS.get(value.booleanValue() ? 0 : 1), Look.TEXT);
        } else {
            Bilingual label = field.notes().optionLabels().get(value.asString());
            book.text(row, at, label == null ? value.asString() : label.nl(), Look.TEXT);
        }
    }

    private static String items(JsonNode list) {
        List<String> items = new ArrayList<>();
        list.forEach(item -> items.add(item.asString().replace(";", "\\;")));
        if (items.isEmpty()) {
            return Layout.NONE;
        }
        boolean alone = items.size() == 1 && items.get(0).equalsIgnoreCase(Layout.NONE);
        return String.join("; ", items) + (alone ? ";" : "");
    }

    private static List<String> choices(Column column) {
        Field field = column.field();
        if (column.role() == Role.EMPTY_LIST) {
            return List.of(Layout.NONE);
        }
        if (field == null || column.role() == Role.ITEMS) {
            return List.of();
        }
        if (field.type() == Type.TRUTH) {
            return TRUTHS;
        }
        return field.limits().options().stream()
                .map(code -> {
                    Bilingual label = field.notes().optionLabels().get(code);
                    return label == null ? code : label.nl();
                })
                .toList();
    }

    /** The cells on the sheet of choices that hold a list, which is written when all lists are known. */
    private String range(List<String> choice) {
        return choices.computeIfAbsent(choice, list -> {
            String column = CellReference.convertNumToColString(choices.size());
            return Layout.CHOICES + "!$" + column + "$1:$" + column + "$" + list.size();
        });
    }

    private void listChoices() {
        SXSSFSheet sheet = book.workbook().createSheet(Layout.CHOICES);
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

    private void explain(Layout layout) {
        SXSSFSheet sheet = book.sheet(Layout.HELP);
        List<String> header =
                List.of("Blad", "Kolom", "Betekenis", "Meaning", "Verplicht", "Wat u invult", "Keuzes", "Eenheid");
        explain(sheet, header, Look.HEADER);
        int[] widths = {24, 32, 48, 48, 12, 40, 60, 12};
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        for (SheetLayout sheetLayout : layout.sheets()) {
            for (Column column : columns.getOrDefault(sheetLayout, List.of())) {
                Field field = column.field();
                explain(
                        sheet,
                        List.of(
                                sheetLayout.name(),
                                column.id(),
                                column.label().nl(),
                                column.label().en(),
                                column.required() ? "ja" : "nee",
                                fill(column),
                                String.join("; ", choices(column)),
                                unit(field)),
                        Look.WRAPPED);
            }
        }
        sheet.createRow(sheet.getLastRowNum() + 1);
        for (String line : List.of(
                "Zet op blad " + Layout.MAIN + " elke aanvraag op één regel, met een eigen aanvraagnummer.",
                "Zet op de andere bladen de gegevens van die aanvraag, met hetzelfde aanvraagnummer.",
                "Laat een cel leeg als u iets niet weet. Staat er geen regel op een blad, dan is dat ook onbekend.",
                "Schrijf \"geen\" als er zeker niets is.",
                "Een fout in één regel houdt de hele aanvraag tegen, maar geen andere aanvraag.",
                "Vul geen burgerservicenummers (BSN) in.")) {
            explain(sheet, List.of(line), Look.TEXT);
        }
    }

    private void explain(SXSSFSheet sheet, List<String> texts, Look look) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < texts.size(); i++) {
            book.text(row, i, texts.get(i), look);
        }
    }

    private static String unit(@Nullable Field field) {
        String unit = field == null ? null : field.notes().unit();
        return unit == null ? "" : unit;
    }

    private static String fill(Column column) {
        return switch (column.role()) {
            case NUMBER -> "een eigen kenmerk van de aanvraag";
            case OUTER -> "dezelfde waarde als op het blad waar de regel bij hoort";
            case ITEMS -> "een of meer teksten met ; ertussen, of geen";
            case EMPTY_LIST -> "geen, als er geen zijn; anders leeg";
            case VALUE -> fill(column.requireField());
        };
    }

    private static String fill(Field field) {
        int digits = CellValues.fixedDigits(field);
        return switch (field.type()) {
            case DATE -> "een datum (dd-mm-jjjj)";
            case WHOLE -> "een heel getal";
            case DECIMAL -> "een getal, zoals 3,5";
            case TRUTH -> "ja of nee";
            default ->
                digits > 0 ? digits + " cijfers" : field.limits().options().isEmpty() ? "tekst" : "een van de keuzes";
        };
    }
}

package nl.inkoopkompas.web.pages.lab;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.decision.explanation.TableWords;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table as the editor shows it: typed cells with what stood there before.
 *
 * @param rows those of the draft, in order
 * @param gone ids of rows that the base has and the draft has not
 */
record TableGrid(String id, String label, List<Head> columns, List<Line> rows, List<String> gone) {

    /** A cell of a form is called after its row and column. */
    private static final String CELL = "cel.";

    private static final String NEW = "nieuw.";
    private static final String REMOVED = "weg.";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * A column.
     *
     * @param kind how a cell is filled in: number, text, date, choice or fixed
     * @param any whether a cell may stand for every value
     */
    record Head(
            String id,
            String label,
            String type,
            @Nullable String unit,
            String kind,
            boolean required,
            boolean any,
            List<Option> options) {

        /** Whether a text can be chosen. */
        public boolean offers(String text) {
            return options.stream().anyMatch(option -> option.value().equals(text));
        }
    }

    /** What can be chosen, and what people call it. */
    record Option(String value, String label) {}

    /** A row; added where the base does not have it. */
    record Line(String id, boolean added, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param was what the base says; null where that is the same
     * @param wrong why it was refused; null where it was not
     */
    record Cell(
            Head head,
            String name,
            String text,
            @Nullable String was,
            @Nullable String wrong) {}

    /** What a form asked for: edits, each with the field that it came from. */
    record Sent(List<ObjectNode> edits, List<String> fields) {

        /** As the body of a call. */
        ObjectNode body(String reason, boolean together, Instant at) {
            ObjectNode body = JSON.objectNode().put("reason", reason);
            edits.forEach(edit -> {
                if (together && edits.size() > 1) {
                    edit.put("group", "samen-" + at.toEpochMilli());
                }
                body.withArray("edits").add(edit);
            });
            return body;
        }

        /** The field that a pointer into the body is about; empty where it is about none. */
        String field(String pointer) {
            String[] parts = pointer.split("/", -1);
            if (parts.length < 3 || !parts[2].matches("\\d{1,6}")) {
                return "";
            }
            int edit = Integer.parseInt(parts[2]);
            String field = edit < fields.size() ? fields.get(edit) : "";
            return field.equals(NEW) && parts.length > 4 ? NEW + parts[4] : field;
        }
    }

    /** What of a form differs from how the table stands. */
    static Sent edits(Table table, Map<String, String> sent) {
        List<ObjectNode> edits = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            if (sent.containsKey(REMOVED + row.id())) {
                edits.add(JSON.objectNode().put("table", table.id()).put("removeRow", row.id()));
                fields.add(REMOVED + row.id());
                continue;
            }
            for (Column column : table.columns()) {
                String name = CELL + row.id() + "." + column.id();
                String typed = sent.get(name);
                Object now = table.cell(row, column.id());
                if (typed == null || isSame(column, typed, now)) {
                    continue;
                }
                ObjectNode edit = JSON.objectNode()
                        .put("table", table.id())
                        .put("row", row.id())
                        .put("column", column.id());
                edit.set("value", NormPages.json(column.type(), typed));
                edits.add(edit);
                fields.add(name);
            }
        }
        ObjectNode added = JSON.objectNode();
        for (Column column : table.columns()) {
            String typed = sent.getOrDefault(NEW + column.id(), "").strip();
            if (!typed.isEmpty()) {
                added.set(column.id(), NormPages.json(column.type(), typed));
            }
        }
        if (!added.isEmpty()) {
            ObjectNode edit = JSON.objectNode().put("table", table.id());
            edit.set("addRow", added);
            edits.add(edit);
            fields.add(NEW);
        }
        return new Sent(edits, fields);
    }

    private static boolean isSame(Column column, String typed, @Nullable Object now) {
        var json = NormPages.json(column.type(), typed);
        String text = json.isNull() ? "" : json.isString() ? json.stringValue() : json.toString();
        return text.equals(now == null ? "" : now.toString().strip());
    }

    /**
     * The table of a draft beside the one of its base.
     *
     * @param sent what was filled in, where that was refused
     * @param wrong why, by the name of the field
     */
    static TableGrid of(
            RuleBook book,
            RuleBook base,
            Table table,
            Map<String, String> sent,
            Map<String, String> wrong,
            Locale locale) {
        Language language = Language.of(locale);
        Table before = base.table(table.id());
        TableWords words = new TableWords(book, table, language);
        List<Head> heads = table.columns().stream()
                .map(column -> head(book, table, column, words, language))
                .toList();
        List<Line> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Table.Row old = before == null ? null : before.row(row.id()).orElse(null);
            List<Cell> cells = new ArrayList<>();
            for (int i = 1; i < table.columns().size(); i++) {
                Column column = table.columns().get(i);
                String name = CELL + row.id() + "." + column.id();
                String now = text(row.cell(i), column, locale);
                Object stood = old == null || before == null || before.indexOf(column.id()) < 0
                        ? row.cell(i)
                        : before.cell(old, column.id());
                String was = Objects.equals(stood, row.cell(i)) ? null : words.cell(column, stood);
                cells.add(new Cell(heads.get(i), name, sent.getOrDefault(name, now), was, wrong.get(name)));
            }
            rows.add(new Line(row.id(), old == null, cells));
        }
        List<String> gone = before == null
                ? List.of()
                : before.rows().stream()
                        .map(Table.Row::id)
                        .filter(id -> table.row(id).isEmpty())
                        .toList();
        return new TableGrid(table.id(), table.label().in(language), heads, rows, gone);
    }

    private static Head head(RuleBook book, Table table, Column column, TableWords words, Language language) {
        List<String> options = new ArrayList<>(column.options());
        if (column.type() == ValueType.BOOLEAN) {
            options.addAll(List.of("true", "false"));
        }
        Table target = column.to() == null ? null : book.table(column.to());
        if (target != null) {
            target.rows().forEach(row -> options.add(row.id()));
            options.addAll(column.also());
        }
        String decision = table.id().substring(0, table.id().indexOf('/'));
        if (Table.CRITERIA.equals(column.to()) && book.policies().containsKey(decision)) {
            options.addAll(book.policy(decision).texts(language).criteria().keySet());
        }
        String kind =
                switch (column.type()) {
                    case ID -> "fixed";
                    case INTEGER, DECIMAL, MONTH -> "number";
                    case DATE -> column.any() ? "text" : "date";
                    case BOOLEAN, OPTION, REFERENCE -> "choice";
                    case TEXT, SOURCE -> "text";
                };
        return new Head(
                column.id(),
                column.label().in(language),
                column.type().code(),
                column.unit(),
                kind,
                column.required(),
                column.any(),
                options.stream()
                        .map(option -> new Option(option, words.choice(column, option)))
                        .toList());
    }

    private static String text(@Nullable Object value, Column column, Locale locale) {
        if (value == null) {
            return "";
        }
        return column.type() == ValueType.INTEGER && value instanceof Long number
                ? NumberFormat.getIntegerInstance(locale.getLanguage().equals("nl") ? locale : new Locale("nl"))
                        .format(number)
                : value.toString();
    }
}

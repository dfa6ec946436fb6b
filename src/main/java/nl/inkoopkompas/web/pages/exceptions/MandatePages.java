package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who does what and who decides what, under which ground, with the gaps that the plan leaves (figures 7, 8 and 9). */
@Controller
class MandatePages {

    static final String PATH = CaseQuery.PATH + "/mandaten";

    private static final List<String> TABLES =
            List.of("exceptioncontract/mandates", "exceptioncontract/flow", "exceptioncontract/task-split");
    private static final Map<String, List<String>> SHOWN = Map.of(
            TABLES.get(0),
            List.of("decision", "decides", "from", "amountBelow", "condition", "ground", "gap", "source"),
            TABLES.get(1),
            List.of("status", "action", "role", "needs", "to", "with", "motivation", "source"),
            TABLES.get(2),
            List.of("figure", "step", "municipality", "rwo", "gap", "source"));

    /** What begins the key of the words for the codes in a column. */
    private static final Map<String, String> WORDS = Map.of(
            "decision", "exception.decision.",
            "status", "exception.status.",
            "to", "exception.status.",
            "action", "exception.action.",
            "with", "exception.action.",
            "needs", "exception.need.",
            "role", "role.");

    private final RuleBooks ruleBooks;
    private final MessageSource messages;

    MandatePages(RuleBooks ruleBooks, MessageSource messages) {
        this.ruleBooks = ruleBooks;
        this.messages = messages;
    }

    /**
     * A table as people read it.
     *
     * @param gap the place of the column that says what the plan leaves open; -1 where there is none
     */
    record Shown(String place, String title, List<String> heads, List<ShownRow> rows, int gap) {}

    record ShownRow(String place, List<String> cells) {}

    /** Where a table stands on the page. */
    static String place(Table table) {
        return table.id().substring(table.id().indexOf('/') + 1);
    }

    /** Where a row stands on the page. */
    static String place(Table table, String row) {
        return place(table) + "-" + row;
    }

    @GetMapping(PATH)
    String mandates(Locale locale, Model model) {
        RuleBook book = ruleBooks.newest();
        model.addAttribute("book", book.version());
        model.addAttribute(
                "tables",
                TABLES.stream()
                        .map(id -> shown(book.requireTable(id), new CaseWords(book, locale), locale))
                        .toList());
        return "uitzonderingen/mandaten";
    }

    private Shown shown(Table table, CaseWords words, Locale locale) {
        Language language = Language.of(locale);
        List<Column> columns = table.columns().stream()
                .filter(column -> SHOWN.getOrDefault(table.id(), List.of()).contains(column.id()))
                .toList();
        return new Shown(
                place(table),
                table.label().in(language),
                columns.stream().map(column -> column.label().in(language)).toList(),
                table.rows().stream()
                        .map(row -> new ShownRow(
                                place(table, row.id()),
                                columns.stream()
                                        .map(column -> said(column.id(), table.cell(row, column.id()), words, locale))
                                        .toList()))
                        .toList(),
                columns.stream().map(Column::id).toList().indexOf("gap"));
    }

    private String said(String column, @Nullable Object cell, CaseWords words, Locale locale) {
        String key = WORDS.get(column);
        if (key != null && cell instanceof String codes) {
            return Arrays.stream(codes.split(" ", -1))
                    .map(code -> messages.getMessage(key + code, null, locale))
                    .collect(Collectors.joining(", "));
        }
        if (cell instanceof Boolean truth) {
            return messages.getMessage(truth ? "exception.yes" : "exception.no", null, locale);
        }
        if (cell instanceof LocalDate day) {
            return words.day(day);
        }
        return Objects.toString(cell, "");
    }
}

package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    private static final Map<String, List<String>> SHOWN = Map.of(
            "exceptioncontract/mandates",
            List.of("decision", "decides", "from", "amountBelow", "condition", "ground", "gap", "source"),
            "exceptioncontract/task-split",
            List.of("figure", "step", "municipality", "rwo", "gap", "source"));

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
    record Shown(String title, List<String> heads, List<List<String>> rows, int gap) {}

    @GetMapping(CaseQuery.PATH + "/mandaten")
    String mandates(Locale locale, Model model) {
        RuleBook book = ruleBooks.newest();
        model.addAttribute("book", book.version());
        model.addAttribute(
                "tables",
                SHOWN.keySet().stream()
                        .sorted()
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
                table.label().in(language),
                columns.stream().map(column -> column.label().in(language)).toList(),
                table.rows().stream()
                        .map(row -> columns.stream()
                                .map(column -> said(column.id(), table.cell(row, column.id()), words, locale))
                                .toList())
                        .toList(),
                columns.stream().map(Column::id).toList().indexOf("gap"));
    }

    private String said(String column, @Nullable Object cell, CaseWords words, Locale locale) {
        if (column.equals("decision")) {
            return messages.getMessage("exception.decision." + cell, null, locale);
        }
        if (cell instanceof LocalDate day) {
            return words.day(day);
        }
        return Objects.toString(cell, "");
    }
}

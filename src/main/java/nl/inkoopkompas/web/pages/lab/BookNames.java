package nl.inkoopkompas.web.pages.lab;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inkoopkompas.decision.explanation.Labels;
import nl.inkoopkompas.decision.explanation.TableWords;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.springframework.context.MessageSource;

/** What the parts of a rule book are called: its criteria, tables, columns, decisions and what may never happen. */
record BookNames(RuleBook book, Locale locale, MessageSource messages) {

    /** The name of a part by its id; the id where nothing has that name. */
    public String of(String id) {
        Table table = book.table(id.split("[.#]", 2)[0]);
        return Stream.of(
                        criterion(id),
                        Optional.ofNullable(table).map(found -> table(found, id)),
                        invariant(id),
                        book.parameter(id).map(parameter -> parameter.label().in(language())),
                        Optional.ofNullable(messages.getMessage("rulebook.decision." + id, null, null, locale)),
                        Optional.ofNullable(messages.getMessage("check.part." + id, null, null, locale)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(id);
    }

    /** What a decision judges, by its pointer. */
    String subject(String decision, String pointer) {
        return new Labels(book, book.policy(decision), language()).field(pointer);
    }

    /** Cells of a row of a table, by the id of their column. */
    String cells(String tableId, Map<String, ?> cells) {
        Table table = book.table(tableId);
        return cells.entrySet().stream()
                .map(cell -> table == null ? cell.getKey() + ": " + cell.getValue() : cell(table, cell))
                .collect(Collectors.joining(", "));
    }

    private String cell(Table table, Map.Entry<String, ?> cell) {
        TableWords words = new TableWords(book, table, language());
        return table.column(cell.getKey())
                .map(column -> column.label().in(language()) + ": " + words.cell(column, cell.getValue()))
                .orElse(cell.getKey() + ": " + cell.getValue());
    }

    private Optional<String> criterion(String id) {
        return book.policies().values().stream()
                .map(policy -> policy.texts(language()).criteria().get(id))
                .filter(Objects::nonNull)
                .map(texts -> texts.name())
                .findFirst();
    }

    private String table(Table table, String id) {
        String label = table.label().in(language());
        String column = id.contains(".") ? id.substring(id.indexOf('.') + 1) : "";
        return table.column(column)
                .map(found -> label + ", " + found.label().in(language()))
                .orElse(label);
    }

    private Optional<String> invariant(String id) {
        return book.policies().values().stream()
                .flatMap(policy -> policy.invariants().stream())
                .filter(invariant -> invariant.id().equals(id))
                .map(invariant -> invariant.text().in(language()))
                .findFirst();
    }

    private Language language() {
        return Language.of(locale);
    }
}

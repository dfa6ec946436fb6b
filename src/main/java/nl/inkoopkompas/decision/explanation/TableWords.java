package nl.inkoopkompas.decision.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Texts.CriterionTexts;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;

/** The cells of a table as people read them: options, references and fields by their names. */
public final class TableWords {

    private static final String ELEMENT = "/*";

    private final RuleBook book;
    private final Table table;
    private final Language language;
    private final Labels labels;
    private final Formats formats;
    private final Policy policy;

    public TableWords(RuleBook book, Table table, Language language) {
        this.book = book;
        this.table = table;
        this.language = language;
        this.policy = Stream.concat(
                        Stream.ofNullable(book.policies().get(table.decision())), book.policies().values().stream())
                .findFirst()
                .orElseThrow();
        this.labels = new Labels(book, policy, language);
        this.formats = new Formats(policy, language);
    }

    /** A cell in words; empty where nothing is set. */
    public String cell(Column column, @Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (Table.ANY.equals(cell)) {
            return language == Language.EN ? "any" : "elke";
        }
        return switch (column.type()) {
            case ID, SOURCE -> cell.toString();
            case REFERENCE -> named(column.to(), cell.toString());
            case OPTION -> word(column, cell.toString());
            case TEXT -> text(column, cell.toString());
            case BOOLEAN, DATE -> formats.value(cell, null);
            case INTEGER, DECIMAL, MONTH ->
                formats.value(cell, column.type() == ValueType.MONTH ? "month" : column.unit());
        };
    }

    /** What can be chosen in a column, as it is written in the table, in words. */
    public String choice(Column column, String written) {
        return column.type() == ValueType.BOOLEAN
                ? formats.value(Boolean.valueOf(written), null)
                : cell(column, written);
    }

    private String word(Column column, String option) {
        Bilingual word = column.words().get(option);
        return word == null ? formats.value(option, null) : word.in(language);
    }

    private String named(@Nullable String to, String id) {
        if (Table.CRITERIA.equals(to)) {
            return book.policies().values().stream()
                    .map(known -> known.texts(language).criteria().get(id))
                    .filter(Objects::nonNull)
                    .map(CriterionTexts::name)
                    .findFirst()
                    .orElse(id);
        }
        Table target = to == null ? null : book.table(to);
        if (target == null || target.indexOf("name") < 0) {
            return id;
        }
        boolean english = language == Language.EN && target.indexOf("nameEn") >= 0;
        return target.rows().stream()
                .filter(row -> row.id().equals(id) || id.equals(code(target, row)))
                .findFirst()
                .map(row -> target.cell(row, english ? "nameEn" : "name"))
                .map(Object::toString)
                .orElse(id);
    }

    private static @Nullable Object code(Table target, Table.Row row) {
        return target.indexOf("code") < 0 ? null : target.cell(row, "code");
    }

    private String text(Column column, String text) {
        if (text.startsWith("/")) {
            return field(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return formats.value(Boolean.valueOf(text), null);
        }
        if (book.parameter(text).isPresent()) {
            return labels.norm(text);
        }
        Optional<String> name = column.id().equals("field") ? fieldNamed(policy.schema(), text) : Optional.empty();
        return name.orElseGet(() -> words(column, text));
    }

    /** Codes with a space or a plus between them, where each of them is one. */
    private String words(Column column, String text) {
        List<String> words = new ArrayList<>();
        for (String code : text.split("[ +]", 0)) {
            String word = word(column, code);
            if (word.equals(code)) {
                return text;
            }
            words.add(word);
        }
        return String.join(", ", words);
    }

    /** The field at a pointer; one in every element of a list with the name of that list. */
    private String field(String pointer) {
        String named = labels.field(pointer.replace(ELEMENT, "").replaceFirst("/-$", ""));
        int list = pointer.lastIndexOf(ELEMENT);
        return list < 0 || list == pointer.length() - ELEMENT.length()
                ? named
                : named + " (" + labels.field(pointer.substring(0, list).replace(ELEMENT, "")) + ")";
    }

    private Optional<String> fieldNamed(Shape shape, String name) {
        return shape.fields().stream()
                .map(field -> field.name().equals(name)
                        ? Optional.of(field.notes().label().in(language)).filter(label -> !label.isEmpty())
                        : Optional.ofNullable(field.item()).flatMap(item -> fieldNamed(item, name)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}

package nl.inkoopkompas.web.pages.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.TableOptions;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.web.pages.form.FormPage.Input;
import nl.inkoopkompas.web.pages.form.FormPage.Input.Kind;
import nl.inkoopkompas.web.pages.form.FormPage.Line;
import nl.inkoopkompas.web.pages.form.FormPage.Option;
import nl.inkoopkompas.web.pages.form.FormPage.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

/** Makes questions of the units of a step, with what is filled in already. */
final class Questions {

    private final RuleBook book;
    private final JsonNode request;
    private final Map<String, String> errors;
    private final Language language;
    private final MessageSource messages;

    Questions(RuleBook book, JsonNode request, Map<String, String> errors, Language language, MessageSource messages) {
        this.book = book;
        this.request = request;
        this.errors = errors;
        this.language = language;
        this.messages = messages;
    }

    /** The id that a field has in the page. */
    static String id(String pointer) {
        return "v" + pointer.replaceAll("[^A-Za-z0-9]", "-");
    }

    Question question(Unit unit) {
        String label = label(unit.field());
        if (!unit.isList()) {
            return new Question(
                    unit.pointer(),
                    id(unit.pointer()),
                    label,
                    false,
                    input(unit.field(), unit.pointer(), request.at(unit.pointer())),
                    List.of(),
                    null,
                    false,
                    null);
        }
        JsonNode value = request.at(unit.pointer());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            lines.add(line(unit, i, value.get(i), FilledIn.REMOVE + unit.pointer() + "/" + i));
        }
        lines.add(line(unit, value.size(), null, null));
        boolean mayBeEmpty =
                unit.field().limits().minItems() == 0 && !unit.field().limits().required();
        return new Question(
                unit.pointer(),
                id(unit.pointer()),
                label,
                true,
                null,
                lines,
                mayBeEmpty ? FilledIn.NONE + unit.pointer() : null,
                value.isArray() && value.isEmpty(),
                errors.get(unit.pointer()));
    }

    private Line line(Unit unit, int number, @Nullable JsonNode value, @Nullable String removeName) {
        String pointer = unit.pointer() + "/" + number;
        List<Input> inputs = new ArrayList<>();
        if (unit.field().requireItem().isValue()) {
            inputs.add(input(unit.field().requireItem().require(""), pointer, value));
        } else {
            for (Field part : unit.parts()) {
                inputs.add(input(part, pointer + "/" + part.name(), value == null ? null : value.path(part.name())));
            }
        }
        return new Line(number + 1, inputs, removeName);
    }

    private Input input(Field field, String pointer, @Nullable JsonNode value) {
        boolean lines = field.type() == Type.LIST;
        List<Option> options = options(field);
        Kind kind =
                switch (field.type()) {
                    case WHOLE, DECIMAL -> Kind.NUMBER;
                    case DATE -> Kind.DATE;
                    case TRUTH -> Kind.TRUTH;
                    case LIST -> Kind.LINES;
                    case TEXT, OBJECT -> options.isEmpty() ? Kind.TEXT : Kind.CHOICE;
                };
        return new Input(
                pointer,
                id(pointer),
                label(field),
                kind,
                unit(field.notes().unit()),
                lines ? texts(value) : text(value),
                kind == Kind.CHOICE ? with(options, text(value)) : options,
                field.limits().required(),
                lines ? FilledIn.NONE + pointer : null,
                value != null && value.isArray() && value.isEmpty(),
                errors.get(pointer));
    }

    /** The options, with what is filled in where that is none of them. */
    private static List<Option> with(List<Option> options, String value) {
        if (value.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(value))) {
            return options;
        }
        List<Option> all = new ArrayList<>(options);
        all.add(new Option(value, value));
        return all;
    }

    private List<Option> options(Field field) {
        TableOptions from = field.limits().from();
        if (from == null) {
            Map<String, Bilingual> labels = field.notes().optionLabels();
            return field.limits().options().stream()
                    .map(option -> new Option(
                            option,
                            labels.containsKey(option) ? labels.get(option).in(language) : option))
                    .toList();
        }
        Table table = book.requireTable(from.table());
        Map<String, Option> options = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            boolean suits = from.where().entrySet().stream().allMatch(where -> text(request.at(where.getValue()))
                    .equals(String.valueOf(table.cell(row, where.getKey()))));
            if (suits) {
                String value = String.valueOf(table.cell(row, from.column()));
                String name = table.column("name").isPresent() ? table.cell(row, "name") + " (" + value + ")" : value;
                options.putIfAbsent(value, new Option(value, name));
            }
        }
        return List.copyOf(options.values());
    }

    private String unit(@Nullable String unit) {
        return unit == null || unit.equals("none")
                ? ""
                : Objects.requireNonNullElse(
                        messages.getMessage("form.unit." + unit, null, unit, language.locale()), unit);
    }

    private String label(Field field) {
        String label = field.notes().label().in(language);
        return label.isEmpty() ? field.name() : label;
    }

    private static String texts(@Nullable JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value != null) {
            value.forEach(one -> texts.add(text(one)));
        }
        return String.join("\n", texts);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() ? "" : value.asString(value.toString());
    }
}

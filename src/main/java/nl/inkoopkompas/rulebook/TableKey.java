package nl.inkoopkompas.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Table.Column;
import nl.inkoopkompas.rulebook.Table.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The key of a table as its description states it: columns that hold a value, and pairs of columns that bound one. */
record TableKey(List<String> columns, List<Range> ranges) {

    static TableKey read(Yaml yaml, JsonNode key, List<Column> columns) {
        List<String> named = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        for (JsonNode part : key) {
            if (part.isObject()) {
                range(yaml, part, columns).ifPresent(ranges::add);
            } else if (column(yaml, part.asString(), columns).isPresent()) {
                named.add(part.asString());
            }
        }
        return new TableKey(List.copyOf(named), List.copyOf(ranges));
    }

    private static Optional<Column> column(Yaml yaml, String id, List<Column> columns) {
        Optional<Column> found =
                columns.stream().filter(column -> column.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            yaml.problem("", "the key names \"" + id + "\", which is no column");
        }
        return found;
    }

    private static Optional<Range> range(Yaml yaml, JsonNode part, List<Column> columns) {
        boolean through = part.has("through");
        if (through == part.has("until")) {
            yaml.problem("", "a range in the key has either \"until\" (not included) or \"through\" (included)");
            return Optional.empty();
        }
        Optional<Column> from = column(yaml, yaml.text(part, "key", "from"), columns);
        Optional<Column> end = column(yaml, yaml.text(part, "key", through ? "through" : "until"), columns);
        if (from.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        ValueType type = from.get().type();
        if (type != end.get().type() || !isOrdered(type)) {
            yaml.problem(
                    "",
                    "the range from \"" + from.get().id() + "\" to \""
                            + end.get().id() + "\" needs two columns of one type: integer, decimal, month or date");
            return Optional.empty();
        }
        if (through && type == ValueType.DECIMAL) {
            yaml.problem("", "a range of decimals ends with \"until\": no number is the last before another");
        }
        return Optional.of(new Range(
                from.get().id(),
                end.get().id(),
                through,
                part.has("label")
                        ? yaml.bilingual(part.path("label"), "key, label")
                        : from.get().label(),
                bound(yaml, part, "least", type),
                bound(yaml, part, "below", type)));
    }

    private static boolean isOrdered(ValueType type) {
        return switch (type) {
            case INTEGER, DECIMAL, MONTH, DATE -> true;
            case ID, TEXT, BOOLEAN, OPTION, REFERENCE, SOURCE -> false;
        };
    }

    private static @Nullable Object bound(Yaml yaml, JsonNode part, String field, ValueType type) {
        String text = yaml.optionalText(part, field);
        try {
            return text == null ? null : type.parse(text);
        } catch (IllegalArgumentException e) {
            yaml.problem("key, " + field, String.valueOf(e.getMessage()));
            return null;
        }
    }
}

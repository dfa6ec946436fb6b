package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.explanation.Formats;
import nl.inkoopkompas.decision.explanation.Labels;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.rulebook.Source;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Dutch words of the rule book that a decision was made with, for what stands in its record. */
final class CaseWords {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss.SSS", Language.NL.locale());

    private final RuleBook book;
    private final Texts texts;
    private final Labels labels;
    private final Formats formats;

    CaseWords(RuleBook book, String decision) {
        Policy policy = book.policy(decision);
        this.book = book;
        this.texts = policy.texts(Language.NL);
        this.labels = new Labels(book, policy, Language.NL);
        this.formats = new Formats(policy, Language.NL);
    }

    String criterion(String id) {
        Texts.CriterionTexts criterion = texts.criteria().get(id);
        return criterion == null ? id : criterion.name();
    }

    String verdict(String verdict) {
        return texts.verdicts().getOrDefault(verdict, verdict);
    }

    String outcome(String outcome) {
        Texts.OutcomeTexts words = texts.outcomes().get(outcome);
        return words == null ? outcome : words.label();
    }

    String contract(@Nullable String id) {
        return id == null ? "" : cell("reference/contracts", "id", id, "name", id);
    }

    String product(String code) {
        return cell("admission/products", "code", code, "name", code);
    }

    String municipality(String code) {
        return cell("reference/municipalities", "id", code, "name", code);
    }

    /** What a contract is procured with; empty where the table has no such contract. */
    String procedure(@Nullable String contract) {
        return contract == null ? "" : cell("reference/contracts", "id", contract, "procedure", "");
    }

    private String cell(String tableId, String key, String value, String column, String otherwise) {
        Table table = book.table(tableId);
        if (table == null || table.indexOf(key) < 0 || table.indexOf(column) < 0) {
            return otherwise;
        }
        return table.rows().stream()
                .filter(row -> value.equals(table.cell(row, key)))
                .map(row -> String.valueOf(table.cell(row, column)))
                .findFirst()
                .orElse(otherwise);
    }

    String field(String pointer) {
        return capital(labels.field(pointer));
    }

    String norm(String key) {
        return capital(labels.norm(key));
    }

    String date(LocalDate date) {
        return formats.date(date);
    }

    String day(Instant instant) {
        return date(dayOf(instant));
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZONE));
    }

    String enumeration(List<String> items) {
        return formats.enumeration(items);
    }

    /** A value of the input: by the words of its field, or for an element or a list by those of its parts. */
    String value(String pointer, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "niet opgegeven";
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .filter(part -> !part.getValue().isNull())
                    .map(part -> labels.field(pointer + "/" + part.getKey()) + ": "
                            + value(pointer + "/" + part.getKey(), part.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value.isArray()) {
            if (value.isEmpty()) {
                return "geen";
            }
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                parts.add(value(pointer + "/" + i, value.get(i)));
            }
            return String.join("; ", parts);
        }
        Field field = labels.definition(pointer);
        Object typed = plain(value);
        if (field != null && field.type() == Type.DATE && typed instanceof String text) {
            typed = dateOr(text);
        }
        return formats.value(typed, field == null ? null : field.notes().unit());
    }

    /** The value of a norm, as it stands in a finding. */
    String normValue(JsonNode norm) {
        JsonNode value = norm.path("value");
        if (value.isNull() || value.isMissingNode()) {
            return "nog niet vastgesteld";
        }
        if (!value.isObject()) {
            return reading(norm)
                    .orElseGet(
                            () -> formats.value(typed(value), norm.path("unit").asString(null)));
        }
        Table table = book.table(norm.path("key").asString().split("#", -1)[0]);
        return value.properties().stream()
                .map(cell -> column(table, cell.getKey(), cell.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The words of a parameter that chooses between the readings of an interpretation. */
    private Optional<String> reading(JsonNode norm) {
        Set<String> options = book.parameter(norm.path("key").asString())
                .map(parameter -> Set.copyOf(parameter.options()))
                .orElse(Set.of());
        if (options.isEmpty()) {
            return Optional.empty();
        }
        List<Interpretation> fitting = book.interpretations().values().stream()
                .filter(interpretation -> interpretation.readings().keySet().equals(options))
                .toList();
        return fitting.size() == 1
                ? Optional.ofNullable(
                                fitting.get(0).readings().get(norm.path("value").asString("")))
                        .map(text -> text.nl())
                : Optional.empty();
    }

    private String column(@Nullable Table table, String id, JsonNode cell) {
        Table.Column column = table == null ? null : table.column(id).orElse(null);
        String label = column == null ? id : column.label().in(Language.NL);
        if (cell.isNull()) {
            return label + ": niet vastgesteld";
        }
        if (cell.isString() && cell.asString().equals(Table.ANY)) {
            return label + ": alle";
        }
        return label + ": " + formats.value(typed(cell), column == null ? null : column.unit());
    }

    private static Object typed(JsonNode value) {
        Object plain = plain(value);
        return plain instanceof String text ? dateOr(text) : plain;
    }

    private static Object plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.decimalValue() : value.asString();
    }

    private static Object dateOr(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** A source as it is quoted. */
    String source(JsonNode source) {
        return source(source.path("document").asString(), source.path("section").asString());
    }

    String source(String document, String section) {
        Source found = book.sources().get(document);
        String sign = section.matches("\\d.*") ? "§ " : "";
        return (found == null ? document : found.title()) + ", " + sign + section;
    }

    /** A recorded interpretation with the reading that was applied. */
    String interpretation(String id) {
        Interpretation interpretation = book.interpretations().get(id);
        if (interpretation == null) {
            return id;
        }
        return id + ": " + interpretation.question().nl() + " Gelezen als: "
                + Objects.requireNonNull(interpretation.readings().get(interpretation.applied()))
                        .nl();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

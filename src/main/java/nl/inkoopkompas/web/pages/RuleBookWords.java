package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.decision.explanation.Formats;
import nl.inkoopkompas.decision.explanation.Labels;
import nl.inkoopkompas.decision.explanation.TableWords;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import nl.inkoopkompas.rulebook.Source;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Texts;
import nl.inkoopkompas.rulebook.Texts.CriterionTexts;
import org.jspecify.annotations.Nullable;

/** The words of one rule book, in one language. */
final class RuleBookWords implements Words {

    private final RuleBook book;
    private final Language language;
    private final Texts texts;
    private final Labels labels;
    private final Formats formats;

    RuleBookWords(RuleBook book, Explainer explainer, Language language) {
        this(book, AdmissionType.ID, explainer, language);
    }

    /** @param decision whose criteria and fields are named */
    RuleBookWords(RuleBook book, String decision, Explainer explainer, Language language) {
        this.book = book;
        this.language = language;
        this.texts = book.policy(decision).texts(language);
        this.labels = explainer.labels(language);
        this.formats = explainer.formats(language);
    }

    @Override
    public String criterion(String id) {
        CriterionTexts criterion = texts.criteria().get(id);
        return criterion == null ? id : criterion.name();
    }

    @Override
    public String field(String pointer) {
        return capital(labels.field(pointer));
    }

    @Override
    public String value(String pointer, Object value) {
        Field field = labels.definition(pointer);
        if (value instanceof Map<?, ?> element) {
            List<String> parts = new ArrayList<>();
            element.forEach(
                    (name, part) -> parts.add(value(pointer + "/" + name, Objects.requireNonNullElse(part, ""))));
            return String.join(", ", parts);
        }
        if (value instanceof List<?> list) {
            return count(list.size());
        }
        if (field == null) {
            return formats.value(value, null);
        }
        Object typed = field.type() == Type.DATE && value instanceof String text ? date(text) : value;
        return formats.value(typed, field.notes().unit());
    }

    private String count(int size) {
        return switch (size) {
            case 0 -> language == Language.EN ? "none" : "geen";
            case 1 -> language == Language.EN ? "1 line" : "1 regel";
            default -> size + (language == Language.EN ? " lines" : " regels");
        };
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    @Override
    public Optional<Input> input(String pointer) {
        Field field = labels.definition(pointer);
        if (field == null || field.type() == Type.OBJECT) {
            return Optional.empty();
        }
        List<Labelled> options = new ArrayList<>();
        field.limits().options().forEach(option -> options.add(new Labelled(formats.value(option, null), option)));
        return Optional.of(new Input(
                switch (field.type()) {
                    case WHOLE, DECIMAL -> Input.Kind.NUMBER;
                    case DATE -> Input.Kind.DATE;
                    case TRUTH -> Input.Kind.TRUTH;
                    case LIST -> Input.Kind.LIST;
                    case TEXT, OBJECT -> Input.Kind.TEXT;
                },
                capital(labels.field(pointer)),
                options,
                field.item() == null
                        ? List.of()
                        : field.item().fields().stream().map(Field::name).toList()));
    }

    @Override
    public String norm(String key) {
        return capital(labels.norm(key));
    }

    @Override
    public List<Labelled> normValue(AppliedNorm norm) {
        if (!(norm.value() instanceof Map<?, ?> cells)) {
            String value = reading(norm.key(), norm.value()).orElseGet(() -> formats.value(norm.value(), norm.unit()));
            return List.of(new Labelled("", value));
        }
        Optional<Table> table = Optional.ofNullable(book.table(norm.key().split("#")[0]));
        List<Labelled> values = new ArrayList<>();
        cells.forEach((name, cell) -> values.add(table.flatMap(found -> labelled(found, String.valueOf(name), cell))
                .orElseGet(() -> new Labelled(String.valueOf(name), formats.value(cell, null)))));
        return values;
    }

    @Override
    public String parameterValue(Parameter parameter, Object value) {
        return reading(parameter.key(), value).orElseGet(() -> formats.value(value, parameter.unit()));
    }

    /** The words of a parameter that chooses between the readings of an interpretation. */
    private Optional<String> reading(String key, @Nullable Object value) {
        Set<String> options =
                book.parameter(key).map(found -> Set.copyOf(found.options())).orElse(Set.of());
        List<Interpretation> fitting = book.interpretations().values().stream()
                .filter(interpretation -> interpretation.readings().keySet().equals(options))
                .toList();
        return fitting.size() == 1
                ? Optional.ofNullable(fitting.get(0).readings().get(String.valueOf(value)))
                        .map(text -> text.in(language))
                : Optional.empty();
    }

    private Optional<Labelled> labelled(Table table, String name, @Nullable Object cell) {
        return table.column(name)
                .map(column -> new Labelled(
                        column.label().in(language),
                        cell == null
                                ? formats.value(null, null)
                                : new TableWords(book, table, language).cell(column, cell)));
    }

    @Override
    public String source(SourceReference source) {
        Source document = book.sources().get(source.document());
        return (document == null ? source.document() : document.title()) + ", § " + source.section();
    }

    @Override
    public Optional<Reading> interpretation(String id) {
        return Optional.ofNullable(book.interpretations().get(id)).map(interpretation -> {
            List<String> others = new ArrayList<>();
            interpretation.readings().forEach((reading, text) -> {
                if (!reading.equals(interpretation.applied())) {
                    others.add(text.in(language));
                }
            });
            Bilingual applied = Objects.requireNonNull(
                    interpretation.readings().get(interpretation.applied()), "Checked when the book is read");
            return new Reading(id, interpretation.question().in(language), applied.in(language), others);
        });
    }

    @Override
    public String contract(String id) {
        Table contracts = book.requireTable("reference/contracts");
        return contracts
                .row(id)
                .map(row -> String.valueOf(contracts.cell(row, "name")))
                .orElse(id);
    }

    @Override
    public String product(String code) {
        Table products = book.requireTable("admission/products");
        return products.rows().stream()
                .filter(row -> code.equals(products.cell(row, "code")))
                .map(row -> String.valueOf(products.cell(row, "name")))
                .findFirst()
                .orElse(code);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

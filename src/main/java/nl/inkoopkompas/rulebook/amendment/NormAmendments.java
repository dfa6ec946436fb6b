package nl.inkoopkompas.rulebook.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.inkoopkompas.rulebook.Interpretation;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.SourceReference;
import nl.inkoopkompas.rulebook.ValueType;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The dated values of parameters, and the readings that run, changed in their files. */
public final class NormAmendments {

    private static final String INTERPRETATIONS = "rules/interpretations.yaml";

    private final RuleBookFiles files;

    /** The files of a rule book of which the tables may still have holes. */
    public NormAmendments(RuleBookFiles files) {
        this.files = files;
    }

    /**
     * The files with another value of a parameter from a day on; a value from that same day is replaced.
     *
     * @param value null when it is not set from that day on
     * @param source where the value comes from; null for where the value before it comes from
     */
    public RuleBookFiles withValue(
            String parameter, LocalDate from, JsonNode value, @Nullable SourceReference source, boolean example) {
        Place place = place(parameter);
        String where = "parameter " + parameter + " vanaf " + from;
        ValueType type = place.type();
        String written = value.isNull() ? "null" : Written.of(value, type, place.options(), "value", where);
        String line = "{ from: " + from + ", value: " + quoted(type, written) + ", source: "
                + reference(source, place, from) + ", example: " + example + " }";
        Node same = null;
        Node before = null;
        for (Node item : place.values()) {
            LocalDate day = day(item);
            if (day.equals(from)) {
                same = item;
            } else if (day.isBefore(from) && (before == null || day(before).isBefore(day))) {
                before = item;
            }
        }
        YamlText yaml = place.yaml();
        if (same != null) {
            return files.with(place.file(), yaml.replaced(yaml.start(same), yaml.end(same), line));
        }
        String margin = " ".repeat(yaml.column(place.values().get(0)) - 2) + "- ";
        if (before != null) {
            int end = yaml.end(before);
            return files.with(place.file(), yaml.replaced(end, end, "\n" + margin + line));
        }
        int start = yaml.startOfLine(yaml.start(place.values().get(0)));
        return files.with(place.file(), yaml.replaced(start, start, margin + line + "\n"));
    }

    /** The files without the value of a parameter from a day on; the last value stays. */
    public RuleBookFiles withoutValue(String parameter, LocalDate from) {
        Place place = place(parameter);
        Node found = place.values().stream()
                .filter(item -> day(item).equals(from))
                .findFirst()
                .orElseThrow(() -> new AmendmentRefused(
                        "removeFrom",
                        "parameter " + parameter + " heeft geen waarde vanaf " + from,
                        "parameter " + parameter + " has no value from " + from));
        if (place.values().size() == 1) {
            throw new AmendmentRefused(
                    "removeFrom",
                    "dit is de enige waarde van parameter " + parameter + "; geef een andere waarde, of leeg",
                    "this is the only value of parameter " + parameter + "; give another value, or null");
        }
        YamlText yaml = place.yaml();
        int start = yaml.startOfLine(yaml.start(found));
        int end = yaml.end(found);
        return files.with(place.file(), yaml.replaced(start, end + 1, ""));
    }

    /**
     * The files with another reading of a text, in force as long as its last value is. A reading that is fixed in the
     * rules cannot be turned.
     */
    public RuleBookFiles withReading(RuleBook book, String id, String reading) {
        Interpretation interpretation = book.interpretations().get(id);
        if (interpretation == null) {
            throw new AmendmentRefused(
                    "interpretation",
                    "er is geen interpretatie \"" + id + "\"",
                    "there is no interpretation \"" + id + "\"");
        }
        if (!interpretation.readings().containsKey(reading)) {
            String readings = String.join(", ", interpretation.readings().keySet());
            throw new AmendmentRefused(
                    "reading", id + ": verwacht één van " + readings, id + ": expected one of " + readings);
        }
        String key = interpretation.switchedBy();
        if (key == null) {
            throw new AmendmentRefused(
                    "interpretation",
                    "de lezing van " + id + " ligt vast in de regels of de tabellen; een ontwikkelaar kan die wijzigen",
                    "the reading of " + id + " is fixed in the rules or the tables; a developer can change it");
        }
        Parameter parameter = book.parameter(key).orElseThrow();
        DatedValue last = parameter.values().get(parameter.values().size() - 1);
        JsonNode value = parameter.type() == ValueType.BOOLEAN
                ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(reading))
                : JsonNodeFactory.instance.stringNode(reading);
        RuleBookFiles turned = withValue(key, last.from(), value, last.source(), last.example());
        YamlText yaml = new YamlText(turned.text(INTERPRETATIONS));
        Node applied = yaml.root()
                .flatMap(root -> YamlText.value(root, id))
                .flatMap(node -> YamlText.value(node, "applied"))
                .orElseThrow();
        return turned.with(INTERPRETATIONS, yaml.replaced(yaml.start(applied), yaml.end(applied), reading));
    }

    /** Where the values of a parameter stand. */
    private record Place(String file, YamlText yaml, Node parameter, List<Node> values) {

        ValueType type() {
            return ValueType.valueOf(text("type").toUpperCase(Locale.ROOT));
        }

        List<String> options() {
            return YamlText.value(parameter, "options").map(YamlText::items).orElse(List.of()).stream()
                    .map(YamlText::scalar)
                    .toList();
        }

        private String text(String field) {
            return YamlText.value(parameter, field).map(YamlText::scalar).orElse("");
        }
    }

    private Place place(String parameter) {
        for (String path : files.paths("rules/", "/parameters.yaml")) {
            YamlText yaml = new YamlText(files.text(path));
            Node found =
                    yaml.root().flatMap(root -> YamlText.value(root, parameter)).orElse(null);
            if (found != null) {
                return new Place(
                        path,
                        yaml,
                        found,
                        YamlText.value(found, "values").map(YamlText::items).orElse(List.of()));
            }
        }
        throw new AmendmentRefused(
                "parameter",
                "er is geen parameter \"" + parameter + "\"",
                "there is no parameter \"" + parameter + "\"");
    }

    private static LocalDate day(Node item) {
        return LocalDate.parse(YamlText.scalar(YamlText.value(item, "from").orElseThrow()));
    }

    private String reference(@Nullable SourceReference source, Place place, LocalDate from) {
        if (source != null) {
            return written(source.document(), source.section());
        }
        Node nearest = place.values().get(0);
        for (Node item : place.values()) {
            if (!day(item).isAfter(from)) {
                nearest = item;
            }
        }
        Node where = YamlText.value(nearest, "source").orElseThrow();
        return written(field(where, "document"), field(where, "section"));
    }

    private static String field(Node node, String name) {
        return Objects.requireNonNull(
                YamlText.value(node, name).map(YamlText::scalar).orElse(""));
    }

    private static String written(String document, String section) {
        return "{ document: " + quoted(ValueType.TEXT, document) + ", section: " + quoted(ValueType.TEXT, section)
                + " }";
    }

    private static String quoted(ValueType type, String text) {
        return switch (type) {
            case ID, TEXT, SOURCE, REFERENCE ->
                text.matches("[a-z][a-z0-9-]*")
                        ? text
                        : JsonNodeFactory.instance.stringNode(text).toString();
            case INTEGER, DECIMAL, BOOLEAN, DATE, MONTH, OPTION -> text;
        };
    }
}

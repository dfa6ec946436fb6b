package nl.inkoopkompas.rulebook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.rulebook.Invariant.Fact;
import nl.inkoopkompas.rulebook.Invariant.Kind;
import nl.inkoopkompas.rulebook.Invariant.Never;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what may never happen, and checks every pointer and value against the schema. */
final class InvariantReader {

    private static final Map<String, Kind> KINDS = Map.of(
            "is", Kind.IN,
            "in", Kind.IN,
            "atLeast", Kind.AT_LEAST,
            "atMost", Kind.AT_MOST,
            "absent", Kind.ABSENT,
            "empty", Kind.EMPTY,
            "any", Kind.ANY,
            "none", Kind.NONE);

    private final Yaml yaml;
    private final Shape schema;

    private InvariantReader(Yaml yaml, Shape schema) {
        this.yaml = yaml;
        this.schema = schema;
    }

    static List<Invariant> read(RuleBookFiles files, String path, Shape schema, List<Problem> problems) {
        if (!files.has(path)) {
            return List.of();
        }
        Yaml yaml = new Yaml(path, problems);
        return new InvariantReader(yaml, schema).invariants(yaml.read(files.text(path)));
    }

    private List<Invariant> invariants(JsonNode list) {
        List<Invariant> invariants = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : list) {
            String id = yaml.text(node, "an invariant", "id");
            if (!ids.add(id)) {
                yaml.problem(id, "another invariant has this id");
            }
            if (node.path("when").isEmpty()) {
                yaml.problem(id, "\"when\" is missing");
            }
            invariants.add(new Invariant(
                    id,
                    yaml.bilingual(node.path("text"), id + ", text"),
                    yaml.source(node.path("source"), id + ", source"),
                    facts(node.path("when"), schema, id),
                    never(node.path("never"), id)));
        }
        return List.copyOf(invariants);
    }

    private List<Fact> facts(JsonNode list, Shape shape, String id) {
        List<Fact> facts = new ArrayList<>();
        for (JsonNode node : list) {
            String pointer = yaml.text(node, id, "pointer");
            Field field = field(pointer, shape);
            if (field == null) {
                yaml.problem(id, "\"" + pointer + "\" is no field of " + shape.describe());
                continue;
            }
            Fact fact = fact(node, pointer, field, id);
            if (fact != null) {
                facts.add(fact);
            }
        }
        return List.copyOf(facts);
    }

    private static @Nullable Field field(String pointer, Shape shape) {
        Shape at = shape;
        Field field = shape.isValue() && pointer.equals(".") ? shape.field("") : null;
        if (!pointer.startsWith("/")) {
            return field;
        }
        for (String part : pointer.substring(1).split("/")) {
            field = at == null ? null : at.field(part);
            at = field == null || field.type() == Type.LIST ? null : field.item();
        }
        return field;
    }

    private @Nullable Fact fact(JsonNode node, String pointer, Field field, String id) {
        List<String> words = node.propertyNames().stream()
                .filter(name -> !name.equals("pointer"))
                .toList();
        Kind kind = words.size() == 1 ? KINDS.get(words.get(0)) : null;
        if (kind == null) {
            yaml.problem(
                    id, "a fact says one of " + KINDS.keySet().stream().sorted().toList());
            return null;
        }
        JsonNode said = node.path(words.get(0));
        boolean ofList = kind == Kind.EMPTY || kind == Kind.ANY || kind == Kind.NONE;
        if (kind != Kind.ABSENT && (ofList != (field.type() == Type.LIST) || field.type() == Type.OBJECT)) {
            yaml.problem(
                    id, "\"" + pointer + "\" is " + field.type().expected() + ", of which nobody says " + words.get(0));
            return null;
        }
        String below = pointer.equals(".") ? "" : pointer;
        return switch (kind) {
            case ABSENT, EMPTY -> new Fact(below, field, kind, List.of(), List.of());
            case ANY, NONE -> new Fact(below, field, kind, List.of(), facts(said, field.requireItem(), id));
            case IN, AT_LEAST, AT_MOST -> {
                List<Object> values = new ArrayList<>();
                for (JsonNode value : said.isArray() ? said : List.of(said)) {
                    Object read = value(value, field, id);
                    if (read != null) {
                        values.add(read);
                    }
                }
                if (kind != Kind.IN && field.type() == Type.TEXT) {
                    yaml.problem(id, "\"" + pointer + "\" is a text, which has no order here");
                }
                yield new Fact(below, field, kind, List.copyOf(values), List.of());
            }
        };
    }

    private @Nullable Object value(JsonNode node, Field field, String id) {
        Object value =
                switch (field.type()) {
                    case TEXT -> node.asString();
                    case TRUTH -> node.isBoolean() ? node.booleanValue() : null;
                    case WHOLE -> node.isIntegralNumber() ? (Object) node.longValue() : null;
                    case DECIMAL -> node.isNumber() ? new BigDecimal(node.asString()) : null;
                    case DATE -> date(node.asString());
                    case OBJECT, LIST -> null;
                };
        List<String> options = field.limits().options();
        if (value == null || (!options.isEmpty() && !options.contains(value.toString()))) {
            yaml.problem(
                    id,
                    "\"" + node.asString("") + "\" is no value of " + field.name() + ", which is "
                            + (options.isEmpty() ? field.type().expected() : "one of " + options));
            return null;
        }
        return value;
    }

    private static @Nullable Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Never never(JsonNode node, String id) {
        if (node.has("criterion")) {
            String verdict = yaml.text(node, id + ", never", "verdict");
            if (!Set.of("MET", "NOT_MET", "UNDETERMINED", "JUDGEMENT", "NOT_APPLICABLE")
                    .contains(verdict)) {
                yaml.problem(id, "there is no verdict " + verdict + " that a rule gives");
            }
            return new Never(yaml.text(node, id, "criterion"), null, verdict);
        }
        return new Never(null, yaml.optionalText(node, "particular"), yaml.text(node, id + ", never", "outcome"));
    }
}

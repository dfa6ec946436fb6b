package nl.inkoopkompas.lab.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests as elements: written as JSON, moved in time, and filled up where something is required. */
public final class Requests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Requests() {}

    /** The request as it can be posted; what is unknown is left out. */
    public static ObjectNode json(Element element) {
        ObjectNode object = JSON.objectNode();
        for (Field field : element.shape().fields()) {
            Object value = element.get(field);
            if (value != null) {
                object.set(field.name(), json(value));
            }
        }
        return object;
    }

    private static JsonNode json(Object value) {
        if (value instanceof Element element) {
            return json(element);
        }
        if (value instanceof Element[] elements) {
            ArrayNode list = JSON.arrayNode();
            for (Element element : elements) {
                Object bare = element.shape().isValue() ? element.get(0) : element;
                if (bare != null) {
                    list.add(json(bare));
                }
            }
            return list;
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return JSON.numberNode(number);
        }
        return value instanceof Boolean truth ? JSON.booleanNode(truth) : JSON.stringNode(value.toString());
    }

    /** The same request on another reference date: all that is dated moves along. */
    static Element on(LocalDate day, Element request) {
        Element moved = request.copy(null);
        Field asOf = moved.shape().require("asOf");
        if (moved.get(asOf) instanceof LocalDate before) {
            move(moved, ChronoUnit.DAYS.between(before, day), (long) day.getYear() - before.getYear());
        }
        moved.set(asOf, day);
        return moved;
    }

    private static void move(Element element, long days, long years) {
        for (Field field : element.shape().fields()) {
            Object value = element.get(field);
            if (value instanceof LocalDate date) {
                element.set(field, date.plusDays(days));
            } else if (value instanceof Long year && "year".equals(field.notes().unit())) {
                element.set(field, year + years);
            } else if (value instanceof Element child) {
                move(child, days, years);
            } else if (value instanceof Element[] list) {
                for (Element child : list) {
                    move(child, days, years);
                }
            }
        }
    }

    /** Gives what is required and not there some value that the schema allows. */
    static void complete(Element element, LocalDate day) {
        for (Field field : element.shape().fields()) {
            if (element.get(field) == null && field.limits().required()) {
                element.set(field, some(field, element, day));
            }
        }
        for (Shape.Condition condition : element.shape().conditions()) {
            if (condition.is().equals(element.get(condition.when()))) {
                condition.required().stream()
                        .filter(field -> element.get(field) == null)
                        .forEach(field -> element.set(field, some(field, element, day)));
            }
        }
    }

    private static @Nullable Object some(Field field, Element parent, LocalDate day) {
        Shape.Limits limits = field.limits();
        return switch (field.type()) {
            case TEXT ->
                limits.options().isEmpty() ? "voorbeeld" : limits.options().get(0);
            case WHOLE -> "year".equals(field.notes().unit()) ? (Object) (long) day.getYear() : lowest(limits);
            case DECIMAL -> BigDecimal.valueOf(lowest(limits));
            case TRUTH -> true;
            case DATE -> day;
            case OBJECT -> {
                Element child = new Element(field.requireItem(), parent, field.name());
                complete(child, day);
                yield child;
            }
            case LIST -> {
                Element[] elements = new Element[limits.minItems()];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = new Element(field.requireItem(), parent, field.name() + "/" + i);
                    complete(elements[i], day);
                }
                yield elements;
            }
        };
    }

    private static long lowest(Shape.Limits limits) {
        long minimum = limits.minimum() == null ? 0 : limits.minimum();
        return Math.max(0, minimum);
    }

    /** Sets all fields of an element as those of another. */
    static void copy(Element from, Element into) {
        for (Field field : from.shape().fields()) {
            into.set(field, copy(from.get(field), into));
        }
    }

    /** A value as it would stand below another parent. */
    static @Nullable Object copy(@Nullable Object value, Element under) {
        if (value instanceof Element child) {
            return child.copy(under);
        }
        if (value instanceof Element[] list) {
            Element[] copies = new Element[list.length];
            for (int i = 0; i < list.length; i++) {
                copies[i] = list[i].copy(under);
            }
            return copies;
        }
        return value;
    }

    /** Takes over from an example what the other element has not got. */
    static void takeOver(Element from, Element into) {
        for (Field field : into.shape().fields()) {
            if (into.get(field) == null && field.type() != Shape.Type.LIST && field.type() != Shape.Type.OBJECT) {
                into.set(field, from.get(field));
            }
        }
    }
}

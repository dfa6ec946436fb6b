package nl.inkoopkompas.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Limits;
import nl.inkoopkompas.rulebook.Shape.TableOptions;
import nl.inkoopkompas.rulebook.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a request into slots and checks it against the schema of a rule book as it goes; every error is collected. */
final class RequestReader {

    private static final int MOST_REFUSALS = 100;
    private static final long MOST = 999_999_999_999_999L;
    private static final int MOST_DIGITS = 30;
    private static final Map<Shape.Type, Bilingual> TYPES = Map.of(
            Shape.Type.TEXT, new Bilingual("een tekst tussen aanhalingstekens", "a text in quotes"),
            Shape.Type.WHOLE, new Bilingual("een heel getal zonder aanhalingstekens", "a whole number without quotes"),
            Shape.Type.DECIMAL, new Bilingual("een getal zonder aanhalingstekens", "a number without quotes"),
            Shape.Type.TRUTH, new Bilingual("true of false", "true or false"),
            Shape.Type.DATE, new Bilingual("een datum als \"2024-04-01\"", "a date as \"2024-04-01\""),
            Shape.Type.OBJECT, new Bilingual("een object", "an object"),
            Shape.Type.LIST, new Bilingual("een lijst", "a list"));

    private final RuleBook book;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    /** Days that were read before: the lines of a large request have few different ones. */
    private final Map<String, LocalDate> days = new HashMap<>();

    /** Texts that a table was found to list, whatever the rest of the request says. */
    private final Set<List<String>> listed = new HashSet<>();

    private RequestReader(RuleBook book) {
        this.book = book;
    }

    /** Reads a request; refuses a bad one with a {@link RequestRefused} that names every place. */
    static Element read(RuleBook book, Shape schema, JsonNode request) {
        RequestReader reader = new RequestReader(book);
        Element root = new Element(schema, null, "");
        if (request.isObject()) {
            reader.object(request, root);
            if (reader.refusals.isEmpty()) {
                reader.afterwards.forEach(Runnable::run);
            }
        } else {
            reader.refuse("", "verwacht een object", "expected an object");
        }
        if (!reader.refusals.isEmpty()) {
            throw new RequestRefused(reader.refusals.subList(0, Math.min(MOST_REFUSALS, reader.refusals.size())));
        }
        return root;
    }

    /**
     * Reads what was read besides a request, below it, and marks what was handed in with a later round. The program
     * made it itself: what does not fit is a fault of the program.
     */
    static void readContext(RuleBook book, Shape schema, JsonNode context, Element request) {
        RequestReader reader = new RequestReader(book);
        Element read = new Element(schema, request, "context");
        request.readBesides(read);
        reader.object(context, read);
        if (!reader.refusals.isEmpty()) {
            throw new IllegalStateException("The context does not suit its schema: " + reader.refusals);
        }
        Field handedIn = schema.field("handedIn");
        for (Element later : handedIn == null ? new Element[0] : read.list(handedIn)) {
            String pointer = String.valueOf(later.get(later.shape().require("pointer")));
            Element element = request.element(pointer);
            if (element == null) {
                throw new IllegalStateException("The context names " + pointer + ", which is not there");
            }
            element.handIn(new Leaf(later, later.shape().require("on").slot()));
        }
        schema.fields().forEach(field -> standIn(field, read, request));
    }

    /** What was read besides the request is judged in the place of what the request does not hold. */
    private static void standIn(Field field, Element read, Element request) {
        String pointer = field.notes().standsFor();
        if (pointer == null) {
            return;
        }
        Field place = request.shape().require(pointer.substring(1));
        boolean absent =
                request.get(place) == null || (request.get(place) instanceof Element object && object.isAssumed());
        if (absent && read.get(field) instanceof Element instead && !instead.isAssumed()) {
            request.set(place, instead);
        }
    }

    private void object(JsonNode node, Element element) {
        Shape shape = element.shape();
        String place = element.pointer();
        node.properties().forEach(property -> {
            Field field = shape.field(property.getKey());
            if (field == null) {
                refuse(place + "/" + Echo.name(property.getKey()), "dit veld bestaat niet", "there is no such field");
            } else if (!property.getValue().isNull()) {
                String pointer = place + "/" + Echo.name(property.getKey());
                element.set(field, value(property.getValue(), field, element, field.name(), pointer));
            }
        });
        for (Field field : shape.fields()) {
            if (field.limits().required()) {
                require(node, field, element);
            } else if (isOpen(field) && element.get(field) == null) {
                element.set(field, Element.assumed(field.requireItem(), element, field.name()));
            }
        }
        for (Shape.Condition condition : shape.conditions()) {
            if (condition.is().equals(element.get(condition.when()))) {
                condition.required().forEach(field -> {
                    require(node, field, element);
                    if (element.get(field) instanceof String text) {
                        shortest(text, field.limits(), element.pointer() + "/" + field.name());
                    }
                });
            }
        }
    }

    /** An object that may be absent, and then is one of which nothing is known. */
    private static boolean isOpen(Field field) {
        return field.type() == Shape.Type.OBJECT && field.limits().options().isEmpty();
    }

    private void require(JsonNode node, Field field, Element element) {
        if (node.path(field.name()).isMissingNode() || node.path(field.name()).isNull()) {
            refuse(element.pointer() + "/" + field.name(), "dit veld is verplicht", "this field is required");
        }
    }

    private @Nullable Object value(JsonNode node, Field field, Element parent, String segment, String pointer) {
        return switch (field.type()) {
            case TEXT -> text(node, field, parent, pointer);
            case WHOLE -> whole(node, field, pointer);
            case DECIMAL -> decimal(node, field, pointer);
            case TRUTH -> node.isBoolean() ? (Object) node.booleanValue() : wrongType(field, pointer);
            case DATE -> date(node, field, pointer);
            case OBJECT -> {
                if (node.isString() && !field.limits().options().isEmpty()) {
                    yield text(node, field, parent, pointer);
                }
                if (!node.isObject()) {
                    yield wrongType(field, pointer);
                }
                Element child = new Element(field.requireItem(), parent, segment);
                object(node, child);
                yield child;
            }
            case LIST -> node.isArray() ? list(node, field, parent, segment, pointer) : wrongType(field, pointer);
        };
    }

    private @Nullable Object text(JsonNode node, Field field, Element parent, String pointer) {
        if (!node.isString()) {
            return wrongType(field, pointer);
        }
        String text = node.stringValue();
        Limits limits = field.limits();
        if (!field.notes().bsnExempt() && CitizenNumber.occursIn(text)) {
            refuse(
                    pointer,
                    "hier staat een burgerservicenummer (BSN) of RSIN; dat mag hier niet staan, gebruik een pseudoniem",
                    "this holds a citizen's number (BSN) or RSIN, which may not stand here; use a pseudonym");
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            refuse(pointer, "de tekst bevat een nulteken", "the text holds a NUL character");
        } else if (holdsHalfACharacter(text)) {
            refuse(pointer, "de tekst bevat een half teken", "the text holds half a character");
        } else if (!limits.options().isEmpty() && !limits.options().contains(text)) {
            refuse(
                    pointer,
                    Echo.quoted(text) + " is niet een van " + limits.options(),
                    Echo.quoted(text) + " is not one of " + limits.options());
        } else if (limits.pattern() != null && !limits.pattern().matcher(text).find()) {
            Bilingual form = field.notes().form();
            refuse(
                    pointer,
                    Echo.quoted(text) + " klopt niet: verwacht " + (form == null ? limits.pattern() : form.nl()),
                    Echo.quoted(text) + " is wrong: expected " + (form == null ? limits.pattern() : form.en()));
        } else if (length(text) > limits.maxLength()) {
            refuse(
                    pointer,
                    "de tekst heeft " + length(text) + " tekens; hoogstens " + limits.maxLength(),
                    "the text has " + length(text) + " characters; at most " + limits.maxLength());
        } else {
            shortest(text, limits, pointer);
        }
        if (limits.from() != null) {
            TableOptions from = limits.from();
            afterwards.add(() -> listed(text, from, root(parent), pointer));
        }
        return text;
    }

    private void shortest(String text, Limits limits, String pointer) {
        if (text.isEmpty() && limits.minLength() > 0) {
            refuse(pointer, "de tekst is leeg", "the text is empty");
        } else if (length(text) < limits.minLength()) {
            int least = limits.minLength();
            refuse(
                    pointer,
                    "de tekst heeft minder dan " + least + " tekens",
                    "the text has fewer than " + least + " characters");
        }
    }

    /** In characters as JSON Schema counts them. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A value that a table lists, in rows that suit the rest of the request. */
    private void listed(String text, TableOptions from, Element root, String pointer) {
        List<String> key = List.of(from.table(), from.column(), text);
        if (from.where().isEmpty() && listed.contains(key)) {
            return;
        }
        Table table = book.requireTable(from.table());
        boolean known = table.rows().stream()
                .anyMatch(row -> text.equals(table.cell(row, from.column()))
                        && from.where().entrySet().stream().allMatch(where -> {
                            Leaf leaf = root.at(where.getValue());
                            return leaf != null
                                    && leaf.value() != null
                                    && leaf.value().equals(table.cell(row, where.getKey()));
                        }));
        if (known) {
            listed.add(key);
        } else {
            refuse(
                    pointer,
                    Echo.quoted(text) + " hoort hier niet; zie de tabel " + from.table(),
                    Echo.quoted(text) + " does not belong here; see the table " + from.table());
        }
    }

    private static Element root(Element element) {
        Element root = element;
        for (Element parent = root.parent(); parent != null; parent = root.parent()) {
            root = parent;
        }
        return root;
    }

    private @Nullable Object whole(JsonNode node, Field field, String pointer) {
        if (!node.isNumber()) {
            return wrongType(field, pointer);
        }
        BigDecimal number = exact(node, pointer);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return wrongType(field, pointer);
        }
        return withinLimits(number, field, pointer) ? (Object) number.longValueExact() : null;
    }

    private @Nullable Object decimal(JsonNode node, Field field, String pointer) {
        if (!node.isNumber()) {
            return wrongType(field, pointer);
        }
        BigDecimal number = exact(node, pointer);
        return number != null && withinLimits(number, field, pointer) ? number : null;
    }

    private @Nullable BigDecimal exact(JsonNode node, String pointer) {
        BigDecimal number = node.decimalValue();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            refuse(pointer, "dit getal heeft te veel cijfers", "this number has too many digits");
            return null;
        }
        return number;
    }

    private boolean withinLimits(BigDecimal number, Field field, String pointer) {
        long minimum = field.limits().minimum() == null ? -MOST : field.limits().minimum();
        long maximum = field.limits().maximum() == null ? MOST : field.limits().maximum();
        if (number.compareTo(BigDecimal.valueOf(minimum)) < 0) {
            refuse(pointer, "het getal is kleiner dan " + minimum, "the number is below " + minimum);
            return false;
        }
        if (number.compareTo(BigDecimal.valueOf(maximum)) > 0) {
            refuse(pointer, "het getal is groter dan " + maximum, "the number is above " + maximum);
            return false;
        }
        return true;
    }

    private @Nullable Object date(JsonNode node, Field field, String pointer) {
        if (!node.isString()) {
            return wrongType(field, pointer);
        }
        String text = node.stringValue();
        try {
            if (text.length() == 10 && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
                return days.computeIfAbsent(text, LocalDate::parse);
            }
        } catch (DateTimeParseException e) {
            refuse(
                    pointer,
                    Echo.quoted(text) + " is geen dag die bestaat; verwacht 2024-04-01",
                    Echo.quoted(text) + " is no day that exists; expected 2024-04-01");
            return null;
        }
        return wrongType(field, pointer);
    }

    private Object list(JsonNode node, Field field, Element parent, String segment, String pointer) {
        Shape item = field.requireItem();
        List<Element> elements = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (JsonNode entry : node) {
            String at = segment + "/" + elements.size();
            String place = pointer + "/" + elements.size();
            Element element = new Element(item, parent, at);
            elements.add(element);
            if (entry.isNull()) {
                refuse(place, "een lijst bevat geen null", "a list holds no null");
            } else if (item.isValue()) {
                Field value = item.fields().get(0);
                element.set(value, value(entry, value, element, at, place));
            } else if (entry.isObject()) {
                object(entry, element);
            } else {
                refuse(place, "verwacht een object", "expected an object");
            }
            unique(field, element, seen, place);
        }
        length(field, elements.size(), pointer);
        return elements.toArray(new Element[0]);
    }

    private void unique(Field list, Element element, Set<Object> seen, String place) {
        String by = list.limits().uniqueBy();
        Object key = by == null ? null : element.get(list.requireItem().require(by));
        if (key != null && !seen.add(key)) {
            refuse(place + "/" + by, "deze waarde staat twee keer in de lijst", "this value stands in the list twice");
        }
    }

    private void length(Field field, int size, String pointer) {
        if (size < field.limits().minItems()) {
            int least = field.limits().minItems();
            refuse(
                    pointer,
                    "de lijst heeft minder dan " + least + " regels",
                    "the list has fewer than " + least + " elements");
        } else if (size > field.limits().maxItems()) {
            int most = field.limits().maxItems();
            refuse(
                    pointer,
                    "de lijst heeft meer dan " + most + " regels",
                    "the list has more than " + most + " elements");
        }
    }

    private @Nullable Object wrongType(Field field, String pointer) {
        Bilingual expected = Objects.requireNonNull(TYPES.get(field.type()));
        refuse(pointer, "verwacht " + expected.nl(), "expected " + expected.en());
        return null;
    }

    /** One surrogate without the other, which no encoding can write. */
    private static boolean holdsHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            }
        }
        return false;
    }

    private void refuse(String pointer, String nl, String en) {
        refusals.add(new Refusal(pointer, new Bilingual(nl, en)));
    }
}

package nl.inkoopkompas.decision.algebra;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * Names a field: of the element at hand ({@code "kind"}), of the request ({@code "/applicant/employees"}), of the
 * subject or of the element around this one. A dot is the value itself; a digit is a place in a list; a star in what
 * was read besides the request is the element at the place that the subject has in its own list.
 */
public final class Path {

    enum Origin {
        HERE,
        REQUEST,
        CONTEXT,
        SUBJECT,
        OUTER
    }

    /** How the pointer of what was read besides the request starts. */
    static final String CONTEXT = "/context/";

    private static final String BESIDE = "*";
    private static final int PLACE_OF_SUBJECT = -1;

    private final String text;
    private final Origin origin;
    private int[] slots = {};
    private @Nullable Field field;

    Path(String text, Origin origin) {
        this.text = text;
        this.origin = origin;
    }

    static Path of(String text) {
        if (text.startsWith(CONTEXT)) {
            return new Path(text, Origin.CONTEXT);
        }
        return new Path(text, text.startsWith("/") ? Origin.REQUEST : Origin.HERE);
    }

    String text() {
        return text;
    }

    boolean isBound() {
        return field != null;
    }

    /** The field that it names, once bound. */
    Field field() {
        if (field == null) {
            throw new IllegalStateException(text + " is not bound");
        }
        return field;
    }

    void bind(Binding binding) {
        Shape shape = binding.shape(origin);
        String[] parts = names();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Field next = shape.field(parts[i].equals(".") ? "" : parts[i]);
            if (next == null) {
                binding.problem("\"" + text + "\" is not in " + shape.describe());
                return;
            }
            found.add(next.slot());
            boolean placed = next.type() == Shape.Type.LIST && i + 1 < parts.length && parts[i + 1].matches("\\d");
            if (placed) {
                found.add(Integer.parseInt(parts[++i]));
                shape = next.requireItem();
                next = shape.isValue() ? shape.fields().get(0) : next;
            }
            if (i == parts.length - 1) {
                if (placed) {
                    found.add(next.slot());
                }
                field = next;
            } else if (next.type() == Shape.Type.OBJECT) {
                shape = next.requireItem();
            } else if (next.type() == Shape.Type.LIST && i + 2 < parts.length && parts[i + 1].equals(BESIDE)) {
                shape = next.requireItem();
                found.add(PLACE_OF_SUBJECT);
                i++;
            } else if (!placed) {
                binding.problem("\"" + text + "\": " + parts[i] + " is no object");
                return;
            }
        }
        slots = found.stream().mapToInt(Integer::intValue).toArray();
    }

    private String[] names() {
        return switch (origin) {
            case CONTEXT -> text.substring(CONTEXT.length()).split("/");
            case REQUEST -> text.substring(1).split("/");
            case HERE, SUBJECT, OUTER -> text.split("/");
        };
    }

    Survey.Place place(Survey survey) {
        String around = survey.pointer(origin);
        String below = text.startsWith("/") ? text : "/" + text;
        return new Survey.Place(text.equals(".") ? around : around + below, field());
    }

    /**
     * The leaf that it leads to; where an object or a list on the way is unknown, or a word stands for it, that one.
     */
    Leaf leaf(Scope scope) {
        Element element =
                switch (origin) {
                    case HERE -> scope.at();
                    case REQUEST -> scope.file().request();
                    case CONTEXT -> scope.file().request().context();
                    case SUBJECT -> scope.subject();
                    case OUTER -> scope.requireOuter().at();
                };
        for (int i = 0; i < slots.length - 1; i++) {
            if (slots[i + 1] == PLACE_OF_SUBJECT) {
                element = beside(element, slots[i++], scope.subject());
                continue;
            }
            Object child = element.get(slots[i]);
            if (child instanceof Element object) {
                element = object;
            } else if (child instanceof Element[] list && slots[i + 1] < list.length) {
                element = list[slots[++i]];
            } else {
                return new Leaf(element, slots[i]);
            }
        }
        return new Leaf(element, slots[slots.length - 1]);
    }

    /** The element of a list at the place of the subject; where the list is unknown, one of which nothing is known. */
    private static Element beside(Element owner, int slot, Element subject) {
        return owner.get(slot) instanceof Element[] list && subject.place() < list.length
                ? list[subject.place()]
                : Element.ghost(owner.shape().fields().get(slot), owner);
    }
}

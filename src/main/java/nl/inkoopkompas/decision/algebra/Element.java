package nl.inkoopkompas.decision.algebra;

import java.util.Arrays;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * An object of a request, read into slots; null is unknown. A list is an {@code Element[]}; a bare value in a list is
 * an element with one nameless slot.
 */
public final class Element {

    private static final Element[] EMPTY = {};

    private final Shape shape;
    private final @Nullable Element parent;
    private final String segment;
    private final boolean ghost;
    private final @Nullable Object[] values;
    private @Nullable Leaf handedIn;
    private @Nullable Element context;
    private boolean assumed;

    public Element(Shape shape, @Nullable Element parent, String segment) {
        this(shape, parent, segment, parent != null && parent.ghost);
    }

    private Element(Shape shape, @Nullable Element parent, String segment, boolean ghost) {
        this(shape, parent, segment, ghost, new Object[shape.fields().size()]);
    }

    private Element(Shape shape, @Nullable Element parent, String segment, boolean ghost, @Nullable Object[] values) {
        this.shape = shape;
        this.parent = parent;
        this.segment = segment;
        this.ghost = ghost;
        this.values = values;
    }

    /** The element that an unknown list might hold: all of it is unknown, and nothing of it can be cited. */
    static Element ghost(Field list, Element parent) {
        return new Element(list.requireItem(), parent, list.name() + "/-", true);
    }

    public Shape shape() {
        return shape;
    }

    public @Nullable Element parent() {
        return parent;
    }

    boolean isGhost() {
        return ghost;
    }

    /** Its place in the list that it stands in. */
    public int place() {
        return Integer.parseInt(segment.substring(segment.lastIndexOf('/') + 1));
    }

    /** Where it stands in the request, as a JSON Pointer. */
    public String pointer() {
        return parent == null ? "" : parent.pointer() + "/" + segment;
    }

    /** Marks it as handed in with a later round, on the date that the leaf holds. */
    public void handIn(Leaf on) {
        handedIn = on;
    }

    /** Puts what was read besides a request below it. */
    public void readBesides(Element context) {
        this.context = context;
    }

    /** What was read besides a request; refuses a request that nothing was read besides. */
    public Element context() {
        if (context == null) {
            throw new IllegalStateException("Nothing was read besides the request");
        }
        return context;
    }

    /** The same request, to be read with another context. */
    public Element forOtherContext() {
        return new Element(shape, parent, segment, ghost, values);
    }

    /** When it was handed in, where that was with a later round. */
    @Nullable
    Leaf handedIn() {
        return handedIn;
    }

    /** An object that is absent from the request: nothing of it is known. */
    public static Element assumed(Shape shape, Element parent, String segment) {
        Element element = new Element(shape, parent, segment);
        element.assumed = true;
        return element;
    }

    /** Whether it is absent from the request. */
    public boolean isAssumed() {
        return assumed;
    }

    public @Nullable Object get(int slot) {
        return values[slot];
    }

    public @Nullable Object get(Field field) {
        return values[field.slot()];
    }

    public void set(Field field, @Nullable Object value) {
        values[field.slot()] = value;
    }

    /** The object in a field; refuses one that is not there with an {@link IllegalStateException}. */
    public Element child(Field field) {
        if (values[field.slot()] instanceof Element child) {
            return child;
        }
        throw new IllegalStateException(pointer() + "/" + field.name() + " is not an object");
    }

    /** The elements of a list; none where the list is unknown. */
    public Element[] list(Field field) {
        return values[field.slot()] instanceof Element[] list ? list : EMPTY;
    }

    /** A deep copy below another parent. */
    public Element copy(@Nullable Element under) {
        Element copy = new Element(shape, under, segment, ghost);
        copy.handedIn = handedIn;
        copy.context = context == null ? null : context.copy(copy);
        copy.assumed = assumed;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Element child) {
                copy.values[i] = child.copy(child.parent == this ? copy : beside(child, copy));
            } else if (value instanceof Element[] list) {
                Element[] copies = new Element[list.length];
                for (int place = 0; place < list.length; place++) {
                    copies[place] = list[place].copy(copy);
                }
                copy.values[i] = copies;
            } else {
                copy.values[i] = value;
            }
        }
        return copy;
    }

    /** What was read besides the request stands below something of its own. */
    private static @Nullable Element beside(Element child, Element copy) {
        Element parent = child.parent;
        return parent == null ? null : new Element(parent.shape, copy, parent.segment);
    }

    /** Appends an empty element to a list. */
    public Element append(Field list) {
        Element[] before = list(list);
        Element added = new Element(list.requireItem(), this, list.name() + "/" + before.length);
        Element[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = added;
        values[list.slot()] = after;
        return added;
    }

    /** The element of a list at a pointer below this element, such as {@code /applicant/insurances/0}. */
    public @Nullable Element element(String pointer) {
        Element element = this;
        String[] parts = pointer.substring(1).split("/");
        for (int i = 0; i < parts.length; i++) {
            Field field = element.shape.field(parts[i]);
            Object value = field == null ? null : element.values[field.slot()];
            if (value instanceof Element[] list && i + 1 < parts.length) {
                int at = parts[++i].matches("\\d{1,6}") ? Integer.parseInt(parts[i]) : list.length;
                if (at >= list.length) {
                    return null;
                }
                element = list[at];
            } else if (value instanceof Element child) {
                element = child;
            } else {
                return null;
            }
        }
        return element;
    }

    /** The leaf at a pointer below this element; null where nothing can stand. */
    public @Nullable Leaf at(String pointer) {
        if (context != null && pointer.startsWith(Path.CONTEXT)) {
            return context.at(pointer.substring(Path.CONTEXT.length() - 1));
        }
        Element element = this;
        String[] parts = pointer.substring(1).split("/");
        for (int i = 0; i < parts.length; i++) {
            Field field = element.shape.field(parts[i]);
            if (field == null) {
                return null;
            }
            if (i == parts.length - 1) {
                return new Leaf(element, field.slot());
            }
            Object value = element.values[field.slot()];
            if (value instanceof Element child) {
                element = child;
            } else if (value instanceof Element[] list
                    && parts[i + 1].matches("\\d{1,6}")
                    && Integer.parseInt(parts[i + 1]) < list.length) {
                element = list[Integer.parseInt(parts[++i])];
                if (i == parts.length - 1) {
                    return element.shape.isValue() ? new Leaf(element, 0) : null;
                }
            } else {
                return null;
            }
        }
        return null;
    }
}

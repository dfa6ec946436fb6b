package nl.inkoopkompas.decision.algebra;

import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * Names a field: of the element at hand ({@code "kind"}), of the request ({@code "/applicant/employees"}), of the
 * subject or of the element around this one. A dot is the value itself.
 */
public final class Path {

    enum Origin {
        HERE,
        REQUEST,
        SUBJECT,
        OUTER
    }

    private final String text;
    private final Origin origin;
    private int[] slots = {};
    private @Nullable Field field;

    Path(String text, Origin origin) {
        this.text = text;
        this.origin = origin;
    }

    static Path of(String text) {
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
        String[] parts = origin == Origin.REQUEST ? text.substring(1).split("/") : text.split("/");
        int[] found = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Field next = shape.field(parts[i].equals(".") ? "" : parts[i]);
            if (next == null) {
                binding.problem("\"" + text + "\" is not in " + shape.describe());
                return;
            }
            found[i] = next.slot();
            if (i == parts.length - 1) {
                field = next;
            } else if (next.type() == Shape.Type.OBJECT && next.limits().required()) {
                shape = next.requireItem();
            } else {
                binding.problem("\"" + text + "\": " + parts[i] + " is no object that is always there");
                return;
            }
        }
        slots = found;
    }

    Survey.Place place(Survey survey) {
        String around = survey.pointer(origin);
        String below = origin == Origin.REQUEST ? text : "/" + text;
        return new Survey.Place(text.equals(".") ? around : around + below, field());
    }

    Leaf leaf(Scope scope) {
        Element element =
                switch (origin) {
                    case HERE -> scope.at();
                    case REQUEST -> scope.file().request();
                    case SUBJECT -> scope.subject();
                    case OUTER -> scope.requireOuter().at();
                };
        for (int i = 0; i < slots.length - 1; i++) {
            if (!(element.get(slots[i]) instanceof Element child)) {
                throw new IllegalStateException(text + " leads through something that is not there");
            }
            element = child;
        }
        return new Leaf(element, slots[slots.length - 1]);
    }
}

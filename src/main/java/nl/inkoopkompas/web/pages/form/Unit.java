package nl.inkoopkompas.web.pages.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.Type;

/**
 * Something that is asked at once: a single field, or a whole list with its lines.
 *
 * @param pointer where it stands in the application
 */
record Unit(String pointer, Field field) {

    boolean isList() {
        return field.type() == Type.LIST;
    }

    /** What can be filled in on a line of a list, lists of bare values included. */
    List<Field> parts() {
        return field.requireItem().fields().stream()
                .filter(part -> part.type() != Type.OBJECT)
                .filter(part -> part.type() != Type.LIST || part.requireItem().isValue())
                .toList();
    }

    boolean holds(String other) {
        return other.equals(pointer) || other.startsWith(pointer + "/");
    }

    /** What has to be known before anything can be decided: the required fields, and those of required objects. */
    static List<Unit> basis(Shape schema) {
        List<Unit> units = new ArrayList<>();
        for (Field field : schema.fields()) {
            if (!field.limits().required() || field.type() == Type.LIST) {
                continue;
            }
            if (field.type() == Type.OBJECT) {
                field.requireItem().fields().stream()
                        .filter(part -> part.limits().required())
                        .forEach(part -> units.add(new Unit("/" + field.name() + "/" + part.name(), part)));
            } else {
                units.add(new Unit("/" + field.name(), field));
            }
        }
        return units;
    }

    /** The lists that have to be there. */
    static List<Unit> lists(Shape schema) {
        return schema.fields().stream()
                .filter(field -> field.limits().required() && field.type() == Type.LIST)
                .map(field -> new Unit("/" + field.name(), field))
                .toList();
    }

    /** What to ask about a place in an application; nothing for what is no part of what an applicant hands in. */
    static Optional<Unit> at(Shape schema, String pointer) {
        Shape shape = schema;
        StringBuilder at = new StringBuilder();
        String[] parts = pointer.substring(Math.min(1, pointer.length())).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            Field field = shape.field(parts[i]);
            if (field == null || (i == 0 && !field.limits().required())) {
                return Optional.empty();
            }
            at.append('/').append(parts[i]);
            boolean last = i == parts.length - 1;
            if (field.type() == Type.OBJECT) {
                shape = field.requireItem();
            } else if (field.type() == Type.LIST && isHeld(field) && i + 2 < parts.length) {
                at.append('/').append(parts[++i]);
                shape = field.requireItem();
            } else {
                return last && at.toString().indexOf('/', 1) < 0
                        ? Optional.empty()
                        : Optional.of(new Unit(at.toString(), field));
            }
        }
        return Optional.empty();
    }

    /** Whether a list holds lists of its own, so that each of its lines is asked about apart. */
    private static boolean isHeld(Field list) {
        return list.requireItem().fields().stream()
                .anyMatch(
                        part -> part.type() == Type.LIST && !part.requireItem().isValue());
    }
}
